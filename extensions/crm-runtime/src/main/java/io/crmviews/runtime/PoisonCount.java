package io.crmviews.runtime;

/** Counts records and rejects of one source against its {@link PoisonLimit}. Of its worker's thread. */
final class PoisonCount {

    private final PoisonLimit limit;
    private long items;
    private long rejects;

    PoisonCount(PoisonLimit limit) {
        this.limit = limit;
    }

    /** Counts a batch before it is stored; throws if the source is poisoned. */
    void add(int batchItems, int batchRejects) {
        items += batchItems;
        rejects += batchRejects;
        if (items >= limit.window()) {
            boolean poisoned = rejects > items * limit.share();
            String told = rejects + " of the last " + items;
            items = 0;
            rejects = 0;
            if (poisoned) {
                throw new PoisonedSourceException(told + " records were rejected; the batch is not stored.");
            }
        }
    }
}
