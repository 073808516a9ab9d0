package io.crmviews.merge.json;

import java.util.List;

/**
 * A value that was read, with the fields that this version does not know. Immutable.
 *
 * @param <T> what was read
 */
public final class Document<T> {

    private final T value;
    private final List<Unknown> unknown;

    Document(T value, List<Unknown> unknown) {
        this.value = value;
        this.unknown = List.copyOf(unknown);
    }

    /**
     * What was read.
     *
     * @return the value
     */
    public T value() {
        return value;
    }

    /**
     * Another value with the unknown fields of this one, to be written in its place. Fields inside lists keep their
     * place in the list.
     *
     * @param other the value to write
     * @return the document
     */
    public Document<T> with(T other) {
        return new Document<>(other, unknown);
    }

    List<Unknown> unknown() {
        return unknown;
    }

    @Override
    public String toString() {
        return "Document";
    }
}
