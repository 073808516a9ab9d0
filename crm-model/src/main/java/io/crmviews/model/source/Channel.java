package io.crmviews.model.source;

import java.util.Set;

/**
 * A channel as open data: what it is, who runs it, what it can do and what a contact in it costs. No standard covers
 * operator and cost; these are ours.
 *
 * @param id its id, not blank
 * @param kind what it is, lower case: {@code branch}, {@code call-centre}, {@code web}, {@code e-store},
 *     {@code mailbox}, {@code community}, {@code partner}
 * @param medium what it speaks through: {@code voice}, {@code e-mail}, {@code face-to-face}, {@code web}, or empty
 * @param operator who runs it, or empty
 * @param ownership whose it is
 * @param capabilities what it can do, open words: {@code receive}, {@code reply}, {@code offer}
 * @param cost what one contact costs; {@link Money#NONE} if unknown
 */
public record Channel(
        String id,
        String kind,
        String medium,
        String operator,
        Ownership ownership,
        Set<String> capabilities,
        Money cost) {

    /** Whose a channel is. */
    public enum Ownership {
        /** The company's own. */
        OWN,
        /** Run by somebody else for the company. */
        OUTSOURCED,
        /** A partner's or franchise's. */
        PARTNER,
        /** Public: a network or a market place. */
        PUBLIC
    }

    /** Checks the id and copies the capabilities. */
    public Channel {
        if (id.isBlank() || kind.isBlank()) {
            throw new IllegalArgumentException("A channel needs an id and a kind.");
        }
        capabilities = Set.copyOf(capabilities);
    }

    /**
     * A channel of the company's own of which only the kind is known.
     *
     * @param id its id
     * @param kind its kind
     * @return the channel
     */
    public static Channel of(String id, String kind) {
        return new Channel(id, kind, "", "", Ownership.OWN, Set.of(), Money.NONE);
    }
}
