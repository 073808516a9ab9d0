package io.crmviews.merge.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a person's name in one line is taken apart. Titles in front and suffixes behind are recognised in each way. */
enum NameSplit {
    /** Not at all. */
    NONE,
    /** Only where a comma says so: "Family, Given Middle". */
    COMMA,
    /** The last word is the family name, particles before it included; a comma outranks that. */
    GIVEN_FAMILY,
    /** The first word is the family name; a comma outranks that. */
    FAMILY_GIVEN;

    private static final Set<String> TITLES = Set.of(
            "mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "sir", "dame", "mme", "m", "sr", "sra", "don");
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq");
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "la", "del", "da", "di", "le", "du", "dos", "bin", "al", "el", "ter");

    /** The parts of a line, with what was known before where the line adds nothing. */
    NameParts parts(String line, NameParts known) {
        List<String> words = new ArrayList<>(Arrays.asList(line.strip().split("\\s+", -1)));
        String prefix = known.prefix().isEmpty() ? titles(words) : known.prefix();
        String suffix = known.suffix().isEmpty() ? suffix(words) : known.suffix();
        String rest = stripComma(String.join(" ", words));
        int comma = rest.indexOf(',');
        boolean undecided = comma < 0 && (this == COMMA || words.size() == 1);
        if (this == NONE || undecided || comma != rest.lastIndexOf(',') || rest.isEmpty()) {
            return known;
        }
        if (comma >= 0) {
            return parts(
                    rest.substring(comma + 1).strip(), rest.substring(0, comma).strip(), prefix, suffix);
        }
        int cut = this == GIVEN_FAMILY ? familyStart(words) : 1;
        String head = stripComma(String.join(" ", words.subList(0, cut)));
        String tail = stripComma(String.join(" ", words.subList(cut, words.size())));
        return this == GIVEN_FAMILY ? parts(head, tail, prefix, suffix) : parts(tail, head, prefix, suffix);
    }

    private static NameParts parts(String givens, String family, String prefix, String suffix) {
        int blank = givens.indexOf(' ');
        String given = blank < 0 ? givens : givens.substring(0, blank);
        String middle = blank < 0 ? "" : givens.substring(blank + 1).strip();
        return new NameParts(given, middle, family, prefix, suffix);
    }

    private static String titles(List<String> words) {
        StringBuilder titles = new StringBuilder();
        while (words.size() > 1 && isTitle(words.get(0))) {
            titles.append(titles.isEmpty() ? "" : " ").append(words.remove(0));
        }
        return titles.toString();
    }

    private static boolean isTitle(String word) {
        return TITLES.contains(plain(word)) && (word.endsWith(".") || word.length() > 1);
    }

    private static String suffix(List<String> words) {
        int last = words.size() - 1;
        return last > 0 && SUFFIXES.contains(plain(words.get(last))) ? words.remove(last) : "";
    }

    private static int familyStart(List<String> words) {
        int start = words.size() - 1;
        while (start > 1 && PARTICLES.contains(plain(words.get(start - 1)))) {
            start--;
        }
        return start;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace(".", "");
    }

    private static String stripComma(String text) {
        return text.endsWith(",") ? text.substring(0, text.length() - 1).strip() : text;
    }
}
