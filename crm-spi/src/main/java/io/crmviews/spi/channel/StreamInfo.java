package io.crmviews.spi.channel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A stream that a source offers: its name and, where known, its fields, so that a mapping can be checked. Immutable. */
public final class StreamInfo {

    /** What a field of a stream holds. Later levels add constants. */
    public enum FieldType {
        /** {@code String}. */
        TEXT,
        /** {@code Long} or {@code BigDecimal}. */
        NUMBER,
        /** {@code Boolean}. */
        BOOLEAN,
        /** {@code Instant}. */
        INSTANT,
        /** {@code LocalDate}. */
        DATE,
        /** {@code List}. */
        LIST,
        /** {@code Map}. */
        MAP,
        /** Several of these, or not known. */
        ANY
    }

    private final String name;
    private final ChannelRecord.Op op;
    private final Map<String, FieldType> fields;

    private StreamInfo(Builder b) {
        name = b.name;
        op = b.op;
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(b.fields));
        if (name.isBlank()) {
            throw new IllegalArgumentException("A stream needs a name.");
        }
    }

    /**
     * Starts a stream.
     *
     * @param name its name, not blank
     * @return a builder of a stream of {@link ChannelRecord.Op#UPSERT} whose fields are not known
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * The stream's name.
     *
     * @return the name, not blank
     */
    public String name() {
        return name;
    }

    /**
     * What its records usually say.
     *
     * @return {@link ChannelRecord.Op#UPSERT} for a stream of states, {@link ChannelRecord.Op#EVENT} for one of events
     */
    public ChannelRecord.Op op() {
        return op;
    }

    /**
     * The fields that its records may have, as far as known.
     *
     * @return names and types in the channel's order, unmodifiable; empty if not known
     */
    public Map<String, FieldType> fields() {
        return fields;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamInfo that
                && name.equals(that.name)
                && op == that.op
                && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, op, fields);
    }

    @Override
    public String toString() {
        return "StreamInfo[" + name + ", " + op + ", " + fields.size() + " fields]";
    }

    /** Builds a {@link StreamInfo}. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private ChannelRecord.Op op = ChannelRecord.Op.UPSERT;
        private final Map<String, FieldType> fields = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = Objects.requireNonNull(name);
        }

        /**
         * Sets what the records usually say.
         *
         * @param value the operation
         * @return this builder
         */
        public Builder op(ChannelRecord.Op value) {
            op = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Adds a field.
         *
         * @param field its name
         * @param type what it holds
         * @return this builder
         */
        public Builder field(String field, FieldType type) {
            fields.put(Objects.requireNonNull(field), Objects.requireNonNull(type));
            return this;
        }

        /**
         * The stream.
         *
         * @return an immutable description
         * @throws IllegalArgumentException if the name is blank
         */
        public StreamInfo build() {
            return new StreamInfo(this);
        }
    }
}
