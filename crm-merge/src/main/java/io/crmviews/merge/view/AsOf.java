package io.crmviews.merge.view;

import java.time.Instant;

/** As of when a question is asked. */
public sealed interface AsOf {

    /**
     * What was known at an instant: every fact that had been accepted by then, and who was one customer by these.
     *
     * @param instant the instant, by the clock of the library
     */
    record Known(Instant instant) implements AsOf {}

    /**
     * What was the case at an instant, as far as is known today: the versions and events that had occurred by then. Who is
     * one customer is what is known today, of the records that there were then.
     *
     * @param instant the instant, by the clocks of the sources
     */
    record Occurred(Instant instant) implements AsOf {}

    /**
     * What was known after a commit, such as one that a change feed names, or the one before it.
     *
     * @param position the commit position, 0 or more
     */
    record Position(long position) implements AsOf {

        /** Checks the position. */
        public Position {
            if (position < 0) {
                throw new IllegalArgumentException("A commit position is 0 or more.");
            }
        }
    }

    /**
     * As of what was known at an instant.
     *
     * @param instant the instant
     * @return as of then
     */
    static AsOf known(Instant instant) {
        return new Known(instant);
    }

    /**
     * As of what had occurred by an instant.
     *
     * @param instant the instant
     * @return as of then
     */
    static AsOf occurred(Instant instant) {
        return new Occurred(instant);
    }

    /**
     * As of what was known after a commit.
     *
     * @param position the commit position, 0 or more
     * @return as of then
     */
    static AsOf position(long position) {
        return new Position(position);
    }
}
