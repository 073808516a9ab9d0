package io.crmviews.model.party;

/** A way to reach a party (TMF ContactMedium). */
public sealed interface ContactMedium permits EmailAddress, PhoneNumber, PostalAddress, SocialHandle, Device {

    /**
     * How the medium is used.
     *
     * @return the usage, never null
     */
    Usage usage();
}
