package io.crmviews.connector.files.internal;

import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Reject;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** An open file and the place in it. Not thread-safe. */
public final class FileReading implements Closeable {

    private final SourceFile file;
    private final SizeLimits limits;
    private final FileChannel channel;
    private final long modified;
    private final PrefixChecksum checksum;
    private final RecordScanner scanner;
    private final RecordFormat format;
    private long offset;
    private long line;
    private long handled;

    private FileReading(Opening opening, RecordScanner scanner, RecordFormat format) {
        this.file = opening.file;
        this.limits = opening.options.limits();
        this.channel = opening.channel;
        this.modified = opening.modified;
        this.checksum = new PrefixChecksum(channel);
        this.scanner = scanner;
        this.format = format;
    }

    /** What one step through a file yields. */
    public sealed interface Item {

        /**
         * Its size in the file.
         *
         * @return bytes, the line end included
         */
        long bytes();

        /**
         * The number of its first line.
         *
         * @return the line, from 1
         */
        long line();
    }

    /**
     * A record.
     *
     * @param record the record
     * @param line the number of its first line
     * @param bytes its size in the file
     */
    public record Good(ChannelRecord record, long line, long bytes) implements Item {}

    /**
     * Something that is no record.
     *
     * @param reject the reject
     * @param line the number of its first line
     * @param bytes its size in the file
     */
    public record Bad(Reject reject, long line, long bytes) implements Item {}

    /**
     * Opens a file at its first record.
     *
     * @param file the file
     * @param options how to read it
     * @return the open file
     * @throws UnreadableFileException if it cannot be read as a whole
     * @throws IOException if the file system fails
     * @throws InterruptedException if the thread was interrupted
     */
    public static FileReading open(SourceFile file, FilesOptions options)
            throws UnreadableFileException, IOException, InterruptedException {
        long modified = Files.getLastModifiedTime(file.path()).toMillis();
        FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ);
        boolean opened = false;
        try {
            FileReading reading = new Opening(file, options, channel, modified).open();
            opened = true;
            return reading;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    /** Opens a file again where it was left; the caller has made sure that it only grew. */
    static FileReading reopen(SourceFile file, FileProgress from, FilesOptions options)
            throws UnreadableFileException, IOException, InterruptedException {
        FileReading reading = open(file, options);
        if (from.offset() > reading.offset) {
            reading.scanner.seek(from.offset(), from.line());
            reading.offset = from.offset();
            reading.line = from.line();
            reading.handled = from.offset();
        }
        return reading;
    }

    /**
     * The next record or reject.
     *
     * @return it, or null at the end of the file
     * @throws IOException if the file system fails
     * @throws InterruptedException if the thread was interrupted
     */
    public @Nullable Item next() throws IOException, InterruptedException {
        while (true) {
            RawRecord raw = scanner.next();
            if (raw == null) {
                return null;
            }
            handled = raw.end();
            if (raw.terminated()) {
                offset = raw.end();
                line = scanner.line();
            }
            if (!raw.isBlank()) {
                return item(raw);
            }
        }
    }

    /** The columns of a CSV file; empty for JSON lines. */
    List<String> columns() {
        return format.columns();
    }

    /** How far the file was read. */
    FileProgress progress() throws IOException {
        return new FileProgress(offset, line, handled, checksum.upTo(handled), modified);
    }

    private Item item(RawRecord raw) {
        long bytes = raw.end() - raw.start();
        String position = file.name() + " line " + raw.line();
        if (raw.fault() != RawRecord.Fault.NONE) {
            return bad(raw, position, Reasons.of(raw.fault(), limits));
        }
        ParsedRecord parsed = format.parse(raw, position);
        if (parsed instanceof ParsedRecord.Valid valid) {
            return new Good(valid.record(), raw.line(), bytes);
        }
        return bad(raw, position, ((ParsedRecord.Invalid) parsed).reason());
    }

    private Bad bad(RawRecord raw, String position, String reason) {
        byte[] kept = raw.bytes();
        if (kept.length > limits.rawBytes()) {
            kept = Arrays.copyOf(kept, limits.rawBytes());
        }
        return new Bad(Reject.of(file.stream(), position, reason, kept), raw.line(), raw.end() - raw.start());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** CRC-32C of a growing prefix; reads each byte once. */
    static final class PrefixChecksum {

        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        private final CRC32C crc = new CRC32C();
        private long covered;

        PrefixChecksum(FileChannel channel) {
            this.channel = channel;
        }

        long upTo(long end) throws IOException {
            if (end < covered) {
                crc.reset();
                covered = 0;
            }
            while (covered < end) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), end - covered));
                int count = channel.read(buffer, covered);
                if (count < 0) {
                    throw new IOException("The file became shorter while it was read.");
                }
                crc.update(buffer.flip());
                covered += count;
            }
            return crc.getValue();
        }
    }

    /** The steps from an open channel to a place behind the header. */
    private static final class Opening {

        private final SourceFile file;
        private final FilesOptions options;
        private final FileChannel channel;
        private final long modified;

        Opening(SourceFile file, FilesOptions options, FileChannel channel, long modified) {
            this.file = file;
            this.options = options;
            this.channel = channel;
            this.modified = modified;
        }

        FileReading open() throws UnreadableFileException, IOException, InterruptedException {
            FileHead head = FileHead.of(channel);
            head.requireText();
            StreamSettings settings = options.settings(file.stream());
            if (file.json()) {
                RecordScanner scanner = RecordScanner.lines(channel, options.limits());
                scanner.seek(head.markLength(), 1);
                return at(scanner, new JsonFormat(settings, options.limits()), null);
            }
            head.requireCsv();
            char delimiter = options.delimiter().orElseGet(head::delimiter);
            RecordScanner scanner = RecordScanner.delimited(channel, delimiter, options.limits());
            scanner.seek(head.markLength(), 1);
            RawRecord header = firstRecord(scanner);
            List<String> cells = CsvFormat.cells(header, delimiter, options.limits());
            CsvFormat format = new CsvFormat(CsvHeader.of(cells, settings), delimiter, settings);
            return at(scanner, format, header);
        }

        private FileReading at(RecordScanner scanner, RecordFormat format, @Nullable RawRecord header) {
            FileReading reading = new FileReading(this, scanner, format);
            boolean complete = header == null || header.terminated();
            reading.offset = complete ? scanner.position() : 0;
            reading.line = complete ? scanner.line() : 1;
            reading.handled = scanner.position();
            return reading;
        }

        private static RawRecord firstRecord(RecordScanner scanner)
                throws UnreadableFileException, IOException, InterruptedException {
            RawRecord raw = scanner.next();
            while (raw != null && raw.isBlank()) {
                raw = scanner.next();
            }
            if (raw == null) {
                throw new UnreadableFileException("The file holds nothing but blank lines.");
            }
            return raw;
        }
    }
}
