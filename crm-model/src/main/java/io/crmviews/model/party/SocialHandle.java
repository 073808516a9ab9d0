package io.crmviews.model.party;

/**
 * A name in a social network or community (CDM SocialProfile).
 *
 * @param usage how it is used
 * @param network the network, lower case, not blank
 * @param handle the name there as written, not blank
 * @param authentication whether its holder proved it
 */
public record SocialHandle(Usage usage, String network, String handle, Authentication authentication)
        implements ContactMedium {

    /** Checks that network and handle say something. */
    public SocialHandle {
        if (network.isBlank() || handle.isBlank()) {
            throw new IllegalArgumentException("A social handle needs a network and a name there.");
        }
    }

    @Override
    public String toString() {
        return "SocialHandle[" + network + "]";
    }
}
