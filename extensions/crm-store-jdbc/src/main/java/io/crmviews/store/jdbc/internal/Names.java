package io.crmviews.store.jdbc.internal;

import io.crmviews.model.source.RecordKey;
import java.util.Collection;
import java.util.List;

/**
 * A record's key in one column: the source, a tab, the key. A tab is less than what sources are written with, so that the
 * names sort as the keys do; a source that holds one, or something less, or a percent sign, has it escaped as in a URL.
 * Characters beyond the first 65,536 sort by code point here and by surrogates in Java.
 */
final class Names {

    private static final char PARTED = '\t';

    private Names() {}

    static String of(RecordKey key) {
        String source = key.source();
        StringBuilder name = new StringBuilder(source.length() + key.key().length() + 1);
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c <= PARTED || c == '%') {
                name.append(String.format("%%%02X", (int) c));
            } else {
                name.append(c);
            }
        }
        return name.append(PARTED).append(key.key()).toString();
    }

    static RecordKey key(String name) {
        int parted = name.indexOf(PARTED);
        String source = name.substring(0, parted);
        for (int at = source.indexOf('%'); at >= 0; at = source.indexOf('%', at + 1)) {
            char c = (char) Integer.parseInt(source.substring(at + 1, at + 3), 16);
            source = source.substring(0, at) + c + source.substring(at + 3);
        }
        return new RecordKey(source, name.substring(parted + 1));
    }

    /** Ascending and each once: rows are locked in one order, and the pages of an index are visited in turn. */
    static List<String> of(Collection<RecordKey> keys) {
        return keys.stream().map(Names::of).distinct().sorted().toList();
    }
}
