package io.crmviews.spi.store;

/** The holders of a key. */
public final class Posting {

    private final int count;
    private final long[] holders;

    /**
     * A posting.
     *
     * @param count how many nodes hold the key
     * @param holders their ids, or none if there are more than were asked for
     */
    public Posting(int count, long[] holders) {
        this.count = count;
        this.holders = holders;
    }

    /**
     * How many nodes hold the key.
     *
     * @return the count
     */
    public int count() {
        return count;
    }

    /**
     * The holders.
     *
     * @return their ids, or an empty array if there are more than were asked for; not to be written
     */
    public long[] holders() {
        return holders;
    }
}
