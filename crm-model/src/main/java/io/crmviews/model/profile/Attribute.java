package io.crmviews.model.profile;

/** What a field of a profile states. Some attributes occur once per qualifier, such as one identifier per type. */
public enum Attribute {
    /** Individual or organisation, as the name of a {@link io.crmviews.model.party.PartyKind}. */
    KIND(FieldGroup.KIND, "kind", false),
    /** A role the party plays. */
    ROLE(FieldGroup.ROLE, "role", false),
    /** A person's name in one line, from sources that know no parts. */
    NAME_FORMATTED(FieldGroup.NAME, "name.formatted", false),
    /** Given names. */
    NAME_GIVEN(FieldGroup.NAME, "name.given", false),
    /** Middle names. */
    NAME_MIDDLE(FieldGroup.NAME, "name.middle", false),
    /** Surnames. */
    NAME_FAMILY(FieldGroup.NAME, "name.family", false),
    /** Titles before the name. */
    NAME_PREFIX(FieldGroup.NAME, "name.prefix", false),
    /** What follows the name. */
    NAME_SUFFIX(FieldGroup.NAME, "name.suffix", false),
    /** An organisation's name. */
    ORGANIZATION_NAME(FieldGroup.ORGANIZATION_NAME, "organizationName", false),
    /** Birth or founding date, as {@link io.crmviews.model.party.PartialDate#iso()} writes it. */
    BIRTH_DATE(FieldGroup.BIRTH_DATE, "birthDate", false),
    /** Gender, as the name of a {@link io.crmviews.model.party.Gender}. */
    GENDER(FieldGroup.GENDER, "gender", false),
    /** An e-mail address. */
    EMAIL(FieldGroup.EMAIL, "email", false),
    /** A phone number. */
    PHONE(FieldGroup.PHONE, "phone", false),
    /** Street and number. */
    ADDRESS_STREET(FieldGroup.ADDRESS, "address.street", false),
    /** Flat, floor or suite. */
    ADDRESS_UNIT(FieldGroup.ADDRESS, "address.unit", false),
    /** City. */
    ADDRESS_CITY(FieldGroup.ADDRESS, "address.city", false),
    /** State or province. */
    ADDRESS_REGION(FieldGroup.ADDRESS, "address.region", false),
    /** Postal code. */
    ADDRESS_POSTCODE(FieldGroup.ADDRESS, "address.postcode", false),
    /** Country. */
    ADDRESS_COUNTRY(FieldGroup.ADDRESS, "address.country", false),
    /** A name in a network; the qualifier is the network. */
    SOCIAL(FieldGroup.SOCIAL, "social", true),
    /** A device; the qualifier is its type, {@code device} if that is unknown. */
    DEVICE(FieldGroup.DEVICE, "device", true),
    /** An identifier; the qualifier is its type. */
    IDENTIFIER(FieldGroup.IDENTIFIER, "identifier", true),
    /** A characteristic; the qualifier is its name. */
    CHARACTERISTIC(FieldGroup.CHARACTERISTIC, "characteristic", true);

    private final FieldGroup group;
    private final String text;
    private final boolean qualified;

    Attribute(FieldGroup group, String text, boolean qualified) {
        this.group = group;
        this.text = text;
        this.qualified = qualified;
    }

    /**
     * The group it belongs to.
     *
     * @return the group, never null
     */
    public FieldGroup group() {
        return group;
    }

    /**
     * Its name in documents and messages.
     *
     * @return the name, never blank
     */
    public String text() {
        return text;
    }

    /**
     * Whether it occurs once per qualifier.
     *
     * @return true for social, device, identifier and characteristic
     */
    public boolean isQualified() {
        return qualified;
    }
}
