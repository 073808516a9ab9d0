package io.crmviews.spi.policy;

import java.util.Objects;

/**
 * Who asks for a view, and what for. Policies decide by audience and purpose; the log of reads keeps who it was.
 * Immutable and safe to share between threads.
 */
public final class Reader {

    private final String audience;
    private final String purpose;
    private final String who;

    private Reader(String audience, String purpose, String who) {
        if (audience.isBlank() || purpose.isBlank() || who.isBlank()) {
            throw new IllegalArgumentException("A reader has an audience, a purpose and a name.");
        }
        this.audience = audience;
        this.purpose = purpose;
        this.who = who;
    }

    /**
     * A reader.
     *
     * @param audience the role, organisation or channel that it reads for, such as {@code agent} or
     *     {@code partner:north}; not blank
     * @param purpose what for, such as {@code service} or {@code marketing}; not blank
     * @param who a reference to the person or system that reads, such as a user id; not blank
     * @return the reader
     * @throws IllegalArgumentException if one of the three is blank
     */
    public static Reader of(String audience, String purpose, String who) {
        return new Reader(audience, purpose, who);
    }

    /**
     * Whom it reads for.
     *
     * @return the audience, never blank
     */
    public String audience() {
        return audience;
    }

    /**
     * What it reads for.
     *
     * @return the purpose, never blank
     */
    public String purpose() {
        return purpose;
    }

    /**
     * Who reads.
     *
     * @return a reference, never blank
     */
    public String who() {
        return who;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reader reader
                && audience.equals(reader.audience)
                && purpose.equals(reader.purpose)
                && who.equals(reader.who);
    }

    @Override
    public int hashCode() {
        return Objects.hash(audience, purpose, who);
    }

    @Override
    public String toString() {
        return "Reader[" + audience + ", " + purpose + "]";
    }
}
