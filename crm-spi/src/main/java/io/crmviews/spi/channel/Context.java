package io.crmviews.spi.channel;

import java.time.InstantSource;
import java.util.Objects;

/** What the library tells a connector about the place it works in. Immutable and thread-safe. */
public final class Context {

    private final String source;
    private final InstantSource clock;

    private Context(Builder b) {
        source = b.source;
        clock = b.clock;
        if (source.isBlank()) {
            throw new IllegalArgumentException("A context needs the id of its source.");
        }
    }

    /**
     * Starts a context.
     *
     * @param source the id of the source that the connector works for, such as {@code branch-crm}
     * @param clock the time to use
     * @return a builder
     */
    public static Builder builder(String source, InstantSource clock) {
        return new Builder(source, clock);
    }

    /**
     * The id of the source that the connector works for. Two sources may use one connector.
     *
     * @return the id, not blank
     */
    public String source() {
        return source;
    }

    /**
     * The time to use; a connector reads no other clock.
     *
     * @return the clock
     */
    public InstantSource clock() {
        return clock;
    }

    @Override
    public String toString() {
        return "Context[" + source + "]";
    }

    /** Builds a {@link Context}. Not thread-safe. */
    public static final class Builder {

        private final String source;
        private final InstantSource clock;

        private Builder(String source, InstantSource clock) {
            this.source = Objects.requireNonNull(source);
            this.clock = Objects.requireNonNull(clock);
        }

        /**
         * The context.
         *
         * @return an immutable context
         * @throws IllegalArgumentException if the source is blank
         */
        public Context build() {
            return new Context(this);
        }
    }
}
