package io.crmviews.spi.channel;

import java.util.List;
import java.util.Objects;

/** A declared configuration field: its type, its default and what it means. Immutable. */
public final class ConfigField {

    /** What a field holds. Later levels add constants. */
    public enum Type {
        /** One line of text. */
        TEXT,
        /** A whole number that fits 64 bits. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A duration in ISO 8601, such as {@code PT30S}. */
        DURATION,
        /** Several texts, in order. */
        LIST,
        /** One of the {@link ConfigField#choices()}. */
        CHOICE,
        /** A {@link Secret}; never shown, stored or logged. */
        SECRET
    }

    private final String name;
    private final Type type;
    private final String description;
    private final boolean required;
    private final String defaultValue;
    private final List<String> choices;

    private ConfigField(Builder b) {
        name = b.name;
        type = b.type;
        description = b.description;
        required = b.required;
        defaultValue = b.defaultValue;
        choices = List.copyOf(b.choices);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A configuration field needs a name.");
        }
        if (type == Type.SECRET && !defaultValue.isEmpty()) {
            throw new IllegalArgumentException("The secret field " + name + " must not have a default.");
        }
        if (type == Type.CHOICE && choices.isEmpty()) {
            throw new IllegalArgumentException("The field " + name + " offers no choices.");
        }
    }

    /**
     * Starts a field.
     *
     * @param name the name in a configuration, such as {@code maxFieldBytes}
     * @param type what it holds
     * @return a builder of an optional field without default
     */
    public static Builder builder(String name, Type type) {
        return new Builder(name, type);
    }

    /**
     * The field's name.
     *
     * @return the name, not blank
     */
    public String name() {
        return name;
    }

    /**
     * What it holds.
     *
     * @return the type
     */
    public Type type() {
        return type;
    }

    /**
     * What it means, for the person who fills it in.
     *
     * @return a sentence; may be empty
     */
    public String description() {
        return description;
    }

    /**
     * Whether a configuration without it is refused.
     *
     * @return true if it must be given
     */
    public boolean required() {
        return required;
    }

    /**
     * What holds when the field is absent.
     *
     * @return the default in its textual form; empty if there is none
     */
    public String defaultValue() {
        return defaultValue;
    }

    /**
     * What a {@link Type#CHOICE} may be.
     *
     * @return the choices; empty for other types
     */
    public List<String> choices() {
        return choices;
    }

    @Override
    public String toString() {
        return "ConfigField[" + name + " " + type + "]";
    }

    /** Builds a {@link ConfigField}. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final Type type;
        private String description = "";
        private boolean required;
        private String defaultValue = "";
        private List<String> choices = List.of();

        private Builder(String name, Type type) {
            this.name = Objects.requireNonNull(name);
            this.type = Objects.requireNonNull(type);
        }

        /**
         * Says what the field means.
         *
         * @param text a sentence
         * @return this builder
         */
        public Builder description(String text) {
            description = Objects.requireNonNull(text);
            return this;
        }

        /**
         * Makes the field mandatory.
         *
         * @return this builder
         */
        public Builder required() {
            required = true;
            return this;
        }

        /**
         * Sets what holds when the field is absent.
         *
         * @param value the default in its textual form
         * @return this builder
         */
        public Builder defaultValue(String value) {
            defaultValue = Objects.requireNonNull(value);
            return this;
        }

        /**
         * Lists what a {@link Type#CHOICE} may be.
         *
         * @param values the choices
         * @return this builder
         */
        public Builder choices(String... values) {
            choices = List.of(values);
            return this;
        }

        /**
         * The field.
         *
         * @return an immutable field
         * @throws IllegalArgumentException if the name is blank, a secret has a default or a choice offers none
         */
        public ConfigField build() {
            return new ConfigField(this);
        }
    }
}
