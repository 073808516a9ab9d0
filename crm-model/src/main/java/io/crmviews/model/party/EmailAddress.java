package io.crmviews.model.party;

/**
 * An e-mail address (RFC 5322 addr-spec) as written by its source; normal forms are made in matching.
 *
 * @param usage how it is used
 * @param value the address as written, not blank
 * @param authentication whether its holder proved it
 */
public record EmailAddress(Usage usage, String value, Authentication authentication) implements ContactMedium {

    /** Checks that the address says something. */
    public EmailAddress {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An e-mail address must not be blank.");
        }
    }

    /**
     * A current, claimed address.
     *
     * @param value the address, not blank
     * @return the address
     */
    public static EmailAddress of(String value) {
        return new EmailAddress(Usage.CURRENT, value, Authentication.CLAIMED);
    }

    @Override
    public String toString() {
        return "EmailAddress[" + usage + "]";
    }
}
