package io.crmviews.spi.channel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where a source stands after a batch: opaque to everybody but the connector, self-contained, at most {@value
 * #MAX_BYTES} bytes. It covers the rejects of its batch as well as the records, and may move with neither. It must hold
 * no secret and no personal value, for it is stored and shown. Immutable.
 */
public final class Checkpoint {

    /** The most bytes a checkpoint may have. */
    public static final int MAX_BYTES = 64 * 1024;

    /** Before anything was read. */
    public static final Checkpoint START = new Checkpoint(new byte[0]);

    private final byte[] bytes;

    private Checkpoint(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "A checkpoint has " + bytes.length + " bytes; at most " + MAX_BYTES + " are allowed.");
        }
        this.bytes = bytes;
    }

    /**
     * A checkpoint of bytes.
     *
     * @param bytes at most {@value #MAX_BYTES}; copied
     * @return the checkpoint
     * @throws IllegalArgumentException if there are too many
     */
    public static Checkpoint of(byte[] bytes) {
        return new Checkpoint(bytes.clone());
    }

    /**
     * A checkpoint of text in UTF-8.
     *
     * @param text at most {@value #MAX_BYTES} bytes
     * @return the checkpoint
     * @throws IllegalArgumentException if it is too long
     */
    public static Checkpoint of(String text) {
        return new Checkpoint(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether this is {@link #START}.
     *
     * @return true if it holds nothing
     */
    public boolean isStart() {
        return bytes.length == 0;
    }

    /**
     * The bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The bytes as UTF-8.
     *
     * @return the text
     */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Checkpoint[" + bytes.length + " bytes]";
    }
}
