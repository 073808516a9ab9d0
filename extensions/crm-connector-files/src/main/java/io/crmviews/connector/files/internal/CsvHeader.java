package io.crmviews.connector.files.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The header of a CSV file.
 *
 * @param names the names of the columns; a nameless column is {@code column_N}
 * @param key the index of the key
 * @param time the index of the time of occurrence, or -1
 */
record CsvHeader(List<String> names, int key, int time) {

    /** Copies the names. */
    CsvHeader {
        names = List.copyOf(names);
    }

    static CsvHeader of(List<String> titles, StreamSettings settings) throws UnreadableFileException {
        List<String> names = names(titles);
        int time = indexOf(names, settings.timeField());
        if (time < 0 && !settings.timeField().isEmpty()) {
            throw new UnreadableFileException("There is no time field " + settings.timeField() + ".");
        }
        return new CsvHeader(names, key(names, settings), time);
    }

    static List<String> names(List<String> titles) throws UnreadableFileException {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String title : titles) {
            String name = title.strip();
            if (name.indexOf('\0') >= 0) {
                throw new UnreadableFileException("The file is not CSV: its first line holds a NUL byte.");
            }
            String unique = name.isEmpty() ? "column_" + (names.size() + 1) : name;
            if (!seen.add(unique)) {
                throw new UnreadableFileException("The header names the column " + (names.size() + 1)
                        + " like an earlier one; column names must differ.");
            }
            names.add(unique);
        }
        return names;
    }

    private static int key(List<String> names, StreamSettings settings) throws UnreadableFileException {
        for (String candidate : settings.keyCandidates()) {
            int index = indexOf(names, candidate);
            if (index >= 0) {
                return index;
            }
        }
        throw new UnreadableFileException(settings.missingKey());
    }

    private static int indexOf(List<String> names, String name) {
        if (name.isEmpty()) {
            return -1;
        }
        int exact = names.indexOf(name);
        for (int i = 0; exact < 0 && i < names.size(); i++) {
            if (names.get(i).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                exact = i;
            }
        }
        return exact;
    }
}
