package io.crmviews.merge.ingest;

import io.crmviews.merge.key.Keys;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.MutedKeys;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoredReview;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The specification written down plainly: the customers of the current records, without postings, increments or
 * components. Every pair of nodes is looked at.
 */
final class PlainResolution {

    private PlainResolution() {}

    /** The current version of each record: the one with the highest sequence. */
    static Map<RecordKey, SourceRecord> current(List<Fact> facts) {
        Map<RecordKey, SourceRecord> records = new TreeMap<>();
        newest(facts).forEach((key, fact) -> {
            if (fact instanceof SourceRecord record) {
                records.put(key, record);
            }
        });
        return records;
    }

    /** What people say now. */
    static List<MatchAssertion> assertions(List<Fact> facts) {
        return newest(facts).values().stream()
                .filter(MatchAssertion.class::isInstance)
                .map(MatchAssertion.class::cast)
                .toList();
    }

    private static Map<RecordKey, Fact> newest(List<Fact> facts) {
        Map<RecordKey, Fact> newest = new TreeMap<>();
        for (Fact fact : facts) {
            newest.merge(
                    fact.key(),
                    fact,
                    (x, y) -> y.revision().sequence() > x.revision().sequence() ? y : x);
        }
        return newest;
    }

    /** The customers, and what waits for a decision. */
    record Outcome(Set<List<RecordKey>> customers, Set<StoredReview> reviews) {}

    static Outcome resolve(List<Fact> facts, Model model, Set<String> duplicateFree) {
        Map<Features, TreeSet<RecordKey>> byFeatures = new HashMap<>();
        for (SourceRecord record : current(facts).values()) {
            byFeatures
                    .computeIfAbsent(Normaliser.features(record), f -> new TreeSet<>())
                    .add(record.key());
        }
        Map<Long, Integer> holders = new HashMap<>();
        for (Features features : byFeatures.keySet()) {
            for (long key : Keys.of(features)) {
                holders.merge(key, 1, Integer::sum);
            }
        }
        PairScorer scorer = new PairScorer(model);
        scorer.mute(MutedKeys.of(holders.keySet().stream()
                .filter(key -> holders.getOrDefault(key, 0) > model.caps().scoringOf(key))
                .mapToLong(Long::longValue)
                .toArray()));
        List<PlainPartition.Node> nodes = new ArrayList<>();
        byFeatures.forEach((features, keys) -> {
            Prepared prepared = Prepared.of(features, model);
            nodes.add(new PlainPartition.Node(prepared, List.copyOf(keys)));
        });
        Map<PlainPartition.Node, Map<PlainPartition.Node, Integer>> weights = new HashMap<>();
        for (PlainPartition.Node a : nodes) {
            Map<PlainPartition.Node, Integer> row = new HashMap<>();
            for (PlainPartition.Node b : nodes) {
                if (a.equals(b) ? a.records().size() > 1 : shareLiveKey(a, b, holders, model)) {
                    row.put(b, scorer.weight(a.prepared(), b.prepared()));
                }
            }
            weights.put(a, row);
        }
        PlainConstraints constraints = new PlainConstraints(current(facts), model.constraints(), scorer.muted());
        PlainPartition partition =
                new PlainPartition(nodes, weights, scorer, duplicateFree, assertions(facts), constraints);
        Set<Set<RecordKey>> customers = partition.customers();
        Set<List<RecordKey>> sorted = new HashSet<>();
        customers.forEach(one -> sorted.add(one.stream().sorted().toList()));
        return new Outcome(sorted, reviews(nodes, weights, customers, partition, model));
    }

    /** Every pair that weighs enough and whose records are not all one customer. */
    private static Set<StoredReview> reviews(
            List<PlainPartition.Node> nodes,
            Map<PlainPartition.Node, Map<PlainPartition.Node, Integer>> weights,
            Set<Set<RecordKey>> customers,
            PlainPartition partition,
            Model model) {
        Set<StoredReview> reviews = new HashSet<>();
        for (PlainPartition.Node a : nodes) {
            weights.getOrDefault(a, Map.of()).forEach((b, weight) -> {
                Set<RecordKey> both = new HashSet<>(a.records());
                both.addAll(b.records());
                boolean apart = customers.stream().noneMatch(customer -> customer.containsAll(both));
                if (apart && weight >= model.parameters().get(Parameter.REVIEW)) {
                    reviews.add(new StoredReview(
                            a.prepared().features().hash(),
                            b.prepared().features().hash(),
                            weight,
                            partition.reason(a, b)));
                }
            });
        }
        return reviews;
    }

    private static boolean shareLiveKey(
            PlainPartition.Node a, PlainPartition.Node b, Map<Long, Integer> holders, Model model) {
        Set<Long> keys = new HashSet<>();
        for (long key : Keys.of(a.prepared().features())) {
            if (holders.getOrDefault(key, 0) <= model.caps().of(key)) {
                keys.add(key);
            }
        }
        for (long key : Keys.of(b.prepared().features())) {
            if (keys.contains(key)) {
                return true;
            }
        }
        return false;
    }
}
