package io.crmviews.spi.derive;

import io.crmviews.model.view.TimelineEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * An attribute that is computed from a customer's interactions when somebody asks for it, such as a score or a segment.
 * It is told what the reader may see and nothing else. Implementations are thread-safe and keep no state but that of a
 * {@link Computation}; equal entries give an equal value.
 */
public interface ComputedAttribute {

    /**
     * Its name, by which it stands among the computed attributes.
     *
     * @return the name, not blank, always the same
     */
    String name();

    /**
     * Begins to compute it for one customer.
     *
     * @param at the instant for which it is computed
     * @return a computation, used by one thread
     */
    Computation begin(Instant at);

    /** The computing of one value. */
    interface Computation {

        /**
         * Takes an interaction that is the customer's for certain, the newest first; what several systems report comes
         * once.
         *
         * @param entry the interaction with who reports it
         */
        void take(TimelineEntry entry);

        /**
         * The value, after all interactions were taken.
         *
         * @return the value as text; empty if there is none. An exception ends the read
         */
        Optional<String> value();
    }
}
