package io.crmviews.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.StreamInfo;
import io.crmviews.spi.channel.StreamInfo.FieldType;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesConnectorTest {

    @TempDir
    Path folder;

    private final FilesConnector connector = new FilesConnector();

    @Test
    void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(ChannelConnector.class).stream()
                        .map(it -> it.get().info().id()))
                .containsExactly("files");
    }

    @Test
    void statesWhatItCanDo() {
        assertThat(connector.info().capabilities())
                .containsExactlyInAnyOrder(
                        Capability.SOURCE, Capability.DISCOVER, Capability.HEARD_UP_TO, Capability.END_OF_DATA);
    }

    @Test
    void reportsEveryKindOfBadConfiguration() {
        assertThat(problems(Config.builder().build())).containsExactly("Either a folder or a list of files is needed.");
        assertThat(problems(Config.builder()
                        .set("folder", folder.toString())
                        .set("files", "a.csv")
                        .build()))
                .hasSize(1);
        assertThat(problems(Config.builder().set("folder", folder + "/none").build()))
                .containsExactly("folder: There is no folder " + folder + "/none.");
        assertThat(problems(Config.builder().set("files", folder + "/a.csv").build()))
                .containsExactly("files: There is no file " + folder + "/a.csv.");
        assertThat(problems(Config.builder().set("folder", "a\0b").build()))
                .containsExactly("folder: This is no name of a folder.");
        assertThat(problems(Config.builder()
                        .set("folder", folder.toString())
                        .set("delimiter", "dash")
                        .set("maxFieldBytes", "many")
                        .set("colour", "red")
                        .build()))
                .hasSize(3);
        assertThat(problems(Config.builder()
                        .set("folder", folder.toString())
                        .set("maxFieldBytes", "0")
                        .build()))
                .hasSize(1);
        assertThat(problems(Reading.folder(folder))).isEmpty();
    }

    @Test
    void refusesToOpenWithABadConfiguration() {
        assertThatThrownBy(() -> connector.openSource(Config.builder().build(), Checkpoint.START, Reading.CONTEXT))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(ConnectorException.Kind.CONFIG));
    }

    @Test
    void discoversStreamsAndFields() throws Exception {
        Reading.write(folder.resolve("customers.csv"), "id,name\n1,Ann\n");
        Reading.write(folder.resolve("calls.jsonl"), """
                {"id":1,"minutes":3,"tags":["a"],"at":{"shop":"x"},"paid":true,"note":"n"}
                {"id":"two","minutes":1.5}
                """);
        Reading.write(folder.resolve("broken.csv"), "");
        Reading.write(folder.resolve("notes.txt"), "not read");
        Config config = Config.builder()
                .set("folder", folder.toString())
                .set("events", "calls")
                .build();

        assertThat(connector.discover(config, Reading.CONTEXT))
                .containsExactly(
                        StreamInfo.builder("broken").build(),
                        StreamInfo.builder("calls")
                                .op(ChannelRecord.Op.EVENT)
                                .field("id", FieldType.ANY)
                                .field("minutes", FieldType.NUMBER)
                                .field("tags", FieldType.LIST)
                                .field("at", FieldType.MAP)
                                .field("paid", FieldType.BOOLEAN)
                                .field("note", FieldType.TEXT)
                                .build(),
                        StreamInfo.builder("customers")
                                .field("id", FieldType.TEXT)
                                .field("name", FieldType.TEXT)
                                .build());
    }

    private List<String> problems(Config config) {
        return connector.check(config, Reading.CONTEXT).stream()
                .map(Object::toString)
                .toList();
    }
}
