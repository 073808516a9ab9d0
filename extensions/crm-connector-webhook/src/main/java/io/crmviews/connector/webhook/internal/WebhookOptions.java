package io.crmviews.connector.webhook.internal;

import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConfigField;
import io.crmviews.spi.channel.Problem;
import io.crmviews.spi.channel.Secret;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a webhook is told.
 *
 * @param host the address to listen on
 * @param port the port to listen on
 * @param path the path that events are posted to
 * @param secret what signatures are made with
 * @param window how old or early a signature may be
 * @param maxBodyBytes the most bytes of a body
 * @param buffer the most records that wait to be stored
 * @param storeWithin how long a request waits until it is stored
 * @param states the types whose events hold the whole state of their subject
 * @param deletes the types whose events say that their subject is gone
 */
public record WebhookOptions(
        String host,
        int port,
        String path,
        Secret secret,
        Duration window,
        int maxBodyBytes,
        int buffer,
        Duration storeWithin,
        Set<String> states,
        Set<String> deletes) {

    private static final int LEAST_SECRET = 16;
    private static final int LAST_PORT = 65_535;
    private static final int LARGEST_BODY = 64 << 20;
    private static final int LARGEST_BUFFER = 1_000_000;

    private static final ConfigField HOST = ConfigField.builder("host", ConfigField.Type.TEXT)
            .description("The address to listen on.")
            .defaultValue("127.0.0.1")
            .build();
    private static final ConfigField REMOTE = ConfigField.builder("remote", ConfigField.Type.FLAG)
            .description("Whether other machines may send; needed for any address but loopback.")
            .defaultValue("false")
            .build();
    private static final ConfigField PORT = ConfigField.builder("port", ConfigField.Type.NUMBER)
            .description("The port to listen on, 1 to 65535.")
            .required()
            .build();
    private static final ConfigField PATH = ConfigField.builder("path", ConfigField.Type.TEXT)
            .description("The path that events are posted to.")
            .defaultValue("/events")
            .build();
    private static final ConfigField SECRET = ConfigField.builder("secret", ConfigField.Type.SECRET)
            .description("What signatures are made with, at least 16 bytes; the sender has the same.")
            .required()
            .build();
    private static final ConfigField WINDOW = ConfigField.builder("window", ConfigField.Type.DURATION)
            .description("How old or early a signature may be.")
            .defaultValue("PT5M")
            .build();
    private static final ConfigField MAX_BODY = ConfigField.builder("maxBodyBytes", ConfigField.Type.NUMBER)
            .description("The most bytes of a request's body.")
            .defaultValue("4194304")
            .build();
    private static final ConfigField BUFFER = ConfigField.builder("buffer", ConfigField.Type.NUMBER)
            .description("The most records that wait to be stored; beyond them senders are told to come again.")
            .defaultValue("1000")
            .build();
    private static final ConfigField STORE_WITHIN = ConfigField.builder("storeWithin", ConfigField.Type.DURATION)
            .description("How long a request waits until it is stored, before its sender is told to come again.")
            .defaultValue("PT10S")
            .build();
    private static final ConfigField STATES = ConfigField.builder("states", ConfigField.Type.LIST)
            .description("The types whose events hold the whole state of their subject; others are events.")
            .build();
    private static final ConfigField DELETES = ConfigField.builder("deletes", ConfigField.Type.LIST)
            .description("The types whose events say that their subject is gone, as type=stream.")
            .build();

    private static final ConfigField[] ALL = {
        HOST, REMOTE, PORT, PATH, SECRET, WINDOW, MAX_BODY, BUFFER, STORE_WITHIN, STATES, DELETES
    };

    /** The declared fields. */
    public static final ConfigField[] FIELDS = ALL.clone();

    /**
     * Understands a configuration.
     *
     * @param config a configuration without problems
     * @return the options
     */
    public static WebhookOptions of(Config config) {
        return new WebhookOptions(
                config.text(HOST).strip(),
                Math.toIntExact(config.number(PORT)),
                config.text(PATH).strip(),
                config.secret(SECRET).orElseThrow(),
                config.duration(WINDOW),
                Math.toIntExact(config.number(MAX_BODY)),
                Math.toIntExact(config.number(BUFFER)),
                config.duration(STORE_WITHIN),
                Set.copyOf(config.list(STATES)),
                Set.copyOf(config.list(DELETES)));
    }

    /**
     * What is wrong although every field is of its type.
     *
     * @param config the configuration
     * @return the problems
     */
    public static List<Problem> problems(Config config) {
        List<Problem> problems = new ArrayList<>();
        between(config, PORT, 1, LAST_PORT, problems);
        between(config, MAX_BODY, 1, LARGEST_BODY, problems);
        between(config, BUFFER, 1, LARGEST_BUFFER, problems);
        if (!config.text(PATH).strip().startsWith("/")) {
            problems.add(Problem.of(PATH.name(), "The path starts with a slash."));
        }
        proveHost(config, problems);
        proveSecret(config, problems);
        return problems;
    }

    private static void between(Config config, ConfigField field, long least, long most, List<Problem> problems) {
        if (config.number(field) < least || config.number(field) > most) {
            problems.add(Problem.of(field.name(), "This field needs a number from " + least + " to " + most + "."));
        }
    }

    private static void proveHost(Config config, List<Problem> problems) {
        try {
            boolean loopback = InetAddress.getByName(config.text(HOST).strip()).isLoopbackAddress();
            if (!loopback && !config.flag(REMOTE)) {
                problems.add(Problem.of(HOST.name(), "Only the loopback address is used unless remote is true."));
            }
        } catch (UnknownHostException e) {
            problems.add(Problem.of(HOST.name(), "There is no such address."));
        }
    }

    private static void proveSecret(Config config, List<Problem> problems) {
        try {
            byte[] text = config.secret(SECRET).orElseThrow().reveal().getBytes(StandardCharsets.UTF_8);
            if (text.length < LEAST_SECRET) {
                problems.add(Problem.of(SECRET.name(), "The secret needs at least " + LEAST_SECRET + " bytes."));
            }
        } catch (IllegalStateException e) {
            problems.add(Problem.of(SECRET.name(), "The secret is not where it should come from."));
        }
    }

    /**
     * What events of a type say about their subject.
     *
     * @param type the event's type
     * @return the operation
     */
    ChannelRecord.Op op(String type) {
        if (!stream(type).equals(type)) {
            return ChannelRecord.Op.DELETE;
        }
        return states.contains(type) ? ChannelRecord.Op.UPSERT : ChannelRecord.Op.EVENT;
    }

    /**
     * The stream that events of a type belong to.
     *
     * @param type the event's type
     * @return the type itself, or the stream whose things it deletes
     */
    String stream(String type) {
        return deletes.stream()
                .filter(it -> it.startsWith(type + "="))
                .map(it -> it.substring(type.length() + 1))
                .findFirst()
                .orElse(type);
    }
}
