package io.crmviews.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Checkpoint;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** The byte-level frames must be those that the CSV parser sees, whatever the text. */
class QuotingAgreementTest {

    @Property(tries = 300)
    void whatAWriterWritesComesBack(
            @ForAll @Size(max = 20)
                    List<@StringLength(max = 8) @Chars({'"', ',', '\n', '\r', ' ', 'a', ';', '\u00E9', '\0'}) String>
                            values,
            @ForAll @IntRange(min = 1, max = 5) int batchSize)
            throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            writer.writeRecord("id", "value");
            for (int i = 0; i < values.size(); i++) {
                writer.writeRecord(Integer.toString(i), values.get(i));
            }
        }
        Reading reading = read(text.toString(), batchSize);

        assertThat(reading.rejects()).isEmpty();
        List<String> read = new ArrayList<>();
        for (ChannelRecord record : reading.records()) {
            read.add((String) record.fields().getOrDefault("value", ""));
        }
        assertThat(read).isEqualTo(values);
    }

    @Property(tries = 500)
    void whateverIsNoRejectIsWhatTheParserSees(
            @ForAll @StringLength(max = 60) @Chars({'"', ',', '\n', '\r', 'a'}) @CharRange(from = '0', to = '3')
                    String body)
            throws IOException {
        String text = "id,b\n" + body;
        Reading reading = read(text, 3);
        if (reading.rejects().isEmpty()) {
            List<List<String>> expected = new ArrayList<>();
            CsvReader.builder().ofCsvRecord(text).forEach(it -> expected.add(it.getFields()));
            assertThat(reading.records()).hasSize(expected.size() - 1);
            for (int i = 1; i < expected.size(); i++) {
                ChannelRecord record = reading.records().get(i - 1);
                assertThat(record.fields().getOrDefault("id", ""))
                        .isEqualTo(expected.get(i).get(0));
                assertThat(record.fields().getOrDefault("b", ""))
                        .isEqualTo(expected.get(i).get(1));
            }
        }
    }

    private static Reading read(String text, int batchSize) throws IOException {
        Path folder = Files.createTempDirectory("files-connector");
        try {
            Reading.write(folder.resolve("values.csv"), text);
            return Reading.all(Reading.folder(folder), Checkpoint.START, batchSize);
        } finally {
            Files.deleteIfExists(folder.resolve("values.csv"));
            Files.deleteIfExists(folder);
        }
    }
}
