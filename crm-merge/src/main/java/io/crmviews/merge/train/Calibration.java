package io.crmviews.merge.train;

import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.FrequencyCounter;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.SourceRecord;

/**
 * Fits a model to an embedder's records without labels: counts how often values occur and how many records there are,
 * and freezes both. The result does not depend on the order of the records. Not thread-safe.
 */
public final class Calibration {

    private final Model base;
    private final FrequencyCounter counter = new FrequencyCounter();

    /**
     * Nothing counted yet.
     *
     * @param base the model whose weights and caps are kept
     */
    public Calibration(Model base) {
        this.base = base;
    }

    /**
     * Counts one record; O(values).
     *
     * @param record the record
     * @return this calibration
     */
    public Calibration add(SourceRecord record) {
        counter.add(Normaliser.features(record));
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
     * The fitted model: one customer is expected for each record, so that duplicates only make matching more careful.
     * Nothing may be added afterwards.
     *
     * @return another model
     */
    public Model model() {
        return base.calibrated(counter.frequencies(), Math.max(1, counter.records()));
    }
}
