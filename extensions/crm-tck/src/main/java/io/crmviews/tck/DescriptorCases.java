package io.crmviews.tck;

import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConfigField;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorInfo;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a connector says about itself. */
public interface DescriptorCases extends KitCases {

    /** The description is always the same, and its id can be a file name. */
    @Test
    default void describesItselfTheSameAlways() {
        ChannelConnector connector = bench().connector();
        ConnectorInfo first = connector.info();
        ConnectorInfo again = connector.info();
        Assertions.assertTrue(
                first.id().matches("[a-z][a-z0-9-]*"), "The id needs lower case letters, digits and hyphens.");
        Assertions.assertEquals(told(first), told(again), "info() says different things.");
    }

    private static String told(ConnectorInfo info) {
        return info.id() + " " + info.version() + " " + info.apiLevel() + " " + info.title() + " " + info.fields() + " "
                + new java.util.TreeSet<>(info.capabilities());
    }

    /** The level of the contract is one that this library offers. */
    @Test
    default void isOfALevelThatIsOffered() {
        bench().connector().info().refusal().ifPresent(Assertions::fail);
    }

    /** {@link ServiceLoader} finds the connector. */
    @Test
    default void isFoundByServiceLoader() {
        Class<?> type = bench().connector().getClass();
        boolean found = ServiceLoader.load(ChannelConnector.class, type.getClassLoader()).stream()
                .anyMatch(provider -> provider.type() == type);
        Assertions.assertTrue(found, "META-INF/services does not name the connector.");
    }

    /** Each configuration field says what it means. */
    @Test
    default void describesEachField() {
        for (ConfigField field : bench().connector().info().fields()) {
            Assertions.assertFalse(
                    field.description().isBlank(), () -> "The field " + field.name() + " says not what it means.");
        }
    }

    /** What holds a secret by its name is declared as one. */
    @Test
    default void secretsAreTyped() {
        Pattern secret = Pattern.compile("password|passwd|secret|token|api_?key|private_?key|credential");
        for (ConfigField field : bench().connector().info().fields()) {
            boolean named =
                    secret.matcher(field.name().toLowerCase(Locale.ROOT)).find();
            Assertions.assertTrue(
                    !named || field.type() == ConfigField.Type.SECRET,
                    () -> "The field " + field.name() + " is no SECRET.");
        }
    }

    /** What is not declared fails with a sentence, as a {@code ConnectorException} of kind {@code CONFIG}. */
    @Test
    default void whatIsNotDeclaredFailsWithASentence() {
        Workbench bench = bench();
        refuses(bench, Capability.DISCOVER, () -> bench.connector().discover(bench.config(), bench.context()));
        refuses(
                bench,
                Capability.SOURCE,
                () -> bench.connector().openSource(bench.config(), Checkpoint.START, bench.context()));
        refuses(bench, Capability.LOOKUP, () -> bench.connector().openLookup(bench.config(), bench.context()));
        if (!bench.can(Capability.PRIVACY_REQUESTS)) {
            refuses(bench, Capability.SEND, () -> bench.connector().openSender(bench.config(), bench.context()));
        }
    }

    private static void refuses(Workbench bench, Capability capability, Workbench.Action call) {
        if (bench.can(capability)) {
            return;
        }
        ConnectorException refusal = Assertions.assertThrows(
                ConnectorException.class, call::run, () -> capability + " is not declared and half works.");
        Assertions.assertEquals(ConnectorException.Kind.CONFIG, refusal.kind());
        Assertions.assertNotNull(refusal.getMessage(), "A refusal needs a sentence.");
    }
}
