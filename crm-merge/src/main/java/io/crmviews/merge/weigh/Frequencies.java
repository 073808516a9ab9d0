package io.crmviews.merge.weigh;

import io.crmviews.merge.internal.LongIntMap;

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
        ORG_WORD(1.0 / 1000, 0),
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
        REPEATED_ID(1.0, 0);

        private final double populationShare;

        private final int repeats;

        Kind(double populationShare, int repeats) {
            this.populationShare = populationShare;
            this.repeats = repeats;
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

    void increment(Kind kind, long hash) {
        counts[kind.ordinal()].add(hash, 1);
    }

    void countRecord(Kind kind) {
        totals[kind.ordinal()]++;
    }

    /**
     * How often a value was counted.
     *
     * @param kind its kind
     * @param hash its hash
     * @return the count, 0 if never
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
        LongIntMap table = counts[kind.ordinal()];
        return bits(table.get(hash), table.get(name), kind);
    }

    private static int bits(int counted, int total, Kind kind) {
        double share =
                (Math.max(0, counted - 1 - kind.repeats) + SMOOTHING * kind.populationShare) / (total + SMOOTHING);
        return (int) Math.round(-StrictMath.log(Math.min(1, share)) * BITS);
    }
}
