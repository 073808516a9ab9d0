package io.crmviews.model.fact;

import io.crmviews.model.source.RecordKey;

/**
 * Whom an interaction or consent is about: a source record or an identifier, never a customer id. So a merge or a split
 * moves nothing.
 */
public sealed interface Subject {

    /**
     * The channel knew the account.
     *
     * @param record the record
     */
    record OfRecord(RecordKey record) implements Subject {}

    /**
     * The channel knew only an identifier: a caller's number, a guest's e-mail address, a device, a card.
     *
     * @param type {@code email}, {@code phone}, {@code device}, {@code social}, or an identifier's type, lower case
     * @param issuer who issued it, or empty
     * @param value the value as written, not blank
     */
    record OfIdentifier(String type, String issuer, String value) implements Subject {

        /** Checks that type and value say something. */
        public OfIdentifier {
            if (type.isBlank() || value.isBlank()) {
                throw new IllegalArgumentException("A subject named by an identifier needs its type and value.");
            }
        }

        @Override
        public String toString() {
            return "OfIdentifier[" + type + "]";
        }
    }
}
