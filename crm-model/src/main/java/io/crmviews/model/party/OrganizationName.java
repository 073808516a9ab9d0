package io.crmviews.model.party;

/**
 * A name of an organisation (TMF632 Organization: trading or legal name, legal form included as written).
 *
 * @param usage how the name is used
 * @param text the name as written, not blank
 */
public record OrganizationName(Usage usage, String text) implements PartyName {

    /** Checks that the name says something. */
    public OrganizationName {
        if (text.isBlank()) {
            throw new IllegalArgumentException("An organisation's name must not be blank.");
        }
    }

    /**
     * A current name.
     *
     * @param text the name as written, not blank
     * @return the name
     */
    public static OrganizationName of(String text) {
        return new OrganizationName(Usage.CURRENT, text);
    }

    @Override
    public String toString() {
        return "OrganizationName[" + usage + "]";
    }
}
