package io.crmviews.merge.weigh;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What keeps records apart whatever they weigh; part of the model. An assertion that two records are the same outranks
 * all of these. Immutable and thread-safe.
 *
 * @param exclusive types of identifiers of which a party has one at a time
 * @param limits how many different values of a kind a customer may have
 * @param duplicateFree the ids of the sources that never hold one customer twice
 */
public record Constraints(List<Exclusive> exclusive, List<Limit> limits, Set<String> duplicateFree) {

    /** Nothing keeps records apart but their weight, assertions and the kind of party. */
    public static final Constraints NONE = new Constraints(List.of(), List.of(), Set.of());

    private static final Constraints SHIPPED = new Constraints(
            Stream.of("national-id", "social-security-number", "tax-id")
                    .map(type -> new Exclusive(type, "", CheckDigit.NONE))
                    .toList(),
            List.of(),
            Set.of());

    /** Sorts and copies. */
    public Constraints {
        exclusive = exclusive.stream().distinct().sorted().toList();
        limits = limits.stream().distinct().sorted().toList();
        duplicateFree = Set.copyOf(duplicateFree);
    }

    /**
     * A type of identifiers of which a party has one at a time. Two customers do not unite if both hold such identifiers
     * that are proven and valid at overlapping times, unless they share one or hold two that differ by one edit or
     * transposition. Each issuer's numbers are compared by themselves; an identifier is proven by a verification, or by
     * its check digit.
     *
     * @param type the type as in {@link io.crmviews.model.party.Identifier#type()}, in any case
     * @param issuer the issuer it is limited to, or empty for each issuer of the type
     * @param checkDigit what proves an identifier that is not verified
     */
    public record Exclusive(String type, String issuer, CheckDigit checkDigit) implements Comparable<Exclusive> {

        private static final Comparator<Exclusive> ORDER = Comparator.comparing(Exclusive::type)
                .thenComparing(Exclusive::issuer)
                .thenComparing(Exclusive::checkDigit);

        /** Brings the words to lower case. */
        public Exclusive {
            if (type.isBlank()) {
                throw new IllegalArgumentException("An exclusive identifier needs a type.");
            }
            type = type.toLowerCase(Locale.ROOT);
            issuer = issuer.toLowerCase(Locale.ROOT);
        }

        /**
         * Whether identifiers of a type and issuer are meant.
         *
         * @param word type and issuer in one word, as {@link io.crmviews.merge.normalise.Features.Id#type()} says it
         * @return true if they are
         */
        public boolean covers(String word) {
            return issuer.isEmpty() ? word.equals(type) || word.endsWith(":" + type) : word.equals(issuer + ":" + type);
        }

        @Override
        public int compareTo(Exclusive other) {
            return ORDER.compare(this, other);
        }
    }

    /** What can be counted of a customer. */
    public enum Counted {
        /** Full birth dates. */
        BIRTH_DATE,
        /** E-mail addresses. */
        EMAIL,
        /** Phone numbers. */
        PHONE,
        /** Identifiers of one type. */
        IDENTIFIER;

        /**
         * The name in the model document.
         *
         * @return lower case with dots
         */
        public String documentName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }
    }

    /**
     * How many different values a customer may have. A union is refused if it holds more than that, and more than either
     * side alone.
     *
     * @param of what is counted
     * @param type the type of the identifiers, in any case; empty for everything else
     * @param most how many values are allowed, 1 or more
     */
    public record Limit(Counted of, String type, int most) implements Comparable<Limit> {

        private static final Comparator<Limit> ORDER =
                Comparator.comparing(Limit::of).thenComparing(Limit::type).thenComparingInt(Limit::most);

        /** Checks the number and the type. */
        public Limit {
            if (most < 1) {
                throw new IllegalArgumentException("A limit must allow at least one value.");
            }
            if ((of == Counted.IDENTIFIER) == type.isBlank()) {
                throw new IllegalArgumentException("A limit names a type if and only if identifiers are counted.");
            }
            type = type.toLowerCase(Locale.ROOT);
        }

        @Override
        public int compareTo(Limit other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The constraints that ship with the library: numbers that a person keeps for life are exclusive where they are
     * verified. Numbers that change when a document is renewed are not, since few sources say how long they are valid.
     *
     * @return the constraints
     */
    public static Constraints shipped() {
        return SHIPPED;
    }

    /**
     * Adds a type of exclusive identifiers.
     *
     * @param type the type
     * @param issuer the issuer, or empty for each issuer of the type
     * @param checkDigit what proves an identifier that is not verified
     * @return other constraints
     */
    public Constraints withExclusive(String type, String issuer, CheckDigit checkDigit) {
        Exclusive added = new Exclusive(type, issuer, checkDigit);
        return new Constraints(
                Stream.concat(exclusive.stream(), Stream.of(added)).toList(), limits, duplicateFree);
    }

    /**
     * Adds a limit.
     *
     * @param of what is counted
     * @param type the type of the identifiers; empty for everything else
     * @param most how many values are allowed, 1 or more
     * @return other constraints
     */
    public Constraints withLimit(Counted of, String type, int most) {
        Limit added = new Limit(of, type, most);
        return new Constraints(
                exclusive, Stream.concat(limits.stream(), Stream.of(added)).toList(), duplicateFree);
    }

    /**
     * Declares which sources never hold one customer twice.
     *
     * @param sources the ids of all such sources
     * @return other constraints
     */
    public Constraints withDuplicateFree(Set<String> sources) {
        return new Constraints(exclusive, limits, new HashSet<>(sources));
    }
}
