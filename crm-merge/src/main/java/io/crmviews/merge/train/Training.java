package io.crmviews.merge.train;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.key.CandidatePairs;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import java.util.List;
import java.util.TreeMap;

/**
 * Fits a model to an embedder's records without labels, as {@link Calibration} does, and learns what near misses are worth
 * in them: how often a birth date is a little off in records of one customer, by EM over pairs that were found in several
 * ways, and how often in strangers, by pairs drawn at random.
 *
 * <p>The result is the same to the bit for every order of the records. Costs time in proportion to the records, about as
 * much as resolving them once, and memory for the features of at most {@value #MOST_NODES} different records: of more, a
 * sample by hash is trained on. Not thread-safe.
 */
public final class Training {

    private static final int MOST_NODES = 100_000;
    private static final int RANDOM_PAIRS = 200_000;
    /** Pairs that are this much below the threshold are strangers for certain, and left out. */
    private static final int SPAN = 16 * Model.BIT;

    private final Calibration calibration;
    private final TreeMap<Long, Node> nodes = new TreeMap<>();

    /**
     * Nothing seen yet.
     *
     * @param base the model whose weights are the starting point, usually {@link Model#shipped()}
     */
    public Training(Model base) {
        calibration = new Calibration(base);
    }

    /**
     * Takes one record; O(values).
     *
     * @param record the record
     * @return this training
     */
    public Training add(SourceRecord record) {
        calibration.add(record);
        Features features = Normaliser.features(record);
        nodes.merge(Hashing.mix(features.hash()), new Node(features, false), (known, same) -> new Node(features, true));
        if (nodes.size() > MOST_NODES) {
            nodes.pollLastEntry();
        }
        return this;
    }

    /**
     * What was learnt. Nothing may be added afterwards.
     *
     * @return the calibrated model, the trained one, and whether to use it
     */
    public Trained finish() {
        return new Run(calibration.model(), List.copyOf(nodes.values())).result(calibration.records());
    }

    /** Different features, and whether several records have them: such a repetition counts once, however often it is. */
    private record Node(Features features, boolean repeated) {}

    /** One pass over the pairs of all nodes. */
    private static final class Run {
        private final Model model;
        private final List<Node> nodes;
        private final Prepared[] prepared;
        private final PairScorer scorer;

        Run(Model model, List<Node> nodes) {
            this.model = model;
            this.nodes = nodes;
            prepared = nodes.stream()
                    .map(node -> Prepared.of(node.features, model))
                    .toArray(Prepared[]::new);
            scorer = new PairScorer(model);
        }

        Trained result(long records) {
            ExpectationMaximization em = new ExpectationMaximization(model.parameters(), random());
            int least = model.parameters().get(Parameter.MATCH) - SPAN;
            for (int node = 0; node < prepared.length; node++) {
                if (nodes.get(node).repeated) {
                    em.add(observe(node, node), Blocking.of(CandidatePairs.types(nodes.get(node).features)));
                }
            }
            List<Features> features = nodes.stream().map(Node::features).toList();
            CandidatePairs.of(features, model.caps()).forEach((a, b, types) -> {
                if (scorer.weight(prepared[a], prepared[b], least) >= least) {
                    em.add(observe(a, b), Blocking.of(types));
                }
            });
            em.run();
            return new Verdict(model, em, records).trained();
        }

        /** The levels of strangers: pairs of nodes whose hashes are neighbours. */
        private LevelCounts random() {
            LevelCounts counts = new LevelCounts();
            int match = model.parameters().get(Parameter.MATCH);
            int drawn = 0;
            for (int apart = 1; apart < nodes.size() && drawn < RANDOM_PAIRS; apart++) {
                for (int a = 0; a + apart < nodes.size() && drawn < RANDOM_PAIRS; a++, drawn++) {
                    if (scorer.weight(prepared[a], prepared[a + apart], match) < match) {
                        counts.addAll(observe(a, a + apart));
                    }
                }
            }
            return counts;
        }

        private Observation observe(int a, int b) {
            return new Observation(
                    nodes.get(a).features,
                    nodes.get(b).features,
                    scorer.evidence(prepared[a], prepared[b]),
                    model.parameters());
        }
    }
}
