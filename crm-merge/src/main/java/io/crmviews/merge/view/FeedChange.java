package io.crmviews.merge.view;

import io.crmviews.model.change.Change;

/**
 * A change of a customer as one reader may know of it.
 *
 * @param position the commit position that brought it: views of that position and later show it
 * @param change what changed, as references and names of fields that the reader may see
 */
public record FeedChange(long position, Change change) {

    /** Checks the position. */
    public FeedChange {
        if (position < 1) {
            throw new IllegalArgumentException("A change comes with a commit, whose position is 1 or more.");
        }
    }
}
