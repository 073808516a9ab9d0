package io.crmviews.model.party;

/** A name of a party. */
public sealed interface PartyName permits PersonName, OrganizationName {

    /**
     * How the name is used.
     *
     * @return the usage, never null
     */
    Usage usage();

    /**
     * The whole name in one line, as written or put together from its parts.
     *
     * @return the name, never blank
     */
    String text();
}
