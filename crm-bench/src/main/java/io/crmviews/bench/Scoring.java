package io.crmviews.bench;

import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Prepared;
import java.util.List;

/** Pairs of prepared people: those who stand next to each other in the generator's order, so many are one person. */
final class Scoring {

    private final PairScorer scorer = new PairScorer(Model.shipped());
    private final List<Prepared> people;

    Scoring(int many, long seed) {
        people = People.inOrder(many, seed).stream()
                .map(record -> Prepared.of(Normaliser.features(record), Model.shipped()))
                .toList();
    }

    int pairs() {
        return people.size() - 1;
    }

    /** The weight of a pair by its number; any number will do. */
    int weight(int pair) {
        int first = pair % pairs();
        return scorer.weight(people.get(first), people.get(first + 1));
    }
}
