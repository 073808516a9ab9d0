package io.crmviews.merge.train;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.internal.LongIntMap;
import io.crmviews.merge.key.Keys;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.train.KeySample.Holders;
import io.crmviews.merge.train.KeySample.Node;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Prepared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many pairs of records are expected to be one customer, from a sample of keys: a pair that matches counts for one
 * over the number of keys it shares (Horvitz and Thompson 1952), as it may be drawn by each of them.
 */
final class ExpectedPairs {

    private static final long UNIT = 1 << 20;

    private static final int MATCH = 1;
    private static final int RELATIVES = 2;
    private static final int NEITHER = 3;

    private final Model model;
    private final PairScorer scorer;
    private final int match;
    private long matches;
    private long persons;
    private long relatives;
    private double unit = UNIT;
    private final LongIntMap verdicts = new LongIntMap();
    private final Map<Long, Prepared> prepared = new HashMap<>();
    private final Map<Long, long[]> keys = new HashMap<>();

    ExpectedPairs(Model model) {
        this.model = model;
        scorer = new PairScorer(model);
        match = model.parameters().get(Parameter.MATCH);
    }

    /** Estimates the numbers, by a model that expects as many customers as records. */
    void estimate(KeySample sample) {
        matches = 0;
        persons = 0;
        relatives = 0;
        for (Holders holders : sample.holders()) {
            count(new ArrayList<>(holders.nodes.values()));
        }
        unit = UNIT * sample.share();
    }

    /** The pairs that match. */
    double matches() {
        return matches / unit;
    }

    /** Those of persons. */
    double personMatches() {
        return persons / unit;
    }

    /** The pairs of persons that would match if nobody had relatives. */
    double relatives() {
        return relatives / unit;
    }

    private void count(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            Node one = nodes.get(i);
            for (int j = 0; j < i; j++) {
                count(one, nodes.get(j), (long) one.records * nodes.get(j).records);
            }
            if (one.records > 1) {
                count(one, one, one.records * (one.records - 1L) / 2);
            }
        }
    }

    private void count(Node one, Node other, long pairs) {
        int verdict = verdict(one, other);
        if (verdict != NEITHER) {
            long units = UNIT * pairs / Math.max(1, shared(keys(one.features), keys(other.features)));
            boolean matching = verdict == MATCH;
            matches += matching ? units : 0;
            persons += matching && one.features.organization().isEmpty() ? units : 0;
            relatives += matching ? 0 : units;
        }
    }

    /** What a pair is; looked up where several keys bring it. */
    private int verdict(Node one, Node other) {
        long pair = Hashing.unordered(one.features.hash(), other.features.hash());
        int known = verdicts.get(pair);
        if (known == 0) {
            Prepared a = prepared(one.features);
            Prepared b = prepared(other.features);
            known = scorer.weight(a, b, match) >= match
                    ? MATCH
                    : scorer.areRelatives(a, b, match) ? RELATIVES : NEITHER;
            verdicts.add(pair, known);
        }
        return known;
    }

    private Prepared prepared(Features features) {
        return prepared.computeIfAbsent(features.hash(), any -> Prepared.of(features, model));
    }

    private long[] keys(Features features) {
        return keys.computeIfAbsent(features.hash(), any -> Keys.of(features));
    }

    /** How many keys two ascending lists share. */
    private static int shared(long[] one, long[] other) {
        int count = 0;
        int j = 0;
        for (long key : one) {
            while (j < other.length && other[j] < key) {
                j++;
            }
            count += j < other.length && other[j] == key ? 1 : 0;
        }
        return count;
    }
}
