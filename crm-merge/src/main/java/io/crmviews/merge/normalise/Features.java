package io.crmviews.merge.normalise;

import io.crmviews.model.party.Gender;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.Validity;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What matching knows of a record: canonical, multi-valued, scripts folded, placeholders removed. Records with equal
 * features are one node of the graph. Immutable; no model enters here.
 *
 * @param kind individual, organisation or unknown
 * @param words the words of all personal names, each once, in the order of the source
 * @param organization the words of all organisation names, each once
 * @param births birth dates, distinct, sorted
 * @param gender the gender
 * @param emails e-mail addresses, distinct, sorted
 * @param phones phone numbers, distinct, sorted
 * @param ids identifiers, distinct, sorted
 * @param addresses postal addresses, distinct
 * @param traits other words worth a comparison, distinct, sorted
 * @param verified the hashes of those e-mail addresses, phone numbers and identifiers that their holder proved, sorted
 * @param terms when identifiers hold; one without a term holds at all times
 * @param hash the first half of a 128-bit hash over everything above
 * @param hash2 the second half
 */
public record Features(
        PartyKind kind,
        List<Word> words,
        List<Word> organization,
        List<PartialDate> births,
        Gender gender,
        List<Email> emails,
        List<Phone> phones,
        List<Id> ids,
        List<Place> addresses,
        List<Trait> traits,
        List<Long> verified,
        List<Term> terms,
        long hash,
        long hash2) {

    private static final Set<String> PLACES =
            Set.of("place", "birthplace", "nationality", "citizenship", "born", "town", "hometown", "birthtown");
    private static final Set<String> OF_LIFE =
            Set.of("birth", "mother", "mothers", "father", "fathers", "maiden", "parent", "guardian");

    /** Copies the lists. */
    public Features {
        words = List.copyOf(words);
        organization = List.copyOf(organization);
        births = List.copyOf(births);
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        ids = List.copyOf(ids);
        addresses = List.copyOf(addresses);
        traits = List.copyOf(traits);
        verified = List.copyOf(verified);
        terms = List.copyOf(terms);
    }

    /**
     * Whether a value was proved by its holder.
     *
     * @param value the hash of an e-mail address, phone number or identifier of these features
     * @return true if the source says that it is verified
     */
    public boolean isVerified(long value) {
        return !verified.isEmpty() && verified.contains(value);
    }

    /**
     * An e-mail address in comparable form.
     *
     * @param local the part before the at sign, without tags and dots where the provider ignores them
     * @param domain the part after it
     * @param hash the hash of both
     */
    public record Email(String local, String domain, long hash) implements Comparable<Email> {

        @Override
        public int compareTo(Email other) {
            int byLocal = local.compareTo(other.local);
            return byLocal != 0 ? byLocal : domain.compareTo(other.domain);
        }

        @Override
        public String toString() {
            return "Email";
        }
    }

    /**
     * A phone number in comparable form.
     *
     * @param digits the significant digits, without leading zeros
     * @param hash the hash of the last seven digits, which every way of writing a number keeps
     */
    public record Phone(String digits, long hash) implements Comparable<Phone> {

        private static final int LEAST_TAIL = 7;

        /**
         * Whether two numbers are one, written with or without the digits of country and area; symmetric.
         *
         * @param other another number
         * @return true if one ends with the other, or if they are equal where one is short
         */
        public boolean isSame(Phone other) {
            String x = digits;
            String y = other.digits;
            return Math.min(x.length(), y.length()) >= LEAST_TAIL ? x.endsWith(y) || y.endsWith(x) : x.equals(y);
        }

        @Override
        public int compareTo(Phone other) {
            return digits.compareTo(other.digits);
        }

        @Override
        public String toString() {
            return "Phone";
        }
    }

    /**
     * An identifier in comparable form.
     *
     * @param type its type and issuer in one word
     * @param value letters and digits, lower case
     * @param typeHash the hash of the type
     * @param hash the hash of type and value
     */
    public record Id(String type, String value, long typeHash, long hash) implements Comparable<Id> {

        @Override
        public int compareTo(Id other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return "Id[" + type + "]";
        }
    }

    /**
     * A time in which an identifier holds.
     *
     * @param id the hash of the identifier
     * @param validity from when until when
     */
    public record Term(long id, Validity validity) implements Comparable<Term> {

        private static final Comparator<Term> ORDER = Comparator.comparingLong(Term::id)
                .thenComparing(term -> term.validity().from())
                .thenComparing(term -> term.validity().until());

        @Override
        public int compareTo(Term other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A postal address in comparable form; parts that are unknown are empty.
     *
     * @param numbers the tokens with digits of the street line, in order
     * @param street the words of the street line without street types
     * @param unit the unit
     * @param city the city in one word
     * @param region the region in one word, codes where they are known
     * @param postcode letters and digits
     * @param country the country in one word
     */
    public record Place(
            List<String> numbers,
            List<Word> street,
            String unit,
            String city,
            String region,
            String postcode,
            String country) {

        /** Copies the lists. */
        public Place {
            numbers = List.copyOf(numbers);
            street = List.copyOf(street);
        }

        @Override
        public String toString() {
            return "Place";
        }
    }

    /**
     * A characteristic, device or handle in comparable form.
     *
     * @param name its name in one word
     * @param value its value in one word
     * @param nameHash the hash of the name
     * @param hash the hash of name and value
     */
    public record Trait(String name, String value, long nameHash, long hash) implements Comparable<Trait> {

        /** The name under which devices are kept. */
        public static final String DEVICE = "device";

        /** How the names under which handles are kept begin. */
        public static final String SOCIAL = "social-";

        /**
         * Whether it is a device or a handle: something that is held, not a statement.
         *
         * @return true for a medium
         */
        public boolean isMedium() {
            return name.equals(DEVICE) || name.startsWith(SOCIAL);
        }

        @Override
        public int compareTo(Trait other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return "Trait[" + name + "]";
        }
    }

    /**
     * Whether a characteristic of this name is a place or office of a life: it changes rarely and is worth more.
     *
     * @param name the name of a characteristic, lower case
     * @return true for birth place, nationality and the like
     */
    public static boolean isPlace(String name) {
        return Traits.hasWord(name, PLACES);
    }

    /**
     * Whether a characteristic of this name is a fact of a life that hardly ever changes: a place of it, or who the parents
     * are.
     *
     * @param name the name of a characteristic, lower case
     * @return true for birth place, nationality, mother's maiden name, birth order and the like
     */
    public static boolean isOfLife(String name) {
        return Traits.hasWord(name, OF_LIFE) || isPlace(name);
    }

    @Override
    public String toString() {
        return "Features[" + kind + "]";
    }
}
