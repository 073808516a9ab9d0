package io.crmviews.tck;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/** Every text that a connector lets out while it is used. */
final class SpokenTexts {

    private final List<String> texts = new ArrayList<>();

    /** Uses all of a connector and notes what it says, failures included. */
    void listen(Workbench bench, Config config) {
        ChannelConnector connector = bench.connector();
        texts.add(config.toString());
        note(() -> texts.add(connector.check(config, bench.context()).toString()));
        note(() -> texts.add(connector.discover(config, bench.context()).toString()));
        note(() -> connector.openLookup(config, bench.context()).close());
        note(() -> connector.openSender(config, bench.context()).close());
        if (bench.can(Capability.SOURCE)) {
            note(() -> read(connector.openSource(config, Checkpoint.START, bench.context())));
        }
    }

    private void read(ChannelSource source) throws Exception {
        try (source) {
            Batch batch = source.read(Workbench.usualLimit());
            texts.add(batch + " " + batch.checkpoint().text() + " " + batch.records() + " " + batch.rejects());
        } finally {
            texts.add(source.toString());
        }
    }

    private void note(Workbench.Action action) {
        try {
            action.run();
        } catch (TestAbortedException e) {
            throw e;
        } catch (Exception e) {
            texts.add(told(e));
        }
    }

    /** A failure with its causes and trace, as a log would show it. */
    static String told(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            text.append(at).append('\n').append(List.of(at.getStackTrace())).append(List.of(at.getSuppressed()));
        }
        return text.toString();
    }

    void proveSilentAbout(List<String> words) {
        for (String word : words) {
            boolean silent = texts.stream().noneMatch(text -> text.contains(word));
            Assertions.assertTrue(silent, "A text of the connector shows a secret.");
        }
    }
}
