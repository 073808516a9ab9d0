package io.crmviews.model.view;

import io.crmviews.model.source.RecordKey;

/** Why an interaction stands in the timeline of a customer. */
public sealed interface Attribution {

    /** Stands for the type of an identifier that the reader may not know of. */
    String WITHHELD = "withheld";

    /**
     * The channel named a record of the customer.
     *
     * @param record the record
     */
    record ByRecord(RecordKey record) implements Attribution {}

    /**
     * The channel named an identifier that this customer alone held at that time.
     *
     * @param type the identifier's type, or {@link #WITHHELD}
     */
    record ByIdentifier(String type) implements Attribution {}

    /**
     * The channel named an identifier that several customers held: possibly this one. Never counted, and never in a
     * customer's own view.
     *
     * @param type the identifier's type, or {@link #WITHHELD}
     * @param customers how many that the reader may see held it, 2 or more
     */
    record Possibly(String type, int customers) implements Attribution {

        /** Checks the number. */
        public Possibly {
            if (customers < 2) {
                throw new IllegalArgumentException("A doubtful attribution is between at least two customers.");
            }
        }
    }

    /**
     * Whether the interaction is this customer's for certain.
     *
     * @return false for {@link Possibly}
     */
    default boolean isCertain() {
        return !(this instanceof Possibly);
    }
}
