package io.crmviews.merge.normalise;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.model.party.PostalAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Postal addresses in comparable form. */
final class Places {

    private static final String UNIT = "apt";
    private static final int MAX_STREET = 8;
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");

    private Places() {}

    static Optional<Features.Place> normalise(PostalAddress address) {
        List<String> numbers = new ArrayList<>(2);
        List<Word> street = new ArrayList<>(4);
        StringBuilder unit = new StringBuilder(Traits.joined(address.unit()));
        split(address.street(), numbers, street, unit);
        Features.Place place = new Features.Place(
                numbers,
                street,
                unit.toString(),
                value(address.city()),
                WordLists.region(value(address.region())),
                value(address.postcode()),
                value(address.country()));
        boolean empty = numbers.isEmpty()
                && street.isEmpty()
                && place.city().isEmpty()
                && place.region().isEmpty()
                && place.postcode().isEmpty();
        return empty ? Optional.empty() : Optional.of(place);
    }

    static long hash(Features.Place place) {
        long h = Hashing.of(place.unit());
        for (String number : place.numbers()) {
            h = Hashing.pair(h, Hashing.of(number));
        }
        for (Word word : place.street()) {
            h = Hashing.pair(h, word.hash());
        }
        h = Hashing.pair(h, Hashing.of(place.city()));
        h = Hashing.pair(h, Hashing.of(place.region()));
        h = Hashing.pair(h, Hashing.of(place.postcode()));
        return Hashing.pair(h, Hashing.of(place.country()));
    }

    private static String value(String text) {
        String joined = text.isEmpty() ? "" : Traits.joined(text);
        return WordLists.isPlaceholder("text", joined) ? "" : joined;
    }

    private static void split(String line, List<String> numbers, List<Word> street, StringBuilder unit) {
        if (line.isBlank()) {
            return;
        }
        List<String> tokens = TextFolding.words(line);
        if (WordLists.isPlaceholder("text", String.join(" ", tokens))) {
            return;
        }
        boolean unitNext = false;
        for (String token : line.indexOf('#') < 0 ? tokens : TextFolding.words(line.replace("#", " apt "))) {
            String word = WordLists.streetWord(token);
            if (unitNext) {
                unit.append(token);
                unitNext = false;
            } else if (word.equals(UNIT) && (!street.isEmpty() || !numbers.isEmpty())) {
                unitNext = true;
            } else if (isNumber(token)) {
                numbers.add(token);
            } else if (street.size() < MAX_STREET) {
                street.add(Word.of(word, WordLists.isStreetWord(token) ? Role.LEGAL_FORM : Role.ANY));
            }
        }
    }

    private static boolean isNumber(String token) {
        return Character.isDigit(token.charAt(0)) && !isOrdinal(token);
    }

    /** 1st, 2nd, 3rd, 19th: the name of a street, not a house number. */
    static boolean isOrdinal(String token) {
        int length = token.length();
        return length >= 3
                && Character.isDigit(token.charAt(length - 3))
                && ORDINALS.contains(token.substring(length - 2));
    }
}
