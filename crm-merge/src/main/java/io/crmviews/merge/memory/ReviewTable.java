package io.crmviews.merge.memory;

import io.crmviews.merge.internal.LongMap;
import io.crmviews.spi.store.StoredReview;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The open reviews, in their own order and by their nodes. */
final class ReviewTable {

    private final TreeSet<StoredReview> reviews = new TreeSet<>();
    private final LongMap<Set<StoredReview>> byNode = new LongMap<>();

    void open(StoredReview review) {
        reviews.add(review);
        byNode.computeIfAbsent(review.a(), key -> new HashSet<>()).add(review);
        byNode.computeIfAbsent(review.b(), key -> new HashSet<>()).add(review);
    }

    void close(StoredReview review) {
        reviews.remove(review);
        for (long node : new long[] {review.a(), review.b()}) {
            Set<StoredReview> of = byNode.get(node);
            if (of != null && of.remove(review) && of.isEmpty()) {
                byNode.remove(node);
            }
        }
    }

    List<StoredReview> of(long[] nodes) {
        Set<StoredReview> found = new LinkedHashSet<>();
        for (long node : nodes) {
            Set<StoredReview> of = byNode.get(node);
            if (of != null) {
                found.addAll(of);
            }
        }
        return new ArrayList<>(found);
    }

    List<StoredReview> page(@Nullable StoredReview after, int most) {
        Set<StoredReview> rest = after == null ? reviews : reviews.tailSet(after, false);
        return rest.stream().limit(most).toList();
    }
}
