package io.crmviews.merge.normalise;

import io.crmviews.merge.internal.Hashing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The word lists that ship with the normalisers: nicknames, legal forms, words of addresses, regions, placeholders. They
 * belong to the model's version. Immutable after loading.
 */
final class WordLists {

    private static final long[] NO_GROUPS = {};

    private static final Map<String, long[]> NICKNAMES = nicknames();
    private static final Map<String, String> LEGAL_FORMS = canonical("legal-forms.txt");
    private static final Map<String, String> COMMON_WORDS = canonical("common-words.txt");
    private static final Map<String, String> STREET_WORDS = canonical("street-words.txt");
    private static final Map<String, String> REGIONS = canonical("regions.txt");
    private static final Map<String, Set<String>> PLACEHOLDERS = placeholders();

    private WordLists() {}

    /** A hash over all lists: another number, another version of them. */
    static long fingerprint() {
        long hash = 0;
        for (String file :
                List.of("nicknames.txt", "legal-forms.txt", "street-words.txt", "regions.txt", "placeholders.txt")) {
            for (String[] line : lines(file)) {
                hash = Hashing.pair(hash, Hashing.of(String.join(" ", line)));
            }
        }
        return hash;
    }

    /** The groups of given names a folded word belongs to, sorted; an empty array for most words. */
    static long[] nicknameGroups(String word) {
        return NICKNAMES.getOrDefault(word, NO_GROUPS);
    }

    static boolean isLegalForm(String word) {
        return LEGAL_FORMS.containsKey(word);
    }

    static String legalForm(String word) {
        return LEGAL_FORMS.getOrDefault(word, word);
    }

    static boolean isCommon(String word) {
        return COMMON_WORDS.containsKey(word);
    }

    static boolean isStreetWord(String word) {
        return STREET_WORDS.containsKey(word);
    }

    static String streetWord(String word) {
        return STREET_WORDS.getOrDefault(word, word);
    }

    static String region(String joined) {
        return REGIONS.getOrDefault(joined, joined);
    }

    static boolean isPlaceholder(String kind, String value) {
        Set<String> ofKind = PLACEHOLDERS.get(kind);
        return ofKind != null && ofKind.contains(value);
    }

    private static Map<String, long[]> nicknames() {
        Map<String, Set<Long>> groups = new HashMap<>();
        for (String[] line : lines("nicknames.txt")) {
            long group = Hashing.of(line[0]);
            for (String form : line) {
                groups.computeIfAbsent(form, any -> new HashSet<>()).add(group);
            }
        }
        Map<String, long[]> sorted = new HashMap<>();
        groups.forEach((word, of) ->
                sorted.put(word, of.stream().mapToLong(Long::longValue).sorted().toArray()));
        return Map.copyOf(sorted);
    }

    private static Map<String, String> canonical(String file) {
        Map<String, String> canonical = new HashMap<>();
        for (String[] line : lines(file)) {
            for (String spelling : line) {
                canonical.putIfAbsent(spelling, line[0]);
            }
        }
        return Map.copyOf(canonical);
    }

    private static Map<String, Set<String>> placeholders() {
        Map<String, Set<String>> all = new HashMap<>();
        for (String[] line : lines("placeholders.txt")) {
            String value = String.join(" ", Arrays.asList(line).subList(1, line.length));
            all.computeIfAbsent(line[0], kind -> new HashSet<>()).add(value);
        }
        return all;
    }

    private static List<String[]> lines(String file) {
        List<String[]> lines = new ArrayList<>();
        try (InputStream in = WordLists.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The word list " + file + " is missing from the library's jar.");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    lines.add(line.trim().split("\\s+", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The word list " + file + " of the library's jar is unreadable.", e);
        }
        return lines;
    }
}
