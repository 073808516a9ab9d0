package io.crmviews.spi.channel;

import java.util.Objects;

/** Something that keeps a configuration from being usable. Immutable. */
public final class Problem {

    private final String field;
    private final String message;

    private Problem(String field, String message) {
        this.field = Objects.requireNonNull(field);
        this.message = Objects.requireNonNull(message);
    }

    /**
     * A problem of one configuration field.
     *
     * @param field the field's name
     * @param message a sentence that says what is wrong and what would be right; never a secret
     * @return the problem
     */
    public static Problem of(String field, String message) {
        return new Problem(field, message);
    }

    /**
     * A problem of the whole, such as a server that cannot be reached.
     *
     * @param message a sentence; never a secret
     * @return the problem
     */
    public static Problem general(String message) {
        return new Problem("", message);
    }

    /**
     * The configuration field that is wrong.
     *
     * @return its name; empty if no single field is
     */
    public String field() {
        return field;
    }

    /**
     * What is wrong.
     *
     * @return a sentence
     */
    public String message() {
        return message;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Problem that && field.equals(that.field) && message.equals(that.message);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, message);
    }

    @Override
    public String toString() {
        return field.isEmpty() ? message : field + ": " + message;
    }
}
