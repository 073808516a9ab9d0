package io.crmviews.examples.resolvecsv;

import io.crmviews.merge.key.CandidatePairs;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All pairs of records that share a live key and weigh enough for a review, one line each, in the order of the files. */
final class Pairs {

    private final Model model;
    private final List<Prepared> nodes = new ArrayList<>();
    private final List<List<String>> ids = new ArrayList<>();
    private final PairScorer scorer;
    private final int match;
    private final int review;
    private long written;

    private Pairs(Engine.Facts facts, Model model) throws BadInputException {
        this.model = model;
        scorer = new PairScorer(model);
        match = model.parameters().get(Parameter.MATCH);
        review = model.parameters().get(Parameter.REVIEW);
        Map<Features, List<String>> records = new LinkedHashMap<>();
        facts.forEach(fact -> {
            if (fact instanceof SourceRecord record) {
                records.computeIfAbsent(Normaliser.features(record), unseen -> new ArrayList<>())
                        .add(record.key().key());
            }
        });
        records.forEach((features, keys) -> {
            nodes.add(Prepared.of(features, model));
            ids.add(keys);
        });
    }

    /** Writes the lines; returns how many. */
    static long write(Writer to, Engine.Facts facts, Model model) throws IOException, BadInputException {
        Pairs pairs = new Pairs(facts, model);
        to.write("left_id,right_id,weight,decision\n");
        try {
            pairs.all(to);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return pairs.written;
    }

    private void all(Writer to) {
        for (int node = 0; node < nodes.size(); node++) {
            List<String> same = ids.get(node);
            for (int i = 0; i < same.size(); i++) {
                lines(to, same.subList(i, i + 1), same.subList(i + 1, same.size()), weight(node, node));
            }
        }
        CandidatePairs.of(nodes.stream().map(Prepared::features).toList(), model.caps())
                .forEach((a, b, types) -> lines(to, ids.get(a), ids.get(b), weight(a, b)));
    }

    private int weight(int a, int b) {
        return scorer.weight(nodes.get(a), nodes.get(b), review);
    }

    private void lines(Writer to, List<String> left, List<String> right, int weight) {
        if (weight < review) {
            return;
        }
        String end = String.format(
                Locale.ROOT, ",%.3f,%s\n", (double) weight / Model.BIT, weight >= match ? "match" : "review");
        try {
            for (String one : left) {
                for (String other : right) {
                    to.write(Clusters.quoted(one) + ',' + Clusters.quoted(other) + end);
                    written++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
