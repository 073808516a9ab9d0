package io.crmviews.merge.weigh;

/**
 * One line of the evidence for or against a pair.
 *
 * @param item what was compared
 * @param level how it agreed or disagreed, in lower-case words; never a value
 * @param weight what it is worth against a stranger, 1/1024 bits
 * @param rivalWeight what it is worth against a relative or a sister branch, 1/1024 bits
 */
public record Evidence(Item item, String level, int weight, int rivalWeight) {

    /** What is compared. */
    public enum Item {
        /** The odds before any evidence. */
        PRIOR,
        /** The kind of party: an individual and an organisation are never one. */
        KIND,
        /** A given name. */
        GIVEN_NAME,
        /** A surname. */
        FAMILY_NAME,
        /** A word of a name whose part is not known. */
        NAME,
        /** An organisation's name. */
        ORGANIZATION_NAME,
        /** The birth date. */
        BIRTH_DATE,
        /** The gender. */
        GENDER,
        /** E-mail addresses. */
        EMAIL,
        /** Phone numbers. */
        PHONE,
        /** Identifiers. */
        IDENTIFIER,
        /** Postal addresses, all parts as one. */
        ADDRESS,
        /** Devices, handles and other characteristics. */
        CHARACTERISTIC
    }
}
