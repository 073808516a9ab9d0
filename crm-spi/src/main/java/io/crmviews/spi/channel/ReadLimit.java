package io.crmviews.spi.channel;

import java.time.Duration;

/**
 * How much one {@link ChannelSource#read} may deliver and how long it may wait. A single record larger than the bytes
 * allowed is still delivered, alone. Immutable.
 */
public final class ReadLimit {

    private final int records;
    private final long bytes;
    private final Duration wait;

    private ReadLimit(int records, long bytes, Duration wait) {
        if (records < 1 || bytes < 1 || wait.isNegative()) {
            throw new IllegalArgumentException("A read needs at least one record and one byte, and no negative wait.");
        }
        this.records = records;
        this.bytes = bytes;
        this.wait = wait;
    }

    /**
     * A limit.
     *
     * @param records the most records and rejects together, at least 1
     * @param bytes about the most bytes of records and rejects as the channel holds them, at least 1
     * @param wait the longest wait for the first record; zero to return at once
     * @return the limit
     * @throws IllegalArgumentException if a number is below 1 or the wait negative
     */
    public static ReadLimit of(int records, long bytes, Duration wait) {
        return new ReadLimit(records, bytes, wait);
    }

    /**
     * The most records and rejects together.
     *
     * @return at least 1
     */
    public int records() {
        return records;
    }

    /**
     * About the most bytes, as the channel holds them.
     *
     * @return at least 1
     */
    public long bytes() {
        return bytes;
    }

    /**
     * The longest wait for the first record.
     *
     * @return zero or more; the name avoids {@link Object#wait()}
     */
    public Duration maxWait() {
        return wait;
    }

    @Override
    public String toString() {
        return "ReadLimit[" + records + " records, " + bytes + " bytes, " + wait + "]";
    }
}
