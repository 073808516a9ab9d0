package io.crmviews.merge.view;

import java.util.List;

/**
 * Some of the change feed, in order, whole commits only.
 *
 * @param changes the changes that the reader may know of; may be empty although there is more to read
 * @param next the position to go on from. Who keeps it only after the changes are dealt with gets each at least once,
 *     whatever happens in between; equal to the position that was asked for if there is nothing new
 */
public record FeedPage(List<FeedChange> changes, long next) {

    /** Copies the changes. */
    public FeedPage {
        changes = List.copyOf(changes);
    }
}
