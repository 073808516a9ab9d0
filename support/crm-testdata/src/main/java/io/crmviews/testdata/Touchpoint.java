package io.crmviews.testdata;

import java.util.List;

/** The six channels. Each knows other fields of a customer and makes mistakes of its own. */
public enum Touchpoint {
    /** The customer file of the branches: documents are seen, addresses are good. */
    BRANCH("branch", 'B', new Habits(0.55, 0.02, 0.6, 0.65, 0.85, 0.5, 0.95, 0.95, 0.25, 0.6, 0)),
    /** Accounts of the web site: the e-mail address is confirmed. */
    WEB("web", 'W', new Habits(0.6, 0.04, 0.9, 1, 0.6, 0, 0.7, 0.35, 0, 0, 0.7)),
    /** Buyers of the e-store, guests too: several records of one customer. */
    STORE("estore", 'E', new Habits(0.55, 0.12, 1.1, 0.95, 0.75, 0, 0.05, 0.9, 0.25, 0, 0.6)),
    /** Contact cards of the call centre, written by ear. */
    CALLS("callcentre", 'C', new Habits(0.45, 0.08, 2.2, 0.3, 0.97, 0.3, 0.6, 0.5, 0.15, 0, 0)),
    /** Members of the community forum. */
    FORUM("forum", 'F', new Habits(0.15, 0.02, 0.8, 0.97, 0, 0, 0.4, 0, 0, 0, 0.5)),
    /** Cards of the loyalty partner, from an old system: upper case, cut, no accents. */
    LOYALTY("loyalty", 'L', new Habits(0.4, 0.03, 1.0, 0.6, 0.7, 0, 0.85, 0.85, 1, 0, 0));

    /**
     * How likely a channel is to know what, 0 to 1.
     *
     * @param joins that a customer is in the channel
     * @param again that the customer is there once more
     * @param slips factor on the rates of errors
     * @param email that it knows the e-mail address
     * @param phone the mobile number
     * @param landline the landline instead of the mobile number
     * @param birth the birth date
     * @param address the address
     * @param card the loyalty card
     * @param document an official document
     * @param device the device
     */
    record Habits(
            double joins,
            double again,
            double slips,
            double email,
            double phone,
            double landline,
            double birth,
            double address,
            double card,
            double document,
            double device) {}

    private final String id;
    private final char letter;

    @SuppressWarnings("ImmutableEnumChecker") // A record of doubles.
    private final Habits habits;

    Touchpoint(String id, char letter, Habits habits) {
        this.id = id;
        this.letter = letter;
        this.habits = habits;
    }

    /**
     * The id of the source, as in the keys of its facts.
     *
     * @return the id, lower case
     */
    public String id() {
        return id;
    }

    /**
     * The channel of a source.
     *
     * @param id the source's id
     * @return the channel
     * @throws IllegalArgumentException if there is none of that id
     */
    public static Touchpoint of(String id) {
        for (Touchpoint each : values()) {
            if (each.id.equals(id)) {
                return each;
            }
        }
        throw new IllegalArgumentException("There is no channel of the id " + id + ".");
    }

    char letter() {
        return letter;
    }

    Habits habits() {
        return habits;
    }

    /** The channels that ask for consents. */
    static List<Touchpoint> asking() {
        return List.of(BRANCH, WEB, LOYALTY);
    }
}
