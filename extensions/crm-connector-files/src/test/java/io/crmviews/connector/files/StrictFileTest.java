package io.crmviews.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.spi.channel.ChannelRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrictFileTest {

    @TempDir
    Path folder;

    private void refuses(String text, long line, String reason) {
        refuses(text.getBytes(StandardCharsets.ISO_8859_1), line, reason);
    }

    private void refuses(byte[] bytes, long line, String reason) {
        Path file = folder.resolve("people.csv");
        Reading.write(file, bytes);
        assertThatThrownBy(() -> StrictFile.read(file, "record_id"))
                .isInstanceOfSatisfying(
                        InvalidFileException.class, e -> assertThat(e.line()).isEqualTo(line))
                .hasMessage(file + " line " + line + ": " + reason);
    }

    @Test
    void readsAGoodFile() throws Exception {
        Path file = folder.resolve("people.csv");
        Reading.write(file, "record_id;name\nr1;Ann\nr2;\"Bo\nDi\"\n");

        assertThat(StrictFile.read(file, "record_id").stream().map(ChannelRecord::key))
                .containsExactly("r1", "r2");
        assertThat(StrictFile.read(file, "")).hasSize(2);
    }

    @Test
    void namesFileAndLineOfWhatIsWrong() {
        refuses("", 1, "The file is empty.");
        refuses("record_id,name\n", 1, "The file holds no record.");
        refuses("name\nAnn\n", 1, "There is no key field record_id.");
        refuses("\u0089PNG\r\n\u001a\n\0\0", 1, "The file is not CSV in UTF-8: its header has invalid bytes.");
        refuses("record_id,name\nr1,a\nr2,b\nr1,c\n", 4, "The record has the same key as that in line 2.");
        refuses("record_id,name\nr1,\u00E4\n", 2, "The record is not valid UTF-8.");
        refuses(
                "record_id,name\nr1,a\nr2,\"b\nr3,c\n",
                3,
                "The quoting is broken: a quote is opened and never closed.");
        refuses("record_id,name\nr1,a\n\nr2\n", 4, "The record has 1 columns where the header has 2.");
        refuses(
                "record_id,name\nr1," + "x".repeat(10 << 20) + "\n",
                2,
                "A field has more than the allowed 1048576 bytes, or the record more than 16777216.");
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path file = folder.resolve("none.csv");
        assertThatThrownBy(() -> StrictFile.read(file, ""))
                .isInstanceOfSatisfying(
                        InvalidFileException.class, e -> assertThat(e.line()).isZero())
                .hasMessage(file + ": There is no such file.");
    }
}
