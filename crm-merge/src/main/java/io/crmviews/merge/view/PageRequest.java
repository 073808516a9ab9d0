package io.crmviews.merge.view;

/**
 * Which page of a timeline is asked for.
 *
 * @param size how many entries at most, 0 to 1,000
 * @param continuation the continuation of the page before; empty for the first page
 * @param withPossible whether to show interactions that are only possibly the customer's
 */
public record PageRequest(int size, String continuation, boolean withPossible) {

    private static final int MOST = 1_000;

    /** Checks the size. */
    public PageRequest {
        if (size < 0 || size > MOST) {
            throw new IllegalArgumentException("A page holds 0 to " + MOST + " entries.");
        }
    }

    /**
     * The first page of what is certain.
     *
     * @param size how many entries at most
     * @return the request
     */
    public static PageRequest first(int size) {
        return new PageRequest(size, "", false);
    }

    /**
     * The page after another.
     *
     * @param next the continuation of that page
     * @return a request for as many entries of the same certainty
     */
    public PageRequest after(String next) {
        return new PageRequest(size, next, withPossible);
    }
}
