package io.crmviews.model.profile;

/**
 * Fields that belong together. The parts of one name and of one address stay together in a golden profile unless a
 * policy says otherwise, so that no street of one source meets the town of another.
 */
public enum FieldGroup {
    /** Individual or organisation. */
    KIND,
    /** The roles the party plays. */
    ROLE,
    /** The parts of a person's name. */
    NAME,
    /** An organisation's name. */
    ORGANIZATION_NAME,
    /** Birth or founding date. */
    BIRTH_DATE,
    /** Gender. */
    GENDER,
    /** E-mail addresses. */
    EMAIL,
    /** Phone numbers. */
    PHONE,
    /** The parts of a postal address. */
    ADDRESS,
    /** Names in social networks. */
    SOCIAL,
    /** Devices. */
    DEVICE,
    /** Documents, accounts, cards. */
    IDENTIFIER,
    /** What no standard field holds. */
    CHARACTERISTIC
}
