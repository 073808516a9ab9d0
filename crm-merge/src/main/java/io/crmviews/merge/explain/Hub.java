package io.crmviews.merge.explain;

import io.crmviews.merge.key.KeyType;
import io.crmviews.model.source.RecordKey;
import java.util.List;

/**
 * A value, or values taken together, that so many different records hold that it is generic: a call centre's phone, a
 * shop's address, a frequent surname. The value itself is not told; the examples lead to it.
 *
 * @param type what kind of key it is
 * @param holders how many different sets of attributes hold it; records that are equal in everything count once
 * @param cap from how many holders more it proposes no pairs
 * @param muted whether it is over the scoring cap as well, so that it proves nothing
 * @param examples one or two records that hold it
 */
public record Hub(KeyType type, int holders, int cap, boolean muted, List<RecordKey> examples) {

    /** Copies the examples. */
    public Hub {
        examples = List.copyOf(examples);
    }
}
