package io.crmviews.merge.weigh;

import io.crmviews.merge.internal.LongIntMap;
import io.crmviews.merge.internal.LongList;
import java.util.Arrays;
import java.util.Locale;

/**
 * How often each value occurs, counted once and frozen in the model (term frequency adjustment, Winkler 1989). A value's
 * share is smoothed with a population share, so that small counts prove little. Immutable once in a model; safe to read
 * from many threads.
 */
public final class Frequencies {

    private static final int SMOOTHING = 500;
    private static final double BITS = Model.BIT / Math.log(2);

    /** The kinds of values that are counted apart. */
    public enum Kind {
        /** A word of a person's name. */
        WORD(1.0 / 700, 0),
        /** A word of an organisation's name. */
        ORG_WORD(1.0 / 4000, 0),
        /** An organisation's name as a whole: registers take care that it is rare. */
        ORG_NAME(1e-5, 0),
        /** A birth date. */
        BIRTH(1.0 / 20_000, 0),
        /** An e-mail address. */
        EMAIL(1e-6, 6),
        /** The local part of an e-mail address. */
        EMAIL_LOCAL(1e-4, 4),
        /** A phone number. */
        PHONE(1e-6, 6),
        /** An identifier. */
        ID(1e-7, 6),
        /** A word of a street. */
        STREET(1.0 / 600, 0),
        /** A house number. */
        NUMBER(1.0 / 120, 0),
        /** A postcode. */
        POSTCODE(1.0 / 3000, 0),
        /** A city. */
        CITY(1.0 / 200, 0),
        /** A region. */
        REGION(1.0 / 10, 0),
        /** Another characteristic. */
        TRAIT(1.0 / 20, 0),
        /** A type of identifier: how many of its values stand in several records. */
        REPEATED_ID(1.0, 0),
        /** The name of a characteristic: how many records state a value under it. */
        TRAIT_NAME(1.0, 0),
        /** No value is counted: its records are how many further records a customer has that has one. */
        FURTHER(1.0, 0);

        private final double populationShare;

        private final int repeats;

        Kind(double populationShare, int repeats) {
            this.populationShare = populationShare;
            this.repeats = repeats;
        }

        /**
         * The name in the model document.
         *
         * @return lower case with dots
         */
        public String documentName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }

        /** The least count that changes a weight; rarer values need not be remembered, nor be given away. */
        int least(int further) {
            return this == REPEATED_ID || this == TRAIT_NAME ? 1 : 2 + Math.max(further, repeats);
        }
    }

    private final LongIntMap[] counts = new LongIntMap[Kind.values().length];
    private final int[] totals = new int[Kind.values().length];

    /** Empty tables: every value has its kind's population share. */
    public Frequencies() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongIntMap();
        }
    }

    /**
     * The same counts, read as those of customers with several records each: the records of the customer at hand say
     * nothing about how common its values are among others.
     *
     * @param records how many further records a customer has that has one, 0 or more
     * @return other frequencies over the same tables
     */
    public Frequencies ofCustomersWithFurther(int records) {
        Frequencies other = new Frequencies();
        System.arraycopy(counts, 0, other.counts, 0, counts.length);
        System.arraycopy(totals, 0, other.totals, 0, totals.length);
        other.totals[Kind.FURTHER.ordinal()] = Math.max(0, records);
        return other.frozen();
    }

    /** Puts tables together that were written out before. Not thread-safe. */
    public static final class Builder {

        private final Frequencies frequencies = new Frequencies();

        /** Empty tables. */
        public Builder() {}

        /**
         * Adds to the count of a value.
         *
         * @param kind its kind
         * @param hash its hash
         * @param count how often it occurs
         * @return this builder
         */
        public Builder count(Kind kind, long hash, int count) {
            frequencies.add(kind, hash, count);
            return this;
        }

        /**
         * Adds to the records that have a value of a kind.
         *
         * @param kind the kind
         * @param records how many
         * @return this builder
         */
        public Builder records(Kind kind, int records) {
            frequencies.addRecords(kind, records);
            return this;
        }

        /**
         * The tables so far, without the values that are too rare to change a weight.
         *
         * @return frozen frequencies
         */
        public Frequencies build() {
            return frequencies.frozen();
        }
    }

    void add(Kind kind, long hash, int count) {
        counts[kind.ordinal()].add(hash, count);
    }

    void addRecords(Kind kind, int records) {
        totals[kind.ordinal()] += records;
    }

    /** The same weights without the values that are too rare to change one. */
    Frequencies frozen() {
        Frequencies frozen = new Frequencies();
        for (Kind kind : Kind.values()) {
            frozen.addRecords(kind, records(kind));
            forEach(kind, (hash, count) -> {
                if (count >= kind.least(records(Kind.FURTHER))) {
                    frozen.add(kind, hash, count);
                }
            });
        }
        return frozen;
    }

    private void forEach(Kind kind, LongIntMap.Visitor visitor) {
        counts[kind.ordinal()].forEach(visitor);
    }

    /**
     * The hashes of the values of a kind that are frequent enough to change a weight.
     *
     * @param kind the kind
     * @return the hashes, ascending
     */
    public long[] values(Kind kind) {
        LongList hashes = new LongList();
        forEach(kind, (hash, count) -> hashes.add(hash));
        return hashes.toSortedSet();
    }

    /**
     * How often a value was counted.
     *
     * @param kind its kind
     * @param hash its hash
     * @return the count, 0 if too seldom to change a weight
     */
    public int count(Kind kind, long hash) {
        return counts[kind.ordinal()].get(hash);
    }

    /**
     * How many records had a value of a kind.
     *
     * @param kind the kind
     * @return the records counted
     */
    public int records(Kind kind) {
        return totals[kind.ordinal()];
    }

    /**
     * What agreement on a value is worth: minus log2 of its smoothed share.
     *
     * @param kind its kind
     * @param hash its hash
     * @return 1/1024 bits, 0 or more
     */
    public int weight(Kind kind, long hash) {
        return bits(counts[kind.ordinal()].get(hash), totals[kind.ordinal()], kind);
    }

    /**
     * What agreement on a value is worth among the records that state a value of the same name.
     *
     * @param kind its kind
     * @param hash its hash
     * @param name the hash of the name, counted once for each record that has one
     * @return 1/1024 bits, 0 or more
     */
    public int weightWithin(Kind kind, long hash, long name) {
        return bits(counts[kind.ordinal()].get(hash), count(Kind.TRAIT_NAME, name), kind);
    }

    private int bits(int counted, int total, Kind kind) {
        int own = 1 + Math.max(records(Kind.FURTHER), kind.repeats);
        double share = (Math.max(0, counted - own) + SMOOTHING * kind.populationShare) / (total + SMOOTHING);
        return (int) Math.round(-StrictMath.log(Math.min(1, share)) * BITS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frequencies that
                && Arrays.equals(totals, that.totals)
                && Arrays.stream(Kind.values()).allMatch(kind -> equals(that, kind));
    }

    private boolean equals(Frequencies other, Kind kind) {
        long[] values = values(kind);
        return Arrays.equals(values, other.values(kind))
                && Arrays.stream(values).allMatch(hash -> count(kind, hash) == other.count(kind, hash));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(totals);
    }

    @Override
    public String toString() {
        return "Frequencies";
    }
}
