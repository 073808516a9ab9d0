package io.crmviews.merge.mapping;

import io.crmviews.model.party.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Understands a column by its name alone. */
final class ColumnLexicon {

    private static final Map<String, String> NAMES = WordList.load("columns.txt").entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    entry -> ColumnName.plain(entry.getKey()), Map.Entry::getValue, (first, second) -> first));
    private static final Map<String, String> WORDS = WordList.load("column-words.txt");
    private static final Set<String> PURPOSES = words("column-words.txt", "purpose");
    private static final Map<String, String> ID_WORDS = WordList.load("id-words.txt");

    private ColumnLexicon() {}

    private static Set<String> words(String resource, String meaning) {
        return WordList.load(resource).entrySet().stream()
                .filter(entry -> entry.getValue().equals(meaning))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a column speaks of somebody else than the party: a guardian, a director. */
    static boolean isOfAnotherPerson(List<String> words) {
        return isOfCertainlyAnother(words) || words.stream().anyMatch(ColumnLexicon::isPerhapsAnother);
    }

    /** Whether it cannot be the party itself; a child or an insured person is, in a table that names nobody else. */
    static boolean isOfCertainlyAnother(List<String> words) {
        return words.stream().anyMatch(word -> "other-person".equals(WORDS.get(word)));
    }

    private static boolean isPerhapsAnother(String word) {
        return "perhaps-other-person".equals(WORDS.get(word));
    }

    /** The words without those that may point at another person. */
    static List<String> withoutPerson(List<String> words) {
        return words.stream().filter(word -> !isPerhapsAnother(word)).toList();
    }

    /** The column of a name, its words given. */
    static Column read(String name, List<String> words) {
        Column direct = lookUp(name, words, Usage.CURRENT, "");
        if (direct.target() != ColumnTarget.OTHER || words.isEmpty()) {
            return direct;
        }
        Usage usage = usage(words);
        List<String> core = words.stream().filter(word -> !isUsage(word)).toList();
        String purpose = core.stream().filter(PURPOSES::contains).findFirst().orElse("");
        Column plain = strip(name, words, core, usage, purpose);
        if (plain.target() != ColumnTarget.OTHER) {
            return plain;
        }
        boolean id = isIdentifier(words);
        return new Column(name, words, id ? ColumnTarget.IDENTIFIER : ColumnTarget.OTHER, usage, "", 1, "");
    }

    /** Looks the words up, again without words that add little at either end, until they are known. */
    private static Column strip(String name, List<String> words, List<String> core, Usage usage, String purpose) {
        for (int from = 0; from < core.size(); from++) {
            for (int to = core.size(); to > from; to--) {
                Column found = lookUp(name, core.subList(from, to), usage, purpose);
                if (found.target() != ColumnTarget.OTHER) {
                    return new Column(
                            name, words, found.target(), found.usage(), found.purpose(), found.number(), found.note());
                }
                if (!addsLittle(core.get(to - 1))) {
                    break;
                }
            }
            if (!addsLittle(core.get(from))) {
                break;
            }
        }
        return new Column(name, words, ColumnTarget.OTHER, usage, purpose, 1, "");
    }

    private static Column lookUp(String name, List<String> words, Usage usage, String purpose) {
        String whole = NAMES.get(String.join("", words));
        if (whole != null) {
            return new Column(name, words, ColumnTarget.of(whole), usage, purpose, 1, "");
        }
        List<String> letters = new ArrayList<>();
        String number = "1";
        for (String word : words) {
            if (ColumnName.isNumber(word)) {
                number = word;
            } else {
                letters.add(word);
            }
        }
        String found =
                letters.size() == words.size() || number.length() > 1 ? null : NAMES.get(String.join("", letters));
        if (found == null) {
            return new Column(name, words, ColumnTarget.OTHER, usage, purpose, 1, "");
        }
        boolean last = ColumnName.isNumber(words.get(words.size() - 1));
        ColumnTarget target = ColumnTarget.of(found);
        boolean grouped = target.isAddress() && !(last && isLine(target));
        String group = grouped ? purpose + number : purpose;
        return new Column(name, words, target, usage, group, Integer.parseInt(number), "");
    }

    private static boolean isLine(ColumnTarget target) {
        return target == ColumnTarget.STREET || target == ColumnTarget.STREET2;
    }

    private static Usage usage(List<String> words) {
        for (String word : words) {
            String meaning = WORDS.getOrDefault(word, "");
            if (meaning.equals("former")) {
                return Usage.FORMER;
            }
            if (meaning.equals("alias")) {
                return Usage.ALIAS;
            }
        }
        return Usage.CURRENT;
    }

    private static boolean isUsage(String word) {
        String meaning = WORDS.getOrDefault(word, "");
        return meaning.equals("former") || meaning.equals("alias");
    }

    private static boolean addsLittle(String word) {
        String meaning = WORDS.getOrDefault(word, "");
        return meaning.equals("wrapper") || meaning.equals("purpose") || PURPOSES.contains(word);
    }

    private static boolean isIdentifier(List<String> words) {
        boolean known = words.stream().anyMatch(word -> "known".equals(ID_WORDS.get(word)))
                || "known".equals(ID_WORDS.get(String.join("", words)));
        boolean never = words.stream().anyMatch(word -> "never".equals(ID_WORDS.get(word)));
        String last = words.get(words.size() - 1);
        String end = ColumnName.isNumber(last) && words.size() > 1 ? words.get(words.size() - 2) : last;
        boolean numbered = "last".equals(ID_WORDS.get(end)) && (words.size() == 1 || !end.equals(words.get(0)));
        return !never && (known || numbered);
    }

    /** Whether one of the words names a document or account that is known as an identifier whatever its values. */
    static boolean isKnownIdentifier(List<String> words) {
        return words.stream().anyMatch(word -> "known".equals(ID_WORDS.get(word)));
    }
}
