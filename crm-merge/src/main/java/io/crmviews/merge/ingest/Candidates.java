package io.crmviews.merge.ingest;

import io.crmviews.merge.internal.LongList;
import io.crmviews.merge.internal.LongSet;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.spi.store.StoreReader;
import java.util.Arrays;
import java.util.List;

/**
 * The nodes that meet the nodes of a step under a live key, each pair once, whatever number of keys it shares. Most are
 * strangers and are dropped by their signatures, before any of them is read.
 */
final class Candidates {

    private static final int EXPECTED = 64;

    private final List<WorkNode> fresh;
    /** Stored nodes that meet any fresh node. */
    private final LongSet met = new LongSet(EXPECTED);
    /** The last fresh node that met each of them. */
    private int[] by = new int[EXPECTED];
    /** The pairs: which fresh node, and the number of the stored one or, negative, the place of another fresh node. */
    private final LongList pairs = new LongList(EXPECTED);

    private final LongSet kept = new LongSet();

    Candidates(PostingChanges postings, List<WorkNode> fresh) {
        this.fresh = fresh;
        for (int i = 0; i < fresh.size(); i++) {
            for (long key : fresh.get(i).keys) {
                PostingChanges.Change change = postings.of(key);
                if (change.liveAfter()) {
                    meet(i, change);
                }
            }
        }
    }

    /** Takes a pair that weighs enough as far as can be told. */
    @FunctionalInterface
    interface Visitor {
        void visit(WorkNode one, long other);
    }

    private void meet(int index, PostingChanges.Change change) {
        WorkNode node = fresh.get(index);
        for (long holder : change.stored.holders()) {
            if (change.stays(holder)) {
                int number = met.number(holder);
                if (number == by.length) {
                    by = Arrays.copyOf(by, number * 2);
                }
                if (by[number] <= index) {
                    by[number] = index + 1;
                    add(index, number);
                }
            }
        }
        // Two fresh nodes meet once: at the later one.
        for (WorkNode other : change.added()) {
            if (other.order < node.order && other.met != node.order) {
                other.met = node.order;
                add(index, -other.order);
            }
        }
    }

    private void add(int index, int other) {
        pairs.add(((long) index << Integer.SIZE) | (other & 0xFFFF_FFFFL));
    }

    int count() {
        return pairs.size();
    }

    /** Drops the pairs that cannot weigh so much; one read. */
    void keep(StoreReader reader, PairScorer scorer, int least) {
        long[] signatures = reader.signatures(met.toArray());
        int width = met.size() == 0 ? 0 : signatures.length / met.size();
        int left = 0;
        for (int i = 0; i < pairs.size(); i++) {
            WorkNode one = fresh.get((int) (pairs.get(i) >>> Integer.SIZE));
            int other = (int) pairs.get(i);
            if (other < 0 || scorer.mayReach(one.prepared, signatures, other * width, least)) {
                pairs.set(left++, pairs.get(i));
                if (other >= 0) {
                    kept.add(met.get(other));
                }
            }
        }
        pairs.truncate(left);
    }

    /** The stored nodes that are left. */
    LongSet ids() {
        return kept;
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < pairs.size(); i++) {
            int other = (int) pairs.get(i);
            long id = other >= 0 ? met.get(other) : fresh.get(-other - 1).id;
            visitor.visit(fresh.get((int) (pairs.get(i) >>> Integer.SIZE)), id);
        }
    }
}
