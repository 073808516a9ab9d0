package io.crmviews.merge;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.review.Review;
import io.crmviews.model.review.ReviewReason;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.StoredReview;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** What waits for a person, at one state of the store. */
final class ReviewQueue {

    private static final int PAGE = 200;
    /** Of so many open reviews with the greatest weight those with the greatest stake are shown. */
    private static final int LEAST_POOL = 1_000;

    private static final Comparator<Review> GREATEST_STAKE_FIRST = Comparator.comparingDouble(Review::stake)
            .reversed()
            .thenComparing(Review::a)
            .thenComparing(Review::b);

    private final StoreReader state;
    private final Model model;
    private final long modelHash;
    private final Predicate<RecordKey> visible;

    /** {@code visible}: whether the reader may see a record with everything that is compared. */
    ReviewQueue(StoreReader state, Model model, Predicate<RecordKey> visible) {
        this.state = state;
        this.model = model;
        modelHash = Hashing.of(model.checksum());
        this.visible = visible;
    }

    List<Review> open(int limit) {
        List<Review> pool = new ArrayList<>();
        int enough = Math.max(LEAST_POOL, limit);
        List<StoredReview> page = state.reviews(null, PAGE);
        while (!page.isEmpty() && pool.size() < enough) {
            pool.addAll(open(page));
            page = state.reviews(page.get(page.size() - 1), PAGE);
        }
        return pool.stream().sorted(GREATEST_STAKE_FIRST).limit(limit).toList();
    }

    private List<Review> open(List<StoredReview> page) {
        Map<Long, StoredNode> nodes = new HashMap<>();
        long[] ids = page.stream()
                .flatMapToLong(review -> LongStream.of(review.a(), review.b()))
                .distinct()
                .toArray();
        state.nodes(ids).forEach(node -> nodes.put(node.id(), node));
        List<RecordKey> keys =
                nodes.values().stream().flatMap(node -> node.records().stream()).toList();
        Map<RecordKey, StoredRecord> records = state.records(keys);
        Set<Long> numbers = new HashSet<>();
        records.values().forEach(record -> numbers.add(record.customer()));
        Map<Long, StoredCustomer> customers = state.customers(numbers);
        Map<RecordKey, List<MatchAssertion>> said = said(keys);
        List<Review> open = new ArrayList<>();
        for (StoredReview review : page) {
            StoredNode a = nodes.get(review.a());
            StoredNode b = nodes.get(review.b());
            if (a != null && b != null && !isDecided(review, a, b, said)) {
                review(review, a, b, records, customers).ifPresent(open::add);
            }
        }
        return open;
    }

    private Map<RecordKey, List<MatchAssertion>> said(List<RecordKey> keys) {
        Map<RecordKey, List<MatchAssertion>> said = new HashMap<>();
        for (MatchAssertion assertion : state.assertionsAbout(keys)) {
            said.computeIfAbsent(assertion.a(), any -> new ArrayList<>()).add(assertion);
            said.computeIfAbsent(assertion.b(), any -> new ArrayList<>()).add(assertion);
        }
        return said;
    }

    private boolean isDecided(
            StoredReview review, StoredNode a, StoredNode b, Map<RecordKey, List<MatchAssertion>> said) {
        long basis = basis(review);
        for (RecordKey one : a.records()) {
            for (MatchAssertion assertion : said.getOrDefault(one, List.of())) {
                RecordKey other = assertion.a().equals(one) ? assertion.b() : assertion.a();
                if (assertion.verdict() != Verdict.WITHDRAWN
                        && (assertion.basis() == 0 || assertion.basis() == basis)
                        && b.records().contains(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first two records that the reader may see and that are two customers. */
    private Optional<Review> review(
            StoredReview review,
            StoredNode a,
            StoredNode b,
            Map<RecordKey, StoredRecord> records,
            Map<Long, StoredCustomer> customers) {
        for (RecordKey x : a.records()) {
            for (RecordKey y : b.records()) {
                StoredRecord one = records.get(x);
                StoredRecord other = records.get(y);
                if (one != null
                        && other != null
                        && one.customer() != other.customer()
                        && visible.test(x)
                        && visible.test(y)) {
                    int moved = size(customers, one.customer()) + size(customers, other.customer());
                    return Optional.of(new Review(
                            x,
                            y,
                            new CustomerId(one.customer()),
                            new CustomerId(other.customer()),
                            review.weight(),
                            review.reason(),
                            openness(review) * moved,
                            basis(review)));
                }
            }
        }
        return Optional.empty();
    }

    /** The records that the reader may see. */
    private int size(Map<Long, StoredCustomer> customers, long number) {
        StoredCustomer customer = customers.get(number);
        return customer == null
                ? 1
                : (int) customer.records().stream().filter(visible).count();
    }

    /** 1 for a union that a constraint refused; below the threshold twice the probability of a match, so below 1. */
    private double openness(StoredReview review) {
        if (review.reason() != ReviewReason.POSSIBLE) {
            return 1;
        }
        double missing = model.parameters().get(Parameter.MATCH) - review.weight();
        return Math.min(1, 2 / (1 + StrictMath.pow(2, missing / Model.BIT)));
    }

    /** What a decision stands on: other features or another model are another basis. Never 0, which means any. */
    private long basis(StoredReview review) {
        long basis = Hashing.pair(Hashing.pair(review.a(), review.b()), modelHash);
        return basis == 0 ? 1 : basis;
    }

    /** What was said to be one and does not hold, because something that outranks it says otherwise. */
    List<MatchAssertion> conflicts(int limit) {
        List<MatchAssertion> conflicts = new ArrayList<>();
        List<MatchAssertion> page = state.assertions(null, PAGE);
        while (!page.isEmpty() && conflicts.size() < limit) {
            for (MatchAssertion assertion : page) {
                if (assertion.verdict() == Verdict.SAME
                        && visible.test(assertion.a())
                        && visible.test(assertion.b())
                        && isApart(assertion)
                        && conflicts.size() < limit) {
                    conflicts.add(assertion);
                }
            }
            page = state.assertions(page.get(page.size() - 1).key(), PAGE);
        }
        return conflicts;
    }

    private boolean isApart(MatchAssertion assertion) {
        Map<RecordKey, StoredRecord> records = state.records(List.of(assertion.a(), assertion.b()));
        return records.size() == 2
                && records.values().stream().allMatch(record -> record.customer() != StoredRecord.NONE)
                && records.values().stream()
                                .mapToLong(StoredRecord::customer)
                                .distinct()
                                .count()
                        == 2;
    }
}
