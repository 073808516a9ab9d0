package io.crmviews.spi.store;

/** A write set was decided on a state that is no longer the newest one. Nothing was written; decide again. */
public final class StaleReadException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Says which positions clash.
     *
     * @param decidedOn the position that was read
     * @param newest the position of the store
     */
    public StaleReadException(long decidedOn, long newest) {
        super("The write set was decided on position " + decidedOn + ", but the store is at " + newest + ".");
    }
}
