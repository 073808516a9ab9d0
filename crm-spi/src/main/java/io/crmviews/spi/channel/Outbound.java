package io.crmviews.spi.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A message for a channel. Immutable, deeply; {@code toString} shows neither receiver nor values. */
public final class Outbound {

    /** What the message asks for. Later levels add constants. */
    public enum Kind {
        /** A reply, an offer, a notice to the person. */
        MESSAGE,
        /** To erase what the channel holds about {@link Outbound#to()}. */
        ERASE,
        /** To correct it to what the fields say. */
        RECTIFY,
        /** To keep it and use it no more. */
        RESTRICT
    }

    private final String idempotencyKey;
    private final Kind kind;
    private final String to;
    private final Map<String, Object> fields;

    private Outbound(Builder b) {
        idempotencyKey = b.idempotencyKey;
        kind = b.kind;
        to = b.to;
        fields = FieldValues.copy(b.fields);
        if (idempotencyKey.isBlank() || to.isBlank()) {
            throw new IllegalArgumentException("A message needs an idempotency key and a receiver.");
        }
    }

    /**
     * Starts a message.
     *
     * @param idempotencyKey names the message for ever: the channel takes it once however often it is sent; no personal
     *     value
     * @param kind what it asks for
     * @param to whom it concerns: an address for {@link Kind#MESSAGE}, else a key of the channel
     * @return a builder of a message without fields
     */
    public static Builder builder(String idempotencyKey, Kind kind, String to) {
        return new Builder(idempotencyKey, kind, to);
    }

    /**
     * The message's name, by which the channel knows it again.
     *
     * @return the key, not blank
     */
    public String idempotencyKey() {
        return idempotencyKey;
    }

    /**
     * What it asks for.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Whom it concerns.
     *
     * @return an address or a key of the channel, not blank; personal data
     */
    public String to() {
        return to;
    }

    /**
     * What it says.
     *
     * @return the fields in order, unmodifiable, of the types that records carry; personal data
     */
    public Map<String, Object> fields() {
        return fields;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outbound that
                && idempotencyKey.equals(that.idempotencyKey)
                && kind == that.kind
                && to.equals(that.to)
                && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(idempotencyKey, kind, to);
    }

    @Override
    public String toString() {
        return "Outbound[" + kind + " " + idempotencyKey + "]";
    }

    /** Builds an {@link Outbound}. Not thread-safe. */
    public static final class Builder {

        private final String idempotencyKey;
        private final Kind kind;
        private final String to;
        private final Map<String, Object> fields = new LinkedHashMap<>();

        private Builder(String idempotencyKey, Kind kind, String to) {
            this.idempotencyKey = Objects.requireNonNull(idempotencyKey);
            this.kind = Objects.requireNonNull(kind);
            this.to = Objects.requireNonNull(to);
        }

        /**
         * Adds a field, in place of an earlier one of that name.
         *
         * @param name the field's name
         * @param value a value of one of the types that records carry
         * @return this builder
         */
        public Builder field(String name, Object value) {
            fields.put(Objects.requireNonNull(name), Objects.requireNonNull(value));
            return this;
        }

        /**
         * The message.
         *
         * @return an immutable message; lists and maps are copied
         * @throws IllegalArgumentException if the key or receiver is blank, or a value of a type that records do not
         *     carry
         */
        public Outbound build() {
            return new Outbound(this);
        }
    }
}
