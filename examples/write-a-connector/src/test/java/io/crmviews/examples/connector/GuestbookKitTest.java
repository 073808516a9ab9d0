package io.crmviews.examples.connector;

import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.Config;
import io.crmviews.tck.ConnectorFixture;
import io.crmviews.tck.ConnectorKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

// kit begin
class GuestbookKitTest extends ConnectorKit {

    @Override
    public ChannelConnector connector() {
        return new GuestbookConnector();
    }

    @Override
    protected ConnectorFixture fixture(Path scratch) throws IOException {
        return new Book(Files.createFile(scratch.resolve("book.txt")));
    }
    // kit end

    // fixture begin
    private static final class Book implements ConnectorFixture {

        private final Path file;
        private int lines;

        Book(Path file) {
            this.file = file;
        }

        @Override
        public Config goodConfig() {
            return Config.builder().set("file", file.toString()).build();
        }

        @Override
        public Config badConfig() {
            return Config.builder().set("file", file + ".gone").build();
        }

        private String write(String line) throws IOException {
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
            return "line " + ++lines;
        }

        @Override
        public Set<String> seed(int n) throws IOException {
            Set<String> keys = new LinkedHashSet<>();
            for (int i = 0; i < n; i++) {
                keys.add(write("2026-01-02T03:04:05Z;Guest " + lines + ";It was lovely"));
            }
            return keys;
        }

        @Override
        public boolean poison() throws IOException {
            write("yesterday " + MARK);
            return true;
        }

        @Override
        public String remoteState() throws IOException {
            return Files.readString(file);
        }

        @Override
        public Optional<String> seedText(String text) throws IOException {
            boolean oneLine = text.lines().count() == 1;
            return oneLine ? Optional.of(write("2026-01-02T03:04:05Z;Guest;" + text)) : Optional.empty();
        }
    }
    // fixture end
}
