package io.crmviews.merge.train;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.FrequencyCounter;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Origin;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.model.fact.SourceRecord;

/**
 * Fits a model to an embedder's records without labels, in one pass: counts how often values occur, estimates how many
 * pairs of records are one customer, and freezes both. The result does not depend on the order of the records.
 * Not thread-safe.
 */
public final class Calibration {

    private static final int SAMPLED_KEYS = 1 << 12;
    private static final int MOST_MATCHES = 16;
    private static final int FEW_PAIRS = 40;
    private static final double RIVAL_OFFSET = 1;
    private static final double LEAST_RIVAL = 1;
    private static final double MOST_RIVAL = 6;

    private final Model base;
    private final FrequencyCounter counter = new FrequencyCounter();
    private final KeySample sample;

    /**
     * Nothing counted yet.
     *
     * @param base the model whose weights and caps are kept
     */
    public Calibration(Model base) {
        this.base = base;
        sample = new KeySample(SAMPLED_KEYS, base.caps());
    }

    /**
     * Counts one record; O(values).
     *
     * @param record the record
     * @return this calibration
     */
    public Calibration add(SourceRecord record) {
        Features features = Normaliser.features(record);
        counter.add(features);
        sample.add(features);
        return this;
    }

    /**
     * How many records were counted.
     *
     * @return the number
     */
    public long records() {
        return counter.records();
    }

    /**
     * The fitted model. The odds that two records are one customer are first set as if each record were a customer, which
     * only makes matching more careful; a sample of the pairs that match by these odds then says how many records a
     * customer has, and so what the odds are. They are never less than at first, and at most {@value #MOST_MATCHES} times
     * as large. The same sample says how many pairs look like one customer but more like relatives,
     * and so what the odds against those are. Nothing may be added afterwards.
     *
     * @return another model
     */
    public Model model() {
        long records = Math.max(1, counter.records());
        Model careful = base.with(base.parameters().with(Parameter.RIVAL, MOST_RIVAL));
        ExpectedPairs expected = new ExpectedPairs(careful.calibrated(counter.frequencies(), records));
        expected.estimate(sample);
        double pairs = expected.matches();
        double oneTo = (double) records * records / (2 * Math.max(1, pairs));
        long least = (records + MOST_MATCHES - 1) / MOST_MATCHES;
        int further = (int) Math.min(MOST_MATCHES - 1, Math.round(2 * pairs / records));
        Parameters parameters = base.parameters();
        return base.with(parameters.with(Parameter.RIVAL, rival(expected), Origin.ESTIMATED))
                .calibrated(
                        counter.frequencies().ofCustomersWithFurther(further),
                        Math.max(least, Math.min(records, Math.round(oneTo))));
    }

    /** The rival explanation's start in bits, from the shipped one for few pairs of either kind. */
    private double rival(ExpectedPairs expected) {
        double shipped = base.parameters().get(Parameter.RIVAL) / (double) Model.BIT;
        double typical = StrictMath.pow(2, shipped - RIVAL_OFFSET);
        double odds = (expected.personMatches() + FEW_PAIRS * typical) / (expected.relatives() + FEW_PAIRS);
        double bits = RIVAL_OFFSET + StrictMath.log(odds) / StrictMath.log(2);
        return Math.max(LEAST_RIVAL, Math.min(MOST_RIVAL, Math.round(bits * 4) / 4.0));
    }
}
