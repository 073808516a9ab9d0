package io.crmviews.merge.mapping;

import java.util.function.Consumer;

/** One line of a record's mapping: adds what it finds in the record's fields to a draft. */
interface Entry {

    /** Adds what it finds. */
    void add(Draft draft);

    /** Tells which field paths it reads. */
    void paths(Consumer<String> to);
}
