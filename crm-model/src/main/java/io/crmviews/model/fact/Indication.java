package io.crmviews.model.fact;

/**
 * Who said what a consent event states (DPV {@code isIndicatedBy}): the person, or somebody for the person.
 *
 * @param role what the other is to the person, lower case: {@code guardian}, {@code agent}; empty if the person said it
 * @param reference which guardian or agent, as the source names them; may be empty. Never a name
 */
public record Indication(String role, String reference) {

    /** The person said it. */
    public static final Indication SELF = new Indication("", "");

    /** Checks that a reference has a role. */
    public Indication {
        if (role.isBlank() && !reference.isBlank()) {
            throw new IllegalArgumentException("Who indicates a consent for somebody else does so in a role.");
        }
    }

    /**
     * Somebody who is responsible for the person, such as a parent.
     *
     * @param reference which one, as the source names them; may be empty
     * @return the indication
     */
    public static Indication guardian(String reference) {
        return new Indication("guardian", reference);
    }

    /**
     * Somebody who acts for the person, such as an authorised agent.
     *
     * @param reference which one, as the source names them; may be empty
     * @return the indication
     */
    public static Indication agent(String reference) {
        return new Indication("agent", reference);
    }

    /**
     * Whether the person said it.
     *
     * @return false if somebody else did
     */
    public boolean isSelf() {
        return role.isEmpty();
    }

    @Override
    public String toString() {
        return isSelf() ? "Indication[self]" : "Indication[" + role + "]";
    }
}
