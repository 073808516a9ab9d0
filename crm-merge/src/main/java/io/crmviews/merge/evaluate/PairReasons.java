package io.crmviews.merge.evaluate;

import io.crmviews.merge.explain.Explainer;
import io.crmviews.merge.explain.PairExplanation;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.key.Keys;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Explains pairs of records without a store: weights by one model, and the live keys that two records share. */
final class PairReasons {

    private static final int MOST_PAIRS = 2_000;

    private final Map<RecordKey, Features> features = new HashMap<>();
    private final Map<Long, Integer> holders = new HashMap<>();

    PairReasons(Collection<SourceRecord> records) {
        Set<Long> counted = new HashSet<>();
        for (SourceRecord record : records) {
            Features f = Normaliser.features(record);
            features.put(record.key(), f);
            if (counted.add(f.hash())) {
                Arrays.stream(Keys.of(f)).forEach(key -> holders.merge(key, 1, Integer::sum));
            }
        }
    }

    boolean knows(RecordKey record) {
        return features.containsKey(record);
    }

    /** Two records, one of each side. */
    record Pair(RecordKey a, RecordKey b) {}

    /** The heaviest pair across two groups; of very large groups the first records only. */
    Pair heaviest(List<RecordKey> some, List<RecordKey> others, Model model) {
        PairScorer scorer = new PairScorer(model);
        int each = (int) Math.sqrt(MOST_PAIRS);
        Pair best = new Pair(some.get(0), others.get(0));
        int most = Integer.MIN_VALUE;
        for (RecordKey a : some.subList(0, Math.min(each, some.size()))) {
            Prepared one = prepared(a, model);
            for (RecordKey b : others.subList(0, Math.min(each, others.size()))) {
                int weight = scorer.weight(one, prepared(b, model));
                if (weight > most) {
                    most = weight;
                    best = new Pair(a, b);
                }
            }
        }
        return best;
    }

    PairExplanation explain(Pair pair, boolean together, Model model) {
        return new Explainer(new PairScorer(model))
                .explain(
                        new Explainer.Side(pair.a, prepared(pair.a, model)),
                        new Explainer.Side(pair.b, prepared(pair.b, model)),
                        together,
                        sharedKeys(pair, model.caps()));
    }

    private List<KeyType> sharedKeys(Pair pair, KeyCaps caps) {
        long[] others = Keys.of(of(pair.b));
        List<KeyType> shared = new ArrayList<>();
        for (long key : Keys.of(of(pair.a))) {
            boolean live = holders.getOrDefault(key, 0) <= caps.of(key);
            if (live && Arrays.binarySearch(others, key) >= 0 && !shared.contains(KeyType.of(key))) {
                shared.add(KeyType.of(key));
            }
        }
        shared.sort(null);
        return shared;
    }

    private Prepared prepared(RecordKey record, Model model) {
        return Prepared.of(of(record), model);
    }

    private Features of(RecordKey record) {
        Features found = features.get(record);
        if (found == null) {
            throw new IllegalArgumentException("The record " + record + " is not among those that were given.");
        }
        return found;
    }
}
