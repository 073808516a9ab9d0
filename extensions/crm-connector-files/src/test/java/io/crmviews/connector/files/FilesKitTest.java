package io.crmviews.connector.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.Config;
import io.crmviews.tck.ConnectorFixture;
import io.crmviews.tck.ConnectorKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The files connector passes the conformance kit, here with a file of JSON lines that grows. */
class FilesKitTest extends ConnectorKit {

    @Override
    public ChannelConnector connector() {
        return new FilesConnector();
    }

    @Override
    protected ConnectorFixture fixture(Path scratch) {
        return new Folder(scratch);
    }

    /** A folder with one file. */
    private static final class Folder implements ConnectorFixture {

        private static final ObjectMapper JSON = new ObjectMapper();

        private final Path folder;
        private int seeded;

        Folder(Path folder) {
            this.folder = folder;
        }

        private Config config(Path of) {
            return Config.builder()
                    .set("folder", of.toString())
                    .set("time", "at")
                    .build();
        }

        @Override
        public Config goodConfig() {
            return config(folder);
        }

        @Override
        public Config badConfig() {
            return config(folder.resolve("nowhere"));
        }

        private void append(String line) throws IOException {
            Files.writeString(
                    folder.resolve("people.jsonl"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }

        private static ObjectNode person(String key) {
            return JSON.createObjectNode().put("id", key);
        }

        @Override
        public Set<String> seed(int n) throws IOException {
            Set<String> keys = new LinkedHashSet<>();
            for (int i = 0; i < n; i++) {
                String key = "p" + seeded++;
                append(person(key).put("name", "Person " + key).toString());
                keys.add(key);
            }
            return keys;
        }

        @Override
        public boolean poison() throws IOException {
            append("{\"id\":\"x\", \"name\":\"" + MARK);
            return true;
        }

        @Override
        public String remoteState() throws IOException {
            Path file = folder.resolve("people.jsonl");
            return Files.exists(file) ? Files.readString(file) : "";
        }

        @Override
        public Optional<String> seedText(String text) throws IOException {
            append(person("text").put("text", text).toString());
            return Optional.of("text");
        }

        @Override
        public Optional<String> seedTime(Instant time) throws IOException {
            append(person("time").put("at", time.toString()).toString());
            return Optional.of("time");
        }
    }
}
