package io.crmviews.merge.normalise;

import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.party.PersonName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a party's names: one bag for the person, one for the organisation. */
record NameWords(PartyKind kind, List<Word> person, List<Word> organization) {

    private static final int MOST_FORM_WORDS = 5;
    private static final Set<String> GENERATIONS = Set.of("jr", "sr", "junior", "senior", "ii", "iii", "iv");
    private static final Set<String> RANKS = Set.of(
            "baronet",
            "bt",
            "bart",
            "baroness",
            "viscount",
            "viscountess",
            "countess",
            "marquess",
            "marchioness",
            "duchess",
            "esq",
            "esquire",
            "hon",
            "honourable",
            "rt",
            "capt",
            "captain",
            "col",
            "colonel",
            "lt",
            "lieutenant",
            "sgt",
            "sergeant",
            "of");
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
        List<String> words = joinForms(joinLetters(TextFolding.words(text)));
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

    /** Articles and prepositions inside names: they say little and are left out as often as not. */
    private static final Set<String> PARTICLES = Set.of(
            "al", "el", "ul", "ud", "bin", "ben", "ibn", "bint", "de", "da", "do", "dos", "das", "del", "della", "di",
            "du", "van", "von", "der", "den", "ter", "ten", "la", "le", "zu", "y", "e");

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
        Set<String> capitals = capitals(line);
        int last = parts.size() - 1;
        for (int i = 0; i <= last; i++) {
            String part = parts.get(i);
            if (i > 0 && i < last && PARTICLES.contains(part)) {
                words.putIfAbsent(part, Word.of(part, Role.PARTICLE));
            } else if (last > 0 && !capitals.isEmpty()) {
                addWord(words, part, capitals.contains(part) ? Role.LAST : i == 0 ? Role.FIRST : Role.ANY);
            } else {
                addWord(words, part, last == 0 ? Role.ANY : i == 0 ? Role.FIRST : i == last ? Role.LAST : Role.ANY);
            }
        }
    }

    /** The words in capital letters of a line that has others too: the surname, as lists of names write it. */
    private static Set<String> capitals(String line) {
        Set<String> capitals = new HashSet<>();
        boolean others = false;
        for (String word : line.split("[\\s-]+", -1)) {
            boolean lower = word.chars().anyMatch(Character::isLowerCase);
            boolean upper = word.chars().filter(Character::isUpperCase).count() > 1;
            others |= lower;
            if (upper && !lower) {
                capitals.addAll(TextFolding.words(word));
            }
        }
        return others ? capitals : Set.of();
    }

    private static void addAll(Map<String, Word> words, String text, Role role) {
        if (text.isBlank()) {
            return;
        }
        List<String> parts = TextFolding.words(text);
        for (int i = 0; i < parts.size(); i++) {
            boolean inside = i < parts.size() - 1 && (i > 0 || role == Role.FAMILY);
            if (inside && PARTICLES.contains(parts.get(i))) {
                words.putIfAbsent(parts.get(i), Word.of(parts.get(i), Role.PARTICLE));
            } else {
                addWord(words, parts.get(i), role);
            }
        }
    }

    private static void addWord(Map<String, Word> words, String word, Role role) {
        if (GENERATIONS.contains(word) && role != Role.GIVEN && role != Role.FIRST) {
            words.putIfAbsent("#" + word, Word.of(generation(word), Role.SUFFIX));
        } else if (isRank(word)) {
            words.putIfAbsent(word, Word.of(word, Role.PARTICLE));
        } else if (!TITLES.contains(word) && !WordLists.isPlaceholder("word", word)) {
            words.putIfAbsent(word, Word.of(word, role));
        }
    }

    /** Ranks and their numbers: the 2nd Baronet. */
    private static boolean isRank(String word) {
        return RANKS.contains(word) || (Character.isDigit(word.charAt(0)) && Places.isOrdinal(word));
    }

    private static String generation(String word) {
        return word.equals("junior") ? "jr" : word.equals("senior") ? "sr" : word;
    }

    private static void addOrganization(Map<String, Word> words, String text) {
        boolean qualifies = false;
        boolean named = false;
        for (String word : joinForms(joinLetters(TextFolding.words(text)))) {
            if (WordLists.isLegalForm(word)) {
                String form = WordLists.legalForm(word);
                words.putIfAbsent(form, Word.of(form, Role.LEGAL_FORM));
                qualifies |= named && (form.equals("se") || isStrongForm(word));
            } else if (!WordLists.isPlaceholder("word", word)) {
                String canonical = WordLists.streetWord(word);
                Role role =
                        qualifies ? Role.QUALIFIER : WordLists.isCommon(canonical) ? Role.COMMON : Role.ORGANIZATION;
                words.putIfAbsent(canonical, Word.of(canonical, role));
                named = true;
            }
        }
    }

    /** Joins legal forms of several words: joint stock company, societe anonyme. */
    private static List<String> joinForms(List<String> words) {
        List<String> joined = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            int taken = 1;
            for (int n = Math.min(MOST_FORM_WORDS, words.size() - i); n > 1 && taken == 1; n--) {
                String phrase = String.join("_", words.subList(i, i + n));
                if (WordLists.isLegalForm(phrase)) {
                    joined.add(phrase);
                    taken = n;
                }
            }
            if (taken == 1) {
                joined.add(words.get(i));
            }
            i += taken - 1;
        }
        return joined;
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
