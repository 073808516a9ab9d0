package io.crmviews.merge.train;

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

    private final Model model;
    private final PairScorer scorer;
    private final int match;
    private final Map<Long, Prepared> prepared = new HashMap<>();
    private final Map<Long, long[]> keys = new HashMap<>();

    ExpectedPairs(Model model) {
        this.model = model;
        scorer = new PairScorer(model);
        match = model.parameters().get(Parameter.MATCH);
    }

    /** The number of pairs, by a model that expects as many customers as records. */
    double of(KeySample sample) {
        long sum = 0;
        for (Holders holders : sample.holders()) {
            sum += units(new ArrayList<>(holders.nodes.values()));
        }
        return sum / (double) UNIT / sample.share();
    }

    private long units(List<Node> nodes) {
        long sum = 0;
        for (int i = 0; i < nodes.size(); i++) {
            Node one = nodes.get(i);
            for (int j = 0; j < i; j++) {
                sum += units(one, nodes.get(j), (long) one.records * nodes.get(j).records);
            }
            if (one.records > 1) {
                sum += units(one, one, one.records * (one.records - 1L) / 2);
            }
        }
        return sum;
    }

    private long units(Node one, Node other, long pairs) {
        if (scorer.weight(prepared(one.features), prepared(other.features), match) < match) {
            return 0;
        }
        return UNIT * pairs / Math.max(1, shared(keys(one.features), keys(other.features)));
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
