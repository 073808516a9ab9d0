package io.crmviews.spi.store;

import io.crmviews.model.change.Change;

/**
 * An entry of the change feed.
 *
 * @param position its place: increasing, without doubles
 * @param commit the commit position that brought it
 * @param change what changed, as references and field names
 */
public record FeedEntry(long position, long commit, Change change) {}
