package io.crmviews.connector.files.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.crmviews.spi.channel.ChannelRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records of delimiter-separated values under a header. An empty cell is an absent field. */
final class CsvFormat implements RecordFormat {

    private final CsvHeader header;
    private final StreamSettings settings;
    private final CsvReader.CsvReaderBuilder parser;

    CsvFormat(CsvHeader header, char delimiter, StreamSettings settings) {
        this.header = header;
        this.settings = settings;
        this.parser = parser(delimiter);
    }

    /** The cells of the header. */
    static List<String> cells(RawRecord raw, char delimiter, SizeLimits limits) throws UnreadableFileException {
        if (raw.fault() != RawRecord.Fault.NONE) {
            throw new UnreadableFileException("The header cannot be read: " + Reasons.of(raw.fault(), limits));
        }
        Optional<String> text = Utf8.decode(raw.bytes());
        if (text.isEmpty()) {
            throw new UnreadableFileException("The file is not CSV in UTF-8: its header has invalid bytes.");
        }
        try {
            return parser(delimiter).ofSingleCsvRecord(text.get()).getFields();
        } catch (CsvParseException e) {
            throw new UnreadableFileException("The header cannot be read as CSV.");
        }
    }

    private static CsvReader.CsvReaderBuilder parser(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter('"')
                .skipEmptyLines(false)
                .maxBufferSize(Integer.MAX_VALUE);
    }

    @Override
    public ParsedRecord parse(RawRecord raw, String position) {
        Optional<String> text = Utf8.decode(raw.bytes());
        if (text.isEmpty()) {
            return new ParsedRecord.Invalid(Reasons.NOT_UTF8);
        }
        try {
            return record(parser.ofSingleCsvRecord(text.get()).getFields(), position);
        } catch (CsvParseException e) {
            // Its message quotes a character of the value.
            return new ParsedRecord.Invalid("The line is not CSV.");
        }
    }

    @Override
    public List<String> columns() {
        return header.names();
    }

    private ParsedRecord record(List<String> cells, String position) {
        int columns = header.names().size();
        if (cells.size() != columns) {
            return new ParsedRecord.Invalid(
                    "The record has " + cells.size() + " columns where the header has " + columns + ".");
        }
        String key = cells.get(header.key()).strip();
        if (key.isEmpty()) {
            return new ParsedRecord.Invalid(Reasons.emptyKey(header.names().get(header.key())));
        }
        Instant time = Instant.MIN;
        if (header.time() >= 0 && !cells.get(header.time()).isBlank()) {
            Optional<Instant> stated = StreamSettings.time(cells.get(header.time()));
            if (stated.isEmpty()) {
                return new ParsedRecord.Invalid(Reasons.notATime(settings.timeField()));
            }
            time = stated.get();
        }
        ChannelRecord.Builder record = ChannelRecord.builder(settings.stream(), key)
                .op(settings.op())
                .occurredAt(time)
                .position(position);
        for (int i = 0; i < columns; i++) {
            if (!cells.get(i).isEmpty()) {
                record.field(header.names().get(i), cells.get(i));
            }
        }
        return new ParsedRecord.Valid(record.build());
    }
}
