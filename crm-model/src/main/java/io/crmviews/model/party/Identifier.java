package io.crmviews.model.party;

/**
 * An identifier that somebody issued: a document, an account, a card, a tax number (TMF ExternalIdentifier).
 *
 * @param type what it is, in the issuer's or the field's word, lower case: {@code passport}, {@code loyalty-card}
 * @param issuer who issued it, or empty when only the type is known
 * @param value the value as written, not blank
 * @param authentication whether its holder proved it
 * @param validity when it was valid
 */
public record Identifier(String type, String issuer, String value, Authentication authentication, Validity validity) {

    /** Checks that type and value say something. */
    public Identifier {
        if (type.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("An identifier needs a type and a value.");
        }
    }

    /**
     * A claimed identifier without issuer and limits of validity.
     *
     * @param type its type, not blank
     * @param value its value, not blank
     * @return the identifier
     */
    public static Identifier of(String type, String value) {
        return new Identifier(type, "", value, Authentication.CLAIMED, Validity.ALWAYS);
    }

    @Override
    public String toString() {
        return "Identifier[" + type + "]";
    }
}
