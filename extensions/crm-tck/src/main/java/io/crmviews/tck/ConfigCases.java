package io.crmviews.tck;

import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConfigField;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.Problem;
import io.crmviews.spi.channel.Secret;
import io.crmviews.spi.channel.StreamInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a connector is told, and what it may do before it is opened. */
public interface ConfigCases extends KitCases {

    /**
     * A good configuration has no problems.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void acceptsAGoodConfiguration() throws Exception {
        Workbench bench = bench();
        Assertions.assertEquals(List.of(), bench.connector().check(bench.config(), bench.context()));
    }

    /**
     * A bad configuration is reported and not thrown.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void reportsABadConfiguration() throws Exception {
        Workbench bench = bench();
        List<Problem> problems = bench.connector().check(bench.fixture().badConfig(), bench.context());
        Assertions.assertFalse(problems.isEmpty(), "check() finds nothing wrong.");
        problems.forEach(problem -> Assertions.assertFalse(problem.message().isBlank()));
    }

    /**
     * A field that the connector does not have is reported, and so is a required one that is absent.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void reportsUnknownAndMissingFields() throws Exception {
        ChannelConnector connector = bench().connector();
        Config unknown = Config.builder().set("kit-unknown-field", "1").build();
        List<Problem> problems = connector.check(unknown, bench().context());
        Assertions.assertTrue(problems.stream().anyMatch(it -> it.field().equals("kit-unknown-field")));
        for (ConfigField field : connector.info().fields()) {
            Assertions.assertTrue(
                    !field.required()
                            || problems.stream().anyMatch(it -> it.field().equals(field.name())),
                    () -> "The absence of " + field.name() + " is not reported.");
        }
    }

    /** A source with a bad configuration cannot be opened, and says so with a kind. */
    @Test
    default void aBadConfigurationCannotBeOpened() {
        Workbench bench = bench().needs(Capability.SOURCE);
        Assertions.assertThrows(
                ConnectorException.class,
                () -> bench.connector().openSource(bench.fixture().badConfig(), Checkpoint.START, bench.context()));
    }

    /**
     * Checking and discovering change nothing at the channel.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void checkAndDiscoverChangeNothing() throws Exception {
        Workbench bench = bench();
        bench.fixture().seed(3);
        String before = bench.fixture().remoteState();
        bench.connector().check(bench.config(), bench.context());
        if (bench.can(Capability.DISCOVER)) {
            bench.connector().discover(bench.config(), bench.context());
        }
        Assertions.assertEquals(before, bench.fixture().remoteState(), "The channel changed.");
    }

    /**
     * Discovery names each stream that records come from, once.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void discoversTheStreamsThatItDelivers() throws Exception {
        Workbench bench = bench().needs(Capability.DISCOVER, Capability.SOURCE);
        Set<String> keys = bench.fixture().seed(3);
        List<String> names = bench.connector().discover(bench.config(), bench.context()).stream()
                .map(StreamInfo::name)
                .toList();
        Assertions.assertEquals(names.stream().distinct().sorted().toList(), names, "Sorted by name, each once.");
        Heard heard = bench.hear(Checkpoint.START, 10, Heard.awaiting(keys));
        Set<String> undeclared = new HashSet<>();
        heard.records().forEach(record -> undeclared.add(record.stream()));
        names.forEach(undeclared::remove);
        Assertions.assertEquals(Set.of(), undeclared, "Streams that discover() does not name.");
    }

    /**
     * A secret shows in no problem, exception, checkpoint or text, and nothing is printed.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void secretsStayHidden() throws Exception {
        Workbench bench = bench();
        List<ConfigField> fields = bench.connector().info().fields();
        Workbench.possible(
                fields.stream().anyMatch(it -> it.type() == ConfigField.Type.SECRET),
                "hide what is not declared secret");
        SpokenTexts spoken = new SpokenTexts();
        Config good = bench.config();
        spoken.listen(bench, good);
        spoken.proveSilentAbout(Secrets.of(fields, good));
        Config marked = Secrets.replaced(fields, good, Secret.of(ConnectorFixture.MARK));
        spoken.listen(bench, marked);
        spoken.proveSilentAbout(List.of(ConnectorFixture.MARK));
    }
}
