package io.crmviews.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.train.Calibration;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairBoundTest {

    @Test
    void aPairIsGivenUpOnlyIfItWeighsTooLittle() {
        List<SourceRecord> records = new ArrayList<>(People.inOrder(600, 5));
        Profiles.customers(60, 4, 5).forEach(customer -> records.addAll(customer.records()));
        Calibration counted = new Calibration(Model.shipped());
        records.forEach(counted::add);
        for (Model model : List.of(Model.shipped(), counted.model())) {
            int givenUp = compareAll(records, model);
            assertThat(givenUp).isGreaterThan(records.size());
        }
    }

    private static int compareAll(List<SourceRecord> records, Model model) {
        PairScorer scorer = new PairScorer(model);
        List<Prepared> prepared = records.stream()
                .map(record -> Prepared.of(Normaliser.features(record), model))
                .toList();
        int givenUp = 0;
        for (int i = 0; i < prepared.size(); i++) {
            for (int j = 0; j <= i; j++) {
                int exact = scorer.weight(prepared.get(i), prepared.get(j));
                int least = -20 * Model.BIT + (i * 31 + j) % (40 * Model.BIT);
                int bounded = scorer.weight(prepared.get(i), prepared.get(j), least);
                if (exact >= least) {
                    assertThat(bounded).isEqualTo(exact);
                } else {
                    assertThat(bounded).isLessThan(least);
                    givenUp += bounded == exact ? 0 : 1;
                }
            }
        }
        return givenUp;
    }
}
