package io.crmviews.connector.files.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into records at byte level, so that each has an offset to resume from, one bad record cannot spoil the
 * next, and memory stays bounded whatever a file holds. Quotes, delimiters and line ends are ASCII and therefore never
 * part of a longer UTF-8 sequence (RFC 3629), so nothing is decoded here.
 *
 * <p>Frames follow RFC 4180: a quote opens only at the start of a field, doubled quotes stand for one, line ends (LF,
 * CRLF, CR) within quotes belong to the field. Where quoting is broken, only the first line of the record is given up
 * and scanning goes on at the second. This stays linear: whether a line toggles between inside and outside depends on
 * the number of its quotes alone, so after giving up a line that opened to the end of the file, no later one can.
 *
 * <p>Not thread-safe.
 */
public final class RecordScanner implements Closeable {

    private static final int FIELD_START = 0;
    private static final int PLAIN = 1;
    private static final int QUOTED = 2;
    private static final int QUOTE_IN_QUOTED = 3;
    private static final int BROKEN = 4;
    private static final int LINES = 5;

    /** A quoted field that is still open after so many bytes is taken for one that nobody closes. */
    private static final long LONGEST_QUOTED = 64L << 20;

    private static final int NO_DELIMITER = -1;

    /** The quotes around a field do not count as its bytes. */
    private static final int QUOTES = 2;

    private final SeekableByteChannel channel;
    private final int delimiter;
    private final long maxFieldBytes;
    private final int maxRecordBytes;

    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int filled;
    private long bufferStart;
    private long line = 1;

    private byte[] kept = new byte[1 << 10];
    private int keptLength;
    private int state;
    private long fieldBytes;
    private boolean tooLarge;
    private long firstLineEnd;
    private int firstLineKept;

    private RecordScanner(SeekableByteChannel channel, int delimiter, long maxFieldBytes, int maxRecordBytes) {
        this.channel = channel;
        this.delimiter = delimiter;
        this.maxFieldBytes = maxFieldBytes;
        this.maxRecordBytes = maxRecordBytes;
    }

    /**
     * Scans a file in which each line is a record.
     *
     * @param channel the file; closed with the scanner
     * @param limits how large a record may be
     * @return a scanner at the start of the file
     */
    public static RecordScanner lines(SeekableByteChannel channel, SizeLimits limits) {
        return new RecordScanner(channel, NO_DELIMITER, limits.recordBytes(), limits.recordBytes());
    }

    /**
     * Scans a file of delimiter-separated values.
     *
     * @param channel the file; closed with the scanner
     * @param delimiter the delimiter, an ASCII character
     * @param limits how large a field and a record may be
     * @return a scanner at the start of the file
     */
    public static RecordScanner delimited(SeekableByteChannel channel, char delimiter, SizeLimits limits) {
        return new RecordScanner(channel, delimiter, limits.fieldBytes(), limits.recordBytes());
    }

    /**
     * The offset of the next record.
     *
     * @return bytes from the start of the file
     */
    public long position() {
        return bufferStart + next;
    }

    /**
     * The line of the next record.
     *
     * @return the line's number, from 1
     */
    public long line() {
        return line;
    }

    /**
     * Goes to the start of a record.
     *
     * @param offset its offset
     * @param lineNumber the number of its line
     * @throws IOException if the file cannot be positioned
     */
    public void seek(long offset, long lineNumber) throws IOException {
        if (offset >= bufferStart && offset <= bufferStart + filled) {
            next = (int) (offset - bufferStart);
        } else {
            channel.position(offset);
            bufferStart = offset;
            next = 0;
            filled = 0;
        }
        line = lineNumber;
    }

    /**
     * The next record.
     *
     * @return the record, or null at the end of the file
     * @throws IOException if the file cannot be read
     * @throws InterruptedException if the thread was interrupted
     */
    public @Nullable RawRecord next() throws IOException, InterruptedException {
        long start = position();
        long startLine = line;
        begin();
        boolean terminated = scan(start);
        if (!terminated && position() == start) {
            return null;
        }
        RawRecord.Fault fault = fault();
        boolean resynchronized =
                firstLineEnd >= 0 && (fault == RawRecord.Fault.BROKEN_QUOTE || fault == RawRecord.Fault.UNCLOSED_QUOTE);
        if (resynchronized) {
            seek(firstLineEnd, startLine + 1);
            keptLength = firstLineKept;
        }
        byte[] bytes = Arrays.copyOf(kept, keptLength);
        return new RawRecord(bytes, start, position(), startLine, terminated || resynchronized, fault);
    }

    private void begin() {
        state = delimiter == NO_DELIMITER ? LINES : FIELD_START;
        keptLength = 0;
        fieldBytes = 0;
        tooLarge = false;
        firstLineEnd = -1;
        if (kept.length > 1 << 20) {
            kept = new byte[1 << 10];
        }
    }

    /** Runs to the end of the record; true if a line end or an error ended it, false if the file did. */
    private boolean scan(long start) throws IOException, InterruptedException {
        while (true) {
            int b = read();
            if (b < 0) {
                return false;
            }
            if (b == '\n' || b == '\r') {
                if (endOfLine(b)) {
                    return true;
                }
            } else {
                state = step(b);
                keep(b);
            }
            if (state == QUOTED && position() - start > LONGEST_QUOTED) {
                state = BROKEN;
            }
            if (state == BROKEN && firstLineEnd >= 0) {
                return true;
            }
        }
    }

    /** Takes in a line end; true if it ends the record, false if it is quoted. */
    private boolean endOfLine(int b) throws IOException, InterruptedException {
        boolean quoted = state == QUOTED;
        if (quoted) {
            keep(b);
        }
        if (b == '\r' && peek() == '\n') {
            next++;
            if (quoted) {
                keep('\n');
            }
        }
        line++;
        if (quoted && firstLineEnd < 0) {
            firstLineEnd = position();
            firstLineKept = keptLength;
        }
        return !quoted;
    }

    private int step(int b) {
        boolean delimits = b == delimiter;
        return switch (state) {
            case FIELD_START -> delimits ? startField() : b == '"' ? QUOTED : PLAIN;
            case PLAIN -> delimits ? startField() : PLAIN;
            case QUOTED -> b == '"' ? QUOTE_IN_QUOTED : QUOTED;
            case QUOTE_IN_QUOTED -> delimits ? startField() : b == '"' ? QUOTED : BROKEN;
            default -> state;
        };
    }

    private int startField() {
        fieldBytes = -1;
        return FIELD_START;
    }

    private void keep(int b) {
        fieldBytes++;
        if (fieldBytes > maxFieldBytes + QUOTES || keptLength == maxRecordBytes) {
            tooLarge = true;
        }
        if (tooLarge) {
            return;
        }
        if (keptLength == kept.length) {
            kept = Arrays.copyOf(kept, Math.min(maxRecordBytes, kept.length * 2));
        }
        kept[keptLength++] = (byte) b;
    }

    private RawRecord.Fault fault() {
        if (state == BROKEN) {
            return RawRecord.Fault.BROKEN_QUOTE;
        }
        if (state == QUOTED) {
            return RawRecord.Fault.UNCLOSED_QUOTE;
        }
        return tooLarge ? RawRecord.Fault.TOO_LARGE : RawRecord.Fault.NONE;
    }

    private int peek() throws IOException, InterruptedException {
        return next < filled || fill() ? buffer[next] & 0xff : -1;
    }

    private int read() throws IOException, InterruptedException {
        return next < filled || fill() ? buffer[next++] & 0xff : -1;
    }

    private boolean fill() throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        bufferStart += filled;
        next = 0;
        filled = 0;
        int count = channel.read(ByteBuffer.wrap(buffer));
        filled = Math.max(0, count);
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
