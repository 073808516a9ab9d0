package io.crmviews.spi.channel;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Proves a configuration against the declared fields, so that no connector writes these checks again. */
final class ConfigCheck {

    private final Map<String, ConfigField> declared;
    private final Config config;
    private final List<Problem> problems = new ArrayList<>();

    private ConfigCheck(List<ConfigField> fields, Config config) {
        this.declared = fields.stream().collect(Collectors.toMap(ConfigField::name, Function.identity()));
        this.config = config;
    }

    static List<Problem> problems(List<ConfigField> fields, Config config) {
        ConfigCheck check = new ConfigCheck(fields, config);
        check.refuseUnknown();
        fields.forEach(check::prove);
        return List.copyOf(check.problems);
    }

    private void refuseUnknown() {
        TreeSet<String> given = new TreeSet<>(config.names());
        given.addAll(config.secretNames());
        given.removeAll(declared.keySet());
        for (String name : given) {
            problems.add(Problem.of(
                    name, "There is no such field; the fields are " + new TreeSet<>(declared.keySet()) + "."));
        }
    }

    private void prove(ConfigField field) {
        boolean secret = field.type() == ConfigField.Type.SECRET;
        if (secret && config.names().contains(field.name())) {
            problems.add(Problem.of(field.name(), "This field is a secret and must be given as one."));
        } else if (!secret && config.secretNames().contains(field.name())) {
            problems.add(Problem.of(field.name(), "This field is not a secret and must be given as text."));
        } else if (!given(field, secret)) {
            if (field.required()) {
                problems.add(Problem.of(field.name(), "This field is required."));
            }
        } else if (!secret) {
            proveValue(field);
        }
    }

    private boolean given(ConfigField field, boolean secret) {
        return secret
                ? config.secret(field).isPresent()
                : config.list(field).stream().anyMatch(text -> !text.isBlank());
    }

    private void proveValue(ConfigField field) {
        if (field.type() != ConfigField.Type.LIST && config.list(field).size() > 1) {
            problems.add(Problem.of(field.name(), "This field takes one value."));
            return;
        }
        String text = config.text(field).strip();
        switch (field.type()) {
            case NUMBER -> require(field, isNumber(text), "a whole number");
            case FLAG -> require(field, isFlag(text), "true or false");
            case DURATION -> require(field, isDuration(text), "a duration like PT30S");
            case CHOICE -> require(field, field.choices().contains(text), "one of " + field.choices());
            default -> {}
        }
    }

    private void require(ConfigField field, boolean holds, String what) {
        if (!holds) {
            problems.add(Problem.of(field.name(), "This field needs " + what + "."));
        }
    }

    private static boolean isFlag(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    private static boolean isNumber(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDuration(String text) {
        try {
            Duration.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
