package io.crmviews.bridge.jsonlines.internal;

import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConfigField;
import io.crmviews.spi.channel.Problem;
import io.crmviews.spi.channel.Secret;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the bridge is told.
 *
 * @param dialect what the source speaks
 * @param command the program and its first arguments
 * @param settings the source's own configuration, JSON
 * @param environment what it finds in its environment
 * @param streams the streams to read; empty for all
 * @param keys the key fields by stream, where the source names none
 * @param maxLineBytes the longest line
 * @param stderr where what it says besides is kept
 */
public record BridgeOptions(
        Dialect dialect,
        List<String> command,
        Optional<Secret> settings,
        Map<String, String> environment,
        List<String> streams,
        Map<String, String> keys,
        int maxLineBytes,
        Optional<Path> stderr) {

    private static final int LARGEST_LINE = 256 << 20;

    private static final ConfigField DIALECT = ConfigField.builder("dialect", ConfigField.Type.CHOICE)
            .description("What the source speaks.")
            .choices("airbyte", "singer")
            .defaultValue("airbyte")
            .build();
    private static final ConfigField COMMAND = ConfigField.builder("command", ConfigField.Type.LIST)
            .description("The program by its full path, and its first arguments; no shell looks at them.")
            .required()
            .build();
    private static final ConfigField SETTINGS = ConfigField.builder("settings", ConfigField.Type.SECRET)
            .description("The source's own configuration as JSON.")
            .build();
    private static final ConfigField ENVIRONMENT = ConfigField.builder("environment", ConfigField.Type.LIST)
            .description("What the source finds in its environment, as NAME=value; nothing else is there.")
            .build();
    private static final ConfigField STREAMS = ConfigField.builder("streams", ConfigField.Type.LIST)
            .description("The streams to read; all unless given.")
            .build();
    private static final ConfigField KEYS = ConfigField.builder("key", ConfigField.Type.LIST)
            .description("Key fields where the source names none, as stream=field.")
            .build();
    private static final ConfigField MAX_LINE = ConfigField.builder("maxLineBytes", ConfigField.Type.NUMBER)
            .description("The longest line; a longer one is rejected.")
            .defaultValue("16777216")
            .build();
    private static final ConfigField STDERR = ConfigField.builder("stderrFile", ConfigField.Type.TEXT)
            .description(
                    "Where to keep what the source writes to its standard error, with the settings' values masked.")
            .build();

    /**
     * The declared fields.
     *
     * @return the fields, in the order to show
     */
    public static ConfigField[] fields() {
        return new ConfigField[] {DIALECT, COMMAND, SETTINGS, ENVIRONMENT, STREAMS, KEYS, MAX_LINE, STDERR};
    }

    /**
     * Understands a configuration.
     *
     * @param config a configuration without problems
     * @return the options
     */
    public static BridgeOptions of(Config config) {
        String stderr = config.text(STDERR).strip();
        return new BridgeOptions(
                Dialect.of(config.text(DIALECT).strip()),
                List.copyOf(config.list(COMMAND)),
                config.secret(SETTINGS),
                pairs(config.list(ENVIRONMENT)),
                List.copyOf(config.list(STREAMS)),
                pairs(config.list(KEYS)),
                Math.toIntExact(config.number(MAX_LINE)),
                stderr.isEmpty() ? Optional.empty() : Optional.of(Path.of(stderr)));
    }

    private static Map<String, String> pairs(List<String> texts) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals > 0) {
                pairs.put(text.substring(0, equals).strip(), text.substring(equals + 1));
            }
        }
        return pairs;
    }

    /**
     * What is wrong although every field is of its type.
     *
     * @param config the configuration
     * @return the problems
     */
    public static List<Problem> problems(Config config) {
        List<Problem> problems = new ArrayList<>();
        for (ConfigField field : List.of(ENVIRONMENT, KEYS)) {
            if (config.list(field).stream().anyMatch(text -> text.indexOf('=') < 1)) {
                problems.add(Problem.of(field.name(), "Each entry has the form name=value."));
            }
        }
        if (config.number(MAX_LINE) < 1 || config.number(MAX_LINE) > LARGEST_LINE) {
            problems.add(Problem.of(MAX_LINE.name(), "This field needs a number from 1 to " + LARGEST_LINE + "."));
        }
        proveProgram(config.list(COMMAND).get(0), problems);
        return problems;
    }

    private static void proveProgram(String program, List<Problem> problems) {
        try {
            Path path = Path.of(program);
            if (!path.isAbsolute() || !Files.isExecutable(path)) {
                problems.add(Problem.of(COMMAND.name(), "There is no such program; its full path is needed."));
            }
        } catch (InvalidPathException e) {
            problems.add(Problem.of(COMMAND.name(), "This is no name of a program."));
        }
    }

    @Override
    public String toString() {
        return "BridgeOptions[" + dialect + "]";
    }
}
