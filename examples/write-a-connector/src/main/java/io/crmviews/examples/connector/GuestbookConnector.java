package io.crmviews.examples.connector;

import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConfigField;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorInfo;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A guest book as a channel: a text file that grows, each line {@code time;guest;what they wrote}. */
public final class GuestbookConnector implements ChannelConnector {

    // info begin
    private static final ConfigField FILE = ConfigField.builder("file", ConfigField.Type.TEXT)
            .description("The guest book.")
            .required()
            .build();

    private static final ConnectorInfo INFO = ConnectorInfo.builder("guestbook", "1.0")
            .title("Guest book")
            .capabilities(Capability.SOURCE, Capability.END_OF_DATA)
            .fields(FILE)
            .build();

    @Override
    public ConnectorInfo info() {
        return INFO;
    }
    // info end

    // check begin
    @Override
    public List<Problem> check(Config config, Context context) {
        List<Problem> problems = new ArrayList<>(INFO.problems(config));
        if (problems.isEmpty() && !Files.isReadable(Path.of(config.text(FILE)))) {
            problems.add(Problem.of(FILE.name(), "There is no such file, or it must not be read."));
        }
        return problems;
    }
    // check end

    // open begin
    @Override
    public ChannelSource openSource(Config config, Checkpoint from, Context context) throws ConnectorException {
        if (!check(config, context).isEmpty()) {
            throw new ConnectorException(ConnectorException.Kind.CONFIG, "The guest book cannot be read.");
        }
        return new GuestbookSource(Path.of(config.text(FILE)), line(from));
    }

    private static int line(Checkpoint from) throws ConnectorException {
        try {
            return from.isStart() ? 0 : Integer.parseInt(from.text());
        } catch (NumberFormatException e) {
            throw new ConnectorException(ConnectorException.Kind.DATA, "This is no checkpoint of a guest book.", e);
        }
    }
    // open end
}
