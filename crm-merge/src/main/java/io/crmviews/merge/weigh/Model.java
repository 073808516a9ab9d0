package io.crmviews.merge.weigh;

import io.crmviews.merge.key.KeyCaps;
import java.util.Set;

/**
 * The frozen model: parameters, frequencies and the expected number of customers. The partition is a pure function of
 * the current records, the model and the assertions, so a model never changes; another one is another generation.
 * Immutable and thread-safe.
 *
 * @param parameters the weights and thresholds
 * @param caps how many nodes may hold a live key
 * @param frequencies the frozen term frequencies
 * @param expectedCustomers how many customers are expected, 1 or more: the prior odds of a match are one to this
 * @param constraints what keeps records apart whatever they weigh
 */
public record Model(
        Parameters parameters, KeyCaps caps, Frequencies frequencies, long expectedCustomers, Constraints constraints) {

    /** One bit of weight: weights are integers, so that sums do not depend on their order. */
    public static final int BIT = 1024;

    /** The number of customers that the shipped model expects. */
    public static final long SHIPPED_EXPECTED_CUSTOMERS = 1_000_000;

    private static final int FEWEST = 100;

    /** Checks the number of customers. */
    public Model {
        if (expectedCustomers < 1) {
            throw new IllegalArgumentException("A model must expect at least one customer.");
        }
    }

    /**
     * A model with the shipped constraints, that trusts no source to be free of duplicates.
     *
     * @param parameters the weights and thresholds
     * @param caps how many nodes may hold a live key
     * @param frequencies the frozen term frequencies
     * @param expectedCustomers how many customers are expected, 1 or more
     */
    public Model(Parameters parameters, KeyCaps caps, Frequencies frequencies, long expectedCustomers) {
        this(parameters, caps, frequencies, expectedCustomers, Constraints.shipped());
    }

    /**
     * The shipped model: no frequencies, a million customers.
     *
     * @return the model
     */
    public static Model shipped() {
        return new Model(Parameters.shipped(), KeyCaps.shipped(), new Frequencies(), SHIPPED_EXPECTED_CUSTOMERS);
    }

    /**
     * The same model with frequencies and an expected number of customers that were counted on an embedder's records.
     *
     * @param counted the frequencies
     * @param customers how many customers are expected, 1 or more
     * @return another model
     */
    public Model calibrated(Frequencies counted, long customers) {
        return new Model(parameters, caps, counted, customers, constraints);
    }

    /**
     * The same model with other weights and thresholds.
     *
     * @param others the parameters
     * @return another model
     */
    public Model with(Parameters others) {
        return new Model(others, caps, frequencies, expectedCustomers, constraints);
    }

    /**
     * The same model with other constraints.
     *
     * @param others the constraints
     * @return another model
     */
    public Model with(Constraints others) {
        return new Model(parameters, caps, frequencies, expectedCustomers, others);
    }

    /**
     * The sources that never hold one customer twice.
     *
     * @return their ids
     */
    public Set<String> duplicateFree() {
        return constraints.duplicateFree();
    }

    /**
     * The same model with other declarations of sources.
     *
     * @param sources the ids of the sources that never hold one customer twice
     * @return another model
     */
    public Model withDuplicateFree(Set<String> sources) {
        return with(constraints.withDuplicateFree(sources));
    }

    /**
     * The checksum over everything that decides: parameters, caps, frequencies, expected customers, sources, and the
     * {@link Versions} of the code. Two models with one checksum give one partition. Costs time in proportion to the
     * frequencies.
     *
     * @return SHA-256 in hexadecimal digits
     */
    public String checksum() {
        return ModelChecksum.of(this);
    }

    /**
     * The prior weight of a pair: minus log2 of the expected number of customers, as for a hundred if fewer are expected.
     *
     * @return 1/1024 bits, negative
     */
    public int prior() {
        double log2 = StrictMath.log((double) Math.max(FEWEST, expectedCustomers)) / StrictMath.log(2);
        return (int) -Math.round(log2 * BIT);
    }
}
