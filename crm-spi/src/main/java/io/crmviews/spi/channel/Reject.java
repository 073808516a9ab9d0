package io.crmviews.spi.channel;

import java.util.Arrays;
import java.util.Objects;

/**
 * Something a channel said that cannot be a record. It keeps the raw bytes, so that it can be looked at and replayed;
 * these are personal data, so {@code toString} leaves them out. Immutable.
 */
public final class Reject {

    private final String stream;
    private final String position;
    private final String reason;
    private final byte[] raw;

    private Reject(String stream, String position, String reason, byte[] raw) {
        this.stream = Objects.requireNonNull(stream);
        this.position = Objects.requireNonNull(position);
        this.reason = Objects.requireNonNull(reason);
        this.raw = raw;
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A reject needs a reason.");
        }
    }

    /**
     * A reject.
     *
     * @param stream the stream it came from
     * @param position where it stands, for a person who looks for it: file and line, or an offset
     * @param reason a sentence that says what is wrong and quotes no value
     * @param raw its bytes as the channel holds them, cut to what the connector bounds them to; copied
     * @return the reject
     * @throws IllegalArgumentException if the reason is blank
     */
    public static Reject of(String stream, String position, String reason, byte[] raw) {
        return new Reject(stream, position, reason, raw.clone());
    }

    /**
     * The stream it came from.
     *
     * @return the stream's name
     */
    public String stream() {
        return stream;
    }

    /**
     * Where it stands.
     *
     * @return file and line, or an offset
     */
    public String position() {
        return position;
    }

    /**
     * What is wrong.
     *
     * @return a sentence that quotes no value
     */
    public String reason() {
        return reason;
    }

    /**
     * Its bytes as the channel holds them, possibly cut.
     *
     * @return a copy; personal data
     */
    public byte[] raw() {
        return raw.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reject that
                && stream.equals(that.stream)
                && position.equals(that.position)
                && reason.equals(that.reason)
                && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Objects.hash(stream, position, reason);
    }

    @Override
    public String toString() {
        return "Reject[" + stream + ", " + position + ", " + reason + "]";
    }
}
