package io.crmviews.merge.weigh;

import io.crmviews.merge.internal.LongSet;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.normalise.Features;
import java.util.Arrays;
import java.util.List;

/**
 * The keys of values that more nodes hold than the scoring cap allows: a call centre's phone, a shop's e-mail address.
 * Such a value speaks neither for nor against a pair, as if its records did not hold it; but where both sides proved that
 * it is theirs, only the proofs are counted. Immutable and thread-safe.
 */
public final class MutedKeys {

    /** No key is muted. */
    public static final MutedKeys NONE = new MutedKeys(new long[0]);

    /** What a signature keeps of the hash of an identifier. */
    private static final long KEPT = (1L << Signature.ID_BITS) - 1;

    private final long[] keys;
    private final LongSet set;
    private final LongSet ids = new LongSet();

    private MutedKeys(long[] keys) {
        this.keys = keys;
        set = new LongSet(2 * keys.length);
        for (long key : keys) {
            set.add(key);
            if (KeyType.of(key) == KeyType.ID) {
                ids.add(KeyType.hash(key) & KEPT);
            }
        }
    }

    /**
     * The keys of an array.
     *
     * @param keys the keys, not written any more
     * @return the set
     */
    public static MutedKeys of(long[] keys) {
        return keys.length == 0 ? NONE : new MutedKeys(keys);
    }

    /**
     * The keys of an array; no set is made if they are those of another one.
     *
     * @param keys the keys, not written any more
     * @param last a set that may hold the same keys
     * @return the set
     */
    public static MutedKeys of(long[] keys, MutedKeys last) {
        return Arrays.equals(last.keys, keys) ? last : of(keys);
    }

    /**
     * The set after a change.
     *
     * @param more keys that join
     * @param fewer keys that leave
     * @return another set, or this one if nothing changes
     */
    public MutedKeys with(List<Long> more, List<Long> fewer) {
        if (more.isEmpty() && fewer.isEmpty()) {
            return this;
        }
        LongSet gone = new LongSet();
        fewer.forEach(gone::add);
        LongSet after = new LongSet();
        for (long key : keys) {
            if (!gone.contains(key)) {
                after.add(key);
            }
        }
        more.forEach(after::add);
        return of(after.toArray());
    }

    /**
     * Whether no key is muted.
     *
     * @return true for most small stores
     */
    public boolean isEmpty() {
        return keys.length == 0;
    }

    /**
     * Whether a key is muted.
     *
     * @param key a key
     * @return true if its value proves nothing
     */
    public boolean contains(long key) {
        return set.contains(key);
    }

    /** Whether an identifier of this hash, of which only the low bits may be known, may be muted. */
    boolean mayMuteId(long hash) {
        return ids.size() > 0 && ids.contains(hash & KEPT);
    }

    /** Whether a pair of values, one of each side, proves nothing. */
    boolean silences(KeyType claimed, KeyType verified, Features a, long one, Features b, long other) {
        if (!contains(claimed.key(one)) && !contains(claimed.key(other))) {
            return false;
        }
        boolean proved = one == other && a.isVerified(one) && b.isVerified(other);
        return !proved || contains(verified.key(one));
    }
}
