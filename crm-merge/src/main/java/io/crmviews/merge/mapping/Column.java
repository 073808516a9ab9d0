package io.crmviews.merge.mapping;

import io.crmviews.model.party.Usage;
import java.util.List;

/**
 * A column as it is understood.
 *
 * @param name its name as written
 * @param words the words of its name
 * @param target what it holds
 * @param usage how the value is used
 * @param purpose what an address is for, such as {@code billing}, with a number where there are several; may be empty
 * @param number its own number: 2 for a second phone; 1 if it has none
 * @param note why it was taken so; may be empty
 */
record Column(
        String name, List<String> words, ColumnTarget target, Usage usage, String purpose, int number, String note) {

    Column as(ColumnTarget other, String why) {
        return new Column(name, words, other, usage, purpose, number, why);
    }

    boolean is(ColumnTarget wanted, Usage how) {
        return target == wanted && usage == how;
    }

    /** The words as one lower-case name, joined by underscores. */
    String canonical() {
        return String.join("_", words);
    }
}
