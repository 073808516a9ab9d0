package io.crmviews.spi.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What one {@link ChannelSource#read} delivers, in order. Immutable. */
public final class Batch {

    private final List<ChannelRecord> records;
    private final List<Reject> rejects;
    private final Checkpoint checkpoint;
    private final Instant heardUpTo;
    private final boolean endOfData;

    private Batch(Builder b) {
        records = List.copyOf(b.records);
        rejects = List.copyOf(b.rejects);
        checkpoint = b.checkpoint;
        heardUpTo = b.heardUpTo;
        endOfData = b.endOfData;
    }

    /**
     * Starts a batch.
     *
     * @param checkpoint where the source stands once everything in the batch is stored
     * @return a builder of an empty batch
     */
    public static Builder builder(Checkpoint checkpoint) {
        return new Builder(checkpoint);
    }

    /**
     * The records, in the source's order.
     *
     * @return the records; may be empty
     */
    public List<ChannelRecord> records() {
        return records;
    }

    /**
     * What could not be a record.
     *
     * @return the rejects; may be empty
     */
    public List<Reject> rejects() {
        return rejects;
    }

    /**
     * Where the source stands once everything in the batch is stored.
     *
     * @return the checkpoint
     */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /**
     * Until when the source has been heard completely: all that it knew until then is delivered with this batch.
     *
     * @return the time; {@link Instant#MIN} if the batch does not say
     */
    public Instant heardUpTo() {
        return heardUpTo;
    }

    /**
     * Whether the source has nothing more at present. It may be read again later and may then have more.
     *
     * @return true at the end of data
     */
    public boolean endOfData() {
        return endOfData;
    }

    @Override
    public String toString() {
        return "Batch[" + records.size() + " records, " + rejects.size() + " rejects" + (endOfData ? ", end" : "")
                + "]";
    }

    /** Builds a {@link Batch}. Not thread-safe. */
    public static final class Builder {

        private final List<ChannelRecord> records = new ArrayList<>();
        private final List<Reject> rejects = new ArrayList<>();
        private Checkpoint checkpoint;
        private Instant heardUpTo = Instant.MIN;
        private boolean endOfData;

        private Builder(Checkpoint checkpoint) {
            this.checkpoint = Objects.requireNonNull(checkpoint);
        }

        /**
         * Adds a record.
         *
         * @param record the next record
         * @return this builder
         */
        public Builder add(ChannelRecord record) {
            records.add(Objects.requireNonNull(record));
            return this;
        }

        /**
         * Adds a reject.
         *
         * @param reject the next reject
         * @return this builder
         */
        public Builder add(Reject reject) {
            rejects.add(Objects.requireNonNull(reject));
            return this;
        }

        /**
         * Sets where the source stands once everything in the batch is stored.
         *
         * @param value the checkpoint
         * @return this builder
         */
        public Builder checkpoint(Checkpoint value) {
            checkpoint = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Sets until when the source has been heard completely.
         *
         * @param time the time
         * @return this builder
         */
        public Builder heardUpTo(Instant time) {
            heardUpTo = Objects.requireNonNull(time);
            return this;
        }

        /**
         * Says whether the source has nothing more at present.
         *
         * @param value true at the end of data
         * @return this builder
         */
        public Builder endOfData(boolean value) {
            endOfData = value;
            return this;
        }

        /**
         * The batch.
         *
         * @return an immutable batch
         */
        public Batch build() {
            return new Batch(this);
        }
    }
}
