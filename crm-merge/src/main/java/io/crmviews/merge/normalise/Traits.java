package io.crmviews.merge.normalise;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.SocialHandle;
import io.crmviews.model.party.Validity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Identifiers and characteristics in comparable form. */
final class Traits {

    private static final int MAX_VALUE = 60;
    private static final int HASH = 16;

    private Traits() {}

    /** A handle or device; nothing for other media. */
    static Optional<Features.Trait> normalise(ContactMedium medium) {
        if (medium instanceof SocialHandle handle) {
            return normalise(Features.Trait.SOCIAL + handle.network(), handle.handle());
        }
        return medium instanceof Device device ? normalise(Features.Trait.DEVICE, device.id()) : Optional.empty();
    }

    static Optional<Features.Trait> normalise(String name, String value) {
        String folded = joined(value);
        if (folded.isEmpty() || WordLists.isPlaceholder("text", folded)) {
            return Optional.empty();
        }
        String called = name.toLowerCase(Locale.ROOT);
        long nameHash = Hashing.of(called);
        return Optional.of(new Features.Trait(called, folded, nameHash, Hashing.pair(nameHash, Hashing.of(folded))));
    }

    static Optional<Features.Id> normaliseId(Identifier identifier) {
        String value = joined(identifier.value());
        if (value.isEmpty()
                || TextFolding.isOneCharacter(value)
                || WordLists.isPlaceholder("text", value)
                || WordLists.isPlaceholder("phone", value)) {
            return Optional.empty();
        }
        String type = (identifier.issuer().isEmpty()
                        ? identifier.type()
                        : identifier.issuer() + ":" + identifier.type())
                .toLowerCase(Locale.ROOT);
        long typeHash = Hashing.of(type);
        return Optional.of(new Features.Id(type, value, typeHash, Hashing.pair(typeHash, Hashing.of(value))));
    }

    /**
     * When the identifiers hold, of those that do not hold always. A value that is stated twice holds whenever one of its
     * statements says so.
     */
    static List<Features.Term> terms(List<Identifier> identifiers, List<Features.Id> kept) {
        if (identifiers.stream().allMatch(Traits::holdsAlways)) {
            return List.of();
        }
        Set<Long> always = new HashSet<>();
        TreeSet<Features.Term> terms = new TreeSet<>();
        for (Identifier identifier : identifiers) {
            normaliseId(identifier).filter(kept::contains).ifPresent(id -> {
                if (holdsAlways(identifier)) {
                    always.add(id.hash());
                } else {
                    terms.add(new Features.Term(id.hash(), identifier.validity()));
                }
            });
        }
        terms.removeIf(term -> always.contains(term.id()));
        return List.copyOf(terms);
    }

    private static boolean holdsAlways(Identifier identifier) {
        return identifier.validity().equals(Validity.ALWAYS);
    }

    static long hash(Validity validity) {
        return Hashing.pair(
                Hashing.of(validity.from().toString()),
                Hashing.of(validity.until().toString()));
    }

    /** Whether one of the words of a name, which anything but letters separates, is among these. */
    static boolean hasWord(String name, Set<String> words) {
        int from = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || !Character.isLetter(name.charAt(i))) {
                if (i > from && words.contains(name.substring(from, i))) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }

    /** Letters and digits in one word. Long values often begin alike, so a hash speaks for what does not fit. */
    static String joined(String text) {
        String all = TextFolding.joined(text);
        if (all.isEmpty() || (all.length() <= MAX_VALUE && text.length() <= TextFolding.MAX_TEXT)) {
            return all;
        }
        long whole = Hashing.of(text.length() <= TextFolding.MAX_TEXT ? all : text);
        return all.substring(0, Math.min(all.length(), MAX_VALUE - HASH)) + String.format(Locale.ROOT, "%016x", whole);
    }
}
