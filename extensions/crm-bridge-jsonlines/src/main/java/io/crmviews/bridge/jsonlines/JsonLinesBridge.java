package io.crmviews.bridge.jsonlines;

import io.crmviews.bridge.jsonlines.internal.BridgeOptions;
import io.crmviews.bridge.jsonlines.internal.BridgeSource;
import io.crmviews.bridge.jsonlines.internal.Discovery;
import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorInfo;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.Problem;
import io.crmviews.spi.channel.StreamInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * The bridge {@code jsonlines}: runs a source of the Airbyte protocol or of Singer, which the user has installed, as a
 * process, and hands on what it prints. The source's settings are a secret: they reach it in a file that only its owner
 * can read. It gets no shell, and no environment but what is declared. Its state is the checkpoint, opaque. A failure
 * that it reports counts, also if it then ends with 0. Records that a source marks as deleted ({@code
 * _ab_cdc_deleted_at}) arrive as deletes; other deletes are not seen. Closing kills it with all its children.
 *
 * <p>Each pass over the data is a run of the process; its end is an end of data. Stateless and thread-safe.
 */
public final class JsonLinesBridge implements ChannelConnector {

    private static final ConnectorInfo INFO = ConnectorInfo.builder("jsonlines", "0.1.0")
            .title("Airbyte and Singer sources")
            .capabilities(Capability.SOURCE, Capability.DISCOVER, Capability.DELETES, Capability.END_OF_DATA)
            .fields(BridgeOptions.fields())
            .build();

    /** Made by {@link java.util.ServiceLoader}. */
    public JsonLinesBridge() {}

    @Override
    public ConnectorInfo info() {
        return INFO;
    }

    @Override
    public List<Problem> check(Config config, Context context) throws InterruptedException {
        List<Problem> problems = new ArrayList<>(INFO.problems(config));
        if (problems.isEmpty()) {
            problems.addAll(BridgeOptions.problems(config));
        }
        if (problems.isEmpty()) {
            try {
                Discovery.check(BridgeOptions.of(config));
            } catch (ConnectorException e) {
                problems.add(Problem.general(String.valueOf(e.getMessage())));
            }
        }
        return List.copyOf(problems);
    }

    @Override
    public List<StreamInfo> discover(Config config, Context context) throws ConnectorException, InterruptedException {
        return Discovery.streams(usable(config));
    }

    @Override
    public ChannelSource openSource(Config config, Checkpoint from, Context context)
            throws ConnectorException, InterruptedException {
        return BridgeSource.open(usable(config), from);
    }

    private static BridgeOptions usable(Config config) throws ConnectorException {
        List<Problem> problems = new ArrayList<>(INFO.problems(config));
        if (problems.isEmpty()) {
            problems.addAll(BridgeOptions.problems(config));
        }
        if (!problems.isEmpty()) {
            throw new ConnectorException(
                    ConnectorException.Kind.CONFIG, "The configuration is not usable: " + problems.get(0));
        }
        return BridgeOptions.of(config);
    }
}
