package io.crmviews.spi.channel;

import java.util.Objects;

/** What became of one {@link Outbound}. Immutable. */
public final class Delivery {

    /** The fates of a message. Later levels add constants. */
    public enum Outcome {
        /** The channel has it. */
        SENT,
        /** The channel does not take it now; send it again later. */
        DEFERRED,
        /** The channel will never take it; the reason says why. */
        REJECTED,
        /** Nobody knows whether the channel has it; sending it again with its key settles that. */
        UNKNOWN
    }

    private final String idempotencyKey;
    private final Outcome outcome;
    private final String receipt;
    private final String reason;

    private Delivery(String idempotencyKey, Outcome outcome, String receipt, String reason) {
        this.idempotencyKey = Objects.requireNonNull(idempotencyKey);
        this.outcome = outcome;
        this.receipt = Objects.requireNonNull(receipt);
        this.reason = Objects.requireNonNull(reason);
        if (outcome != Outcome.SENT && reason.isBlank()) {
            throw new IllegalArgumentException("A message that was not sent needs a reason.");
        }
    }

    /**
     * The channel has the message.
     *
     * @param message the message
     * @param receipt what the channel calls it, or by what it proves an erasure; may be empty
     * @return the outcome
     */
    public static Delivery sent(Outbound message, String receipt) {
        return new Delivery(message.idempotencyKey(), Outcome.SENT, receipt, "");
    }

    /**
     * The channel does not take the message now.
     *
     * @param message the message
     * @param reason a sentence that quotes no value
     * @return the outcome
     */
    public static Delivery deferred(Outbound message, String reason) {
        return new Delivery(message.idempotencyKey(), Outcome.DEFERRED, "", reason);
    }

    /**
     * The channel will never take the message.
     *
     * @param message the message
     * @param reason a sentence that quotes no value
     * @return the outcome
     */
    public static Delivery rejected(Outbound message, String reason) {
        return new Delivery(message.idempotencyKey(), Outcome.REJECTED, "", reason);
    }

    /**
     * Nobody knows whether the channel has the message: the line was cut before it answered.
     *
     * @param message the message
     * @param reason a sentence that quotes no value
     * @return the outcome
     */
    public static Delivery unknown(Outbound message, String reason) {
        return new Delivery(message.idempotencyKey(), Outcome.UNKNOWN, "", reason);
    }

    /**
     * Which message.
     *
     * @return its {@link Outbound#idempotencyKey()}
     */
    public String idempotencyKey() {
        return idempotencyKey;
    }

    /**
     * What became of it.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * What the channel calls the message, or by what it proves an erasure.
     *
     * @return the receipt; empty unless {@code SENT}, and where the channel gives none
     */
    public String receipt() {
        return receipt;
    }

    /**
     * Why it was not sent.
     *
     * @return a sentence that quotes no value; empty if it was sent
     */
    public String reason() {
        return reason;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Delivery that
                && idempotencyKey.equals(that.idempotencyKey)
                && outcome == that.outcome
                && receipt.equals(that.receipt)
                && reason.equals(that.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(idempotencyKey, outcome, receipt, reason);
    }

    @Override
    public String toString() {
        return "Delivery[" + idempotencyKey + " " + outcome + (reason.isEmpty() ? "" : ", " + reason) + "]";
    }
}
