package io.crmviews.merge.ingest;

import io.crmviews.merge.internal.LongList;
import io.crmviews.merge.internal.LongMap;
import io.crmviews.merge.internal.LongSet;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.spi.store.Posting;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.WriteSet.KeyPairs;
import java.util.ArrayList;
import java.util.List;

/** The postings that one step changes: as stored, and with the nodes that come and go. */
final class PostingChanges {

    private static final LongSet NOTHING = new LongSet();
    private static final Posting NOBODY = new Posting(0, new long[0]);

    private final StoreReader reader;
    private final KeyCaps caps;
    private final LongMap<Change> changes = new LongMap<>(32);
    private final LongList keys = new LongList();
    private final List<Change> ordered = new ArrayList<>();
    private final LongList addedKeys = new LongList();
    private final LongList addedNodes = new LongList();
    private final LongList removedKeys = new LongList();
    private final LongList removedNodes = new LongList();
    private final List<Long> muted = new ArrayList<>();
    private final List<Long> unmuted = new ArrayList<>();

    PostingChanges(StoreReader reader, KeyCaps caps) {
        this.reader = reader;
        this.caps = caps;
    }

    /** One key: its stored posting, and the nodes that come and go. */
    static final class Change {

        private final int cap;
        private final int scoringCap;
        Posting stored = NOBODY;
        private final List<WorkNode> added = new ArrayList<>(1);
        private LongSet removed = NOTHING;

        Change(int cap, int scoringCap) {
            this.cap = cap;
            this.scoringCap = scoringCap;
        }

        private int countAfter() {
            return stored.count() + added.size() - removed.size();
        }

        boolean liveBefore() {
            return stored.count() <= cap;
        }

        boolean liveAfter() {
            return countAfter() <= cap;
        }

        boolean crossedUp() {
            return liveBefore() && !liveAfter();
        }

        boolean crossedDown() {
            return !liveBefore() && liveAfter();
        }

        /** Too many hold the value now for it to prove anything, and fewer did. */
        boolean fellSilent() {
            return stored.count() <= scoringCap && countAfter() > scoringCap;
        }

        /** The value proves something again. */
        boolean speaksAgain() {
            return stored.count() > scoringCap && countAfter() <= scoringCap;
        }

        /** Adds the holders that stay to a set. */
        void staying(LongSet to) {
            for (long holder : stored.holders()) {
                if (stays(holder)) {
                    to.add(holder);
                }
            }
        }

        /** Adds all holders after the step to a set. */
        void after(LongSet to) {
            staying(to);
            for (WorkNode node : added) {
                to.add(node.id);
            }
        }

        boolean stays(long holder) {
            return removed.size() == 0 || !removed.contains(holder);
        }

        /** The nodes that come with the key. */
        List<WorkNode> added() {
            return added;
        }

        private void remove(long node) {
            if (removed == NOTHING) {
                removed = new LongSet();
            }
            removed.add(node);
        }
    }

    void add(WorkNode node) {
        for (long key : node.keys) {
            change(key).added.add(node);
            addedKeys.add(key);
            addedNodes.add(node.id);
        }
    }

    void remove(WorkNode node) {
        for (long key : node.keys) {
            change(key).remove(node.id);
            removedKeys.add(key);
            removedNodes.add(node.id);
        }
    }

    /** Reads the stored postings of all keys that change; two reads at the most. */
    void load() {
        int most = caps.most();
        long[] all = keys.toArray();
        List<Posting> stored = reader.postings(all, most);
        LongList generic = new LongList();
        for (int i = 0; i < all.length; i++) {
            Change change = ordered.get(i);
            change.stored = stored.get(i);
            boolean crossed = change.crossedDown() || change.fellSilent() || change.speaksAgain();
            if (crossed && change.stored.count() > most) {
                generic.add(all[i]);
            }
            if (change.fellSilent()) {
                muted.add(all[i]);
            } else if (change.speaksAgain()) {
                unmuted.add(all[i]);
            }
        }
        if (generic.size() == 0) {
            return;
        }
        List<Posting> whole = reader.postings(generic.toArray(), Integer.MAX_VALUE);
        for (int i = 0; i < generic.size(); i++) {
            change(generic.get(i)).stored = whole.get(i);
        }
    }

    /** Keys whose value proves nothing from this step on. */
    List<Long> muted() {
        return muted;
    }

    /** Keys whose value proves something again from this step on. */
    List<Long> unmuted() {
        return unmuted;
    }

    /** What became generic in this step. */
    IngestReport.Generic generic() {
        int crossed = 0;
        for (Change change : changes.values()) {
            crossed += change.crossedUp() ? 1 : 0;
        }
        return crossed + muted.size() == 0
                ? IngestReport.Generic.NONE
                : new IngestReport.Generic(crossed, muted.size());
    }

    int size() {
        return addedKeys.size() + removedKeys.size();
    }

    Iterable<Change> all() {
        return ordered;
    }

    /** The change of a key that is known to change. */
    Change of(long key) {
        return change(key);
    }

    /** Which of the keys are live after the step; one read for those that do not change. */
    LongSet liveAmong(LongSet asked) {
        LongSet live = new LongSet();
        LongList unknown = new LongList();
        for (int i = 0; i < asked.size(); i++) {
            Change change = changes.get(asked.get(i));
            if (change == null) {
                unknown.add(asked.get(i));
            } else if (change.liveAfter()) {
                live.add(asked.get(i));
            }
        }
        long[] ids = unknown.toArray();
        List<Posting> stored = reader.postings(ids, 0);
        for (int i = 0; i < ids.length; i++) {
            if (stored.get(i).count() <= caps.of(ids[i])) {
                live.add(ids[i]);
            }
        }
        return live;
    }

    /** The holders after the step of those of the keys that are live; one read for those that do not change. */
    LongMap<LongSet> holdersOfLive(LongSet asked) {
        LongMap<LongSet> found = new LongMap<>(2 * asked.size());
        LongList unknown = new LongList();
        for (int i = 0; i < asked.size(); i++) {
            Change change = changes.get(asked.get(i));
            if (change == null) {
                unknown.add(asked.get(i));
            } else if (change.liveAfter()) {
                LongSet holders = new LongSet();
                change.after(holders);
                found.put(asked.get(i), holders);
            }
        }
        long[] ids = unknown.toArray();
        List<Posting> stored = reader.postings(ids, caps.most());
        for (int i = 0; i < ids.length; i++) {
            if (stored.get(i).count() <= caps.of(ids[i])) {
                LongSet holders = new LongSet();
                for (long holder : stored.get(i).holders()) {
                    holders.add(holder);
                }
                found.put(ids[i], holders);
            }
        }
        return found;
    }

    KeyPairs added() {
        return new KeyPairs(addedKeys.toArray(), addedNodes.toArray());
    }

    KeyPairs removed() {
        return new KeyPairs(removedKeys.toArray(), removedNodes.toArray());
    }

    private Change change(long key) {
        return changes.computeIfAbsent(key, fresh -> {
            keys.add(fresh);
            Change change = new Change(caps.of(fresh), caps.scoringOf(fresh));
            ordered.add(change);
            return change;
        });
    }
}
