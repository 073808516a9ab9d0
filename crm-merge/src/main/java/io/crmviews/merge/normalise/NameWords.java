package io.crmviews.merge.normalise;

import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.party.PersonName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a party's names: one bag for the person, one for the organisation. */
record NameWords(PartyKind kind, List<Word> person, List<Word> organization) {

    private static final Set<String> GENERATIONS = Set.of("jr", "sr", "junior", "senior", "ii", "iii", "iv");
    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lady", "lord", "herr", "frau", "mme", "sra", "rev");

    static NameWords of(PartyKind kind, List<PartyName> names) {
        Map<String, Word> person = new LinkedHashMap<>();
        Map<String, Word> organization = new LinkedHashMap<>();
        PartyKind seen = kind;
        for (PartyName name : names) {
            if (name instanceof OrganizationName company) {
                addOrganization(organization, company.text());
            } else if (name instanceof PersonName human) {
                if (kind != PartyKind.INDIVIDUAL
                        && human.given().isEmpty()
                        && human.family().isEmpty()) {
                    seen = addUnknown(person, organization, human.formatted(), seen);
                } else {
                    addPerson(person, human);
                }
            }
        }
        if (seen == PartyKind.UNKNOWN && !organization.isEmpty() && person.isEmpty()) {
            seen = PartyKind.ORGANIZATION;
        }
        return new NameWords(seen, List.copyOf(person.values()), List.copyOf(organization.values()));
    }

    /** A name in one line of a party whose kind is not known: an organisation's if a legal form says so. */
    private static PartyKind addUnknown(
            Map<String, Word> person, Map<String, Word> organization, String text, PartyKind kind) {
        if (kind == PartyKind.ORGANIZATION || hasLegalForm(text)) {
            addOrganization(organization, text);
            return PartyKind.ORGANIZATION;
        }
        addLine(person, text);
        return kind;
    }

    private static boolean hasLegalForm(String text) {
        List<String> words = joinLetters(TextFolding.words(text));
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).length() > 1 && isStrongForm(words.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStrongForm(String word) {
        return WordLists.isLegalForm(word)
                && !WordLists.legalForm(word).equals("und")
                && !WordLists.legalForm(word).equals("the")
                && !WordLists.legalForm(word).equals("se")
                && !WordLists.legalForm(word).equals("as");
    }

    private static void addPerson(Map<String, Word> words, PersonName name) {
        addAll(words, name.given(), Role.GIVEN);
        addAll(words, name.middle(), Role.MIDDLE);
        addAll(words, name.family(), Role.FAMILY);
        addAll(words, name.suffix(), Role.SUFFIX);
        if (!name.formatted().isBlank()) {
            addLine(words, name.formatted());
        }
    }

    private static void addLine(Map<String, Word> words, String line) {
        int comma = line.indexOf(',');
        boolean surnameFirst = comma > 0 && comma < line.length() - 1;
        if (surnameFirst) {
            addAll(words, line.substring(comma + 1), Role.GIVEN);
            addAll(words, line.substring(0, comma), Role.FAMILY);
            return;
        }
        List<String> parts = TextFolding.words(line);
        for (int i = 0; i < parts.size(); i++) {
            Role role =
                    parts.size() == 1 ? Role.ANY : i == 0 ? Role.FIRST : i == parts.size() - 1 ? Role.LAST : Role.ANY;
            addWord(words, parts.get(i), role);
        }
    }

    private static void addAll(Map<String, Word> words, String text, Role role) {
        if (text.isBlank()) {
            return;
        }
        for (String word : TextFolding.words(text)) {
            addWord(words, word, role);
        }
    }

    private static void addWord(Map<String, Word> words, String word, Role role) {
        if (GENERATIONS.contains(word) && role != Role.GIVEN && role != Role.FIRST) {
            words.putIfAbsent("#" + word, Word.of(generation(word), Role.SUFFIX));
        } else if (!TITLES.contains(word) && !WordLists.isPlaceholder("word", word)) {
            words.putIfAbsent(word, Word.of(word, role));
        }
    }

    private static String generation(String word) {
        return word.equals("junior") ? "jr" : word.equals("senior") ? "sr" : word;
    }

    private static void addOrganization(Map<String, Word> words, String text) {
        for (String word : joinLetters(TextFolding.words(text))) {
            if (WordLists.isLegalForm(word)) {
                String form = WordLists.legalForm(word);
                words.putIfAbsent(form, Word.of(form, Role.LEGAL_FORM));
            } else if (!WordLists.isPlaceholder("word", word)) {
                String canonical = WordLists.streetWord(word);
                words.putIfAbsent(canonical, Word.of(canonical, Role.ORGANIZATION));
            }
        }
    }

    /** Joins letters that stand alone: s p a, S.A., I B M. */
    private static List<String> joinLetters(List<String> words) {
        List<String> joined = new ArrayList<>(words.size());
        StringBuilder run = new StringBuilder();
        for (String word : words) {
            if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
                run.append(word);
                continue;
            }
            if (run.length() > 0) {
                joined.add(run.toString());
                run.setLength(0);
            }
            joined.add(word);
        }
        if (run.length() > 0) {
            joined.add(run.toString());
        }
        return joined;
    }
}
