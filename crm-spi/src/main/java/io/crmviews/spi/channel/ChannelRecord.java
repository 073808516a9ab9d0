package io.crmviews.spi.channel;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a channel says about one thing at one time: a stream, a key and fields. Immutable, deeply; equality is by all
 * but the position, for a redelivery may come from another place. {@code toString} shows no field value.
 *
 * <p>A field value is a {@code String}, {@code Long}, {@code BigDecimal}, {@code Boolean}, {@code Instant}, {@code
 * LocalDate}, or a {@code List} or {@code Map<String, …>} of these. An absent value is an absent field, never null.
 */
public final class ChannelRecord {

    /** What the record says about its key. */
    public enum Op {
        /** The whole present state of the key; what it does not mention is no longer so. */
        UPSERT,
        /** The key is gone; the fields may hold its last state. */
        DELETE,
        /** Something that happened, once: a purchase, a call, a post. */
        EVENT
    }

    /** The channel counts nothing. */
    public static final long NO_SEQUENCE = -1;

    private final String stream;
    private final String key;
    private final Op op;
    private final Instant occurredAt;
    private final long sequence;
    private final String position;
    private final Map<String, Object> fields;

    private ChannelRecord(Builder b) {
        stream = b.stream;
        key = b.key;
        op = b.op;
        occurredAt = b.occurredAt;
        sequence = b.sequence;
        position = b.position;
        fields = FieldValues.copy(b.fields);
        if (stream.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException("A channel record needs a stream and a key.");
        }
        if (sequence < NO_SEQUENCE) {
            throw new IllegalArgumentException("A sequence is 0 or more, or NO_SEQUENCE.");
        }
    }

    /**
     * Starts a record.
     *
     * @param stream the name of the stream, such as {@code customers}
     * @param key the thing's key in that stream, not blank
     * @return a builder of an {@link Op#UPSERT} at an unknown time without fields
     */
    public static Builder builder(String stream, String key) {
        return new Builder(stream, key);
    }

    /**
     * The stream it belongs to.
     *
     * @return the name, not blank
     */
    public String stream() {
        return stream;
    }

    /**
     * The thing's key in its stream.
     *
     * @return the key, not blank
     */
    public String key() {
        return key;
    }

    /**
     * What the record says about its key.
     *
     * @return the operation
     */
    public Op op() {
        return op;
    }

    /**
     * When it happened, or when the thing was last changed at the channel.
     *
     * @return the time; {@link Instant#MIN} if the channel does not say
     */
    public Instant occurredAt() {
        return occurredAt;
    }

    /**
     * The channel's own increasing number of the version.
     *
     * @return 0 or more, or {@link #NO_SEQUENCE}
     */
    public long sequence() {
        return sequence;
    }

    /**
     * Where it stands in the channel, for messages: file and line, or an offset.
     *
     * @return the position; may be empty
     */
    public String position() {
        return position;
    }

    /**
     * What it says.
     *
     * @return the fields in the channel's order, unmodifiable; personal data
     */
    public Map<String, Object> fields() {
        return fields;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelRecord that
                && stream.equals(that.stream)
                && key.equals(that.key)
                && op == that.op
                && occurredAt.equals(that.occurredAt)
                && sequence == that.sequence
                && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(stream, key, op, occurredAt, sequence);
    }

    @Override
    public String toString() {
        return "ChannelRecord[" + op + " " + stream + "/" + key + "]";
    }

    /** Builds a {@link ChannelRecord}. Not thread-safe. */
    public static final class Builder {

        private final String stream;
        private final String key;
        private Op op = Op.UPSERT;
        private Instant occurredAt = Instant.MIN;
        private long sequence = NO_SEQUENCE;
        private String position = "";
        private final Map<String, Object> fields = new LinkedHashMap<>();

        private Builder(String stream, String key) {
            this.stream = Objects.requireNonNull(stream);
            this.key = Objects.requireNonNull(key);
        }

        /**
         * Sets what the record says about its key.
         *
         * @param value the operation
         * @return this builder
         */
        public Builder op(Op value) {
            op = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Sets when it happened.
         *
         * @param time the time; {@link Instant#MIN} if unknown
         * @return this builder
         */
        public Builder occurredAt(Instant time) {
            occurredAt = Objects.requireNonNull(time);
            return this;
        }

        /**
         * Sets the channel's own number of the version.
         *
         * @param number 0 or more, or {@link #NO_SEQUENCE}
         * @return this builder
         */
        public Builder sequence(long number) {
            sequence = number;
            return this;
        }

        /**
         * Sets where it stands in the channel.
         *
         * @param text file and line, or an offset
         * @return this builder
         */
        public Builder position(String text) {
            position = Objects.requireNonNull(text);
            return this;
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
         * Adds fields.
         *
         * @param values names and values
         * @return this builder
         */
        public Builder fields(Map<String, ?> values) {
            fields.putAll(values);
            return this;
        }

        /**
         * The record.
         *
         * @return an immutable record; lists and maps are copied
         * @throws IllegalArgumentException if the stream or key is blank, the sequence negative, or a value of a type
         *     that records do not carry
         */
        public ChannelRecord build() {
            return new ChannelRecord(this);
        }
    }
}
