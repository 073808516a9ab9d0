package io.crmviews.merge.train;

import io.crmviews.merge.weigh.Model;

/**
 * What training found. Immutable.
 *
 * @param calibrated the shipped weights with the frequencies and the number of customers of the records
 * @param trained the same with the learnt weights
 * @param report what was estimated and whether it is expected to help
 */
public record Trained(Model calibrated, Model trained, TrainingReport report) {

    /**
     * The model to use unless a comparison says otherwise.
     *
     * @return the trained model if it is expected to help, else the calibrated one
     */
    public Model recommended() {
        return report.helps() ? trained : calibrated;
    }
}
