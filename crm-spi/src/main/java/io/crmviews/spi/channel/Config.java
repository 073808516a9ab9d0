package io.crmviews.spi.channel;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The values a user gave for a connector's {@link ConfigField fields}. Immutable; {@code toString} names the fields and
 * shows no value. {@link ConnectorInfo#problems} proves a configuration; the getters below may rely on it.
 */
public final class Config {

    private final Map<String, List<String>> values;
    private final Map<String, Secret> secrets;

    private Config(Builder b) {
        values = Map.copyOf(b.values);
        secrets = Map.copyOf(b.secrets);
    }

    /**
     * Starts a configuration.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The names that were given a value that is not secret.
     *
     * @return the names
     */
    public Set<String> names() {
        return values.keySet();
    }

    /**
     * The names that were given a secret.
     *
     * @return the names
     */
    public Set<String> secretNames() {
        return secrets.keySet();
    }

    /**
     * The text of a field.
     *
     * @param field the field
     * @return its value, else its default; empty if there is neither
     */
    public String text(ConfigField field) {
        List<String> given = values.getOrDefault(field.name(), List.of());
        return given.isEmpty() ? field.defaultValue() : given.get(0);
    }

    /**
     * The texts of a {@link ConfigField.Type#LIST}.
     *
     * @param field the field
     * @return its values; the default as the only one if none was given; empty if there is neither
     */
    public List<String> list(ConfigField field) {
        List<String> given = values.get(field.name());
        if (given != null) {
            return given;
        }
        return field.defaultValue().isEmpty() ? List.of() : List.of(field.defaultValue());
    }

    /**
     * The value of a {@link ConfigField.Type#NUMBER}.
     *
     * @param field a field that is required or has a default
     * @return the number
     * @throws IllegalArgumentException if there is no number
     */
    public long number(ConfigField field) {
        try {
            return Long.parseLong(text(field).strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The field " + field.name() + " needs a whole number.", e);
        }
    }

    /**
     * The value of a {@link ConfigField.Type#FLAG}.
     *
     * @param field the field
     * @return true if it says {@code true}, in any letter case
     */
    public boolean flag(ConfigField field) {
        return "true".equalsIgnoreCase(text(field).strip());
    }

    /**
     * The value of a {@link ConfigField.Type#DURATION}.
     *
     * @param field a field that is required or has a default
     * @return the duration
     * @throws IllegalArgumentException if there is no duration
     */
    public Duration duration(ConfigField field) {
        try {
            return Duration.parse(text(field).strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("The field " + field.name() + " needs a duration like PT30S.", e);
        }
    }

    /**
     * The value of a {@link ConfigField.Type#SECRET}.
     *
     * @param field the field
     * @return the secret, if one was given
     */
    public Optional<Secret> secret(ConfigField field) {
        return Optional.ofNullable(secrets.get(field.name()));
    }

    @Override
    public String toString() {
        return "Config[" + values.keySet() + ", secret " + secrets.keySet() + "]";
    }

    /** Builds a {@link Config}. Not thread-safe. */
    public static final class Builder {

        private final Map<String, List<String>> values = new LinkedHashMap<>();
        private final Map<String, Secret> secrets = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Gives a field its value or values.
         *
         * @param name the field's name
         * @param texts the value in its textual form, or several for a list
         * @return this builder
         */
        public Builder set(String name, String... texts) {
            values.put(Objects.requireNonNull(name), List.of(texts));
            return this;
        }

        /**
         * Gives a secret field its value.
         *
         * @param name the field's name
         * @param secret the secret
         * @return this builder
         */
        public Builder secret(String name, Secret secret) {
            secrets.put(Objects.requireNonNull(name), Objects.requireNonNull(secret));
            return this;
        }

        /**
         * The configuration.
         *
         * @return an immutable configuration
         */
        public Config build() {
            return new Config(this);
        }
    }
}
