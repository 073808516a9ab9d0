package io.crmviews.merge.weigh;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.key.Keys;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import java.util.List;

/**
 * The versions of the code that a model was made for. They are not counted by hand, where they would be forgotten: each is
 * a fingerprint of what the code makes of a few built-in records, so it changes when the code decides something else.
 * Immutable.
 *
 * @param normaliser of the features
 * @param keys of the keys
 * @param comparators of the levels of pairs
 * @param wordLists of the word lists of the normaliser
 */
public record Versions(long normaliser, long keys, long comparators, long wordLists) {

    /**
     * The versions of this library. The first call costs some milliseconds.
     *
     * @return the versions
     */
    public static Versions current() {
        return Computed.VERSIONS;
    }

    /** Computed when first wanted, since few programs want it. */
    private static final class Computed {
        static final Versions VERSIONS = compute();
    }

    private static Versions compute() {
        List<Features> probes =
                Probes.records().stream().map(Normaliser::features).toList();
        long features = 0;
        long keys = 0;
        for (Features probe : probes) {
            features = Hashing.pair(features, probe.hash());
            for (long key : Keys.of(probe)) {
                keys = Hashing.pair(keys, key);
            }
        }
        return new Versions(features, keys, levels(probes), Normaliser.wordLists());
    }

    /** Levels only: what they are worth is the model's, not the code's. */
    private static long levels(List<Features> probes) {
        Model model = Model.shipped();
        PairScorer scorer = new PairScorer(model);
        List<Prepared> prepared =
                probes.stream().map(probe -> Prepared.of(probe, model)).toList();
        long hash = 0;
        for (Prepared one : prepared) {
            for (Prepared other : prepared) {
                for (Evidence line : scorer.evidence(one, other)) {
                    hash = Hashing.pair(hash, Hashing.of(line.item() + " " + line.level()));
                }
            }
        }
        return hash;
    }
}
