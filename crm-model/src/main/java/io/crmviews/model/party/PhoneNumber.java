package io.crmviews.model.party;

/**
 * A telephone number as written by its source; ITU-T E.164 forms are made in matching.
 *
 * @param usage how it is used
 * @param value the number as written, not blank
 * @param type what it is, lower case: {@code mobile}, {@code landline}, {@code fax}, or empty
 * @param authentication whether its holder proved it
 */
public record PhoneNumber(Usage usage, String value, String type, Authentication authentication)
        implements ContactMedium {

    /** Checks that the number says something. */
    public PhoneNumber {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A phone number must not be blank.");
        }
    }

    /**
     * A current, claimed number of unknown type.
     *
     * @param value the number, not blank
     * @return the number
     */
    public static PhoneNumber of(String value) {
        return new PhoneNumber(Usage.CURRENT, value, "", Authentication.CLAIMED);
    }

    @Override
    public String toString() {
        return "PhoneNumber[" + usage + "]";
    }
}
