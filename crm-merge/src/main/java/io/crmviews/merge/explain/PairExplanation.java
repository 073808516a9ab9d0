package io.crmviews.merge.explain;

import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.model.source.RecordKey;
import java.util.List;

/**
 * Why two records are, or are not, one customer. Holds levels and bits, never values. Immutable.
 *
 * @param a a record
 * @param b another
 * @param together whether they are one customer now
 * @param weight the weight of the pair, 1/1024 bits: the lesser of the sums of both columns of the evidence
 * @param threshold the weight from which a pair is one customer, 1/1024 bits
 * @param evidence what was compared, the prior first
 * @param sharedKeys the types of keys that both hold and few others that the reader may see; none if they never met
 */
public record PairExplanation(
        RecordKey a,
        RecordKey b,
        boolean together,
        int weight,
        int threshold,
        List<Evidence> evidence,
        List<KeyType> sharedKeys) {

    /** Copies the lists. */
    public PairExplanation {
        evidence = List.copyOf(evidence);
        sharedKeys = List.copyOf(sharedKeys);
    }

    /**
     * Whether the pair by itself is heavy enough.
     *
     * @return true from the threshold on
     */
    public boolean isMatch() {
        return weight >= threshold;
    }

    /**
     * The sum against a stranger.
     *
     * @return 1/1024 bits
     */
    public int strangerWeight() {
        return evidence.stream().mapToInt(Evidence::weight).sum();
    }

    /**
     * The sum against a relative or sister branch.
     *
     * @return 1/1024 bits
     */
    public int rivalWeight() {
        return evidence.stream().mapToInt(Evidence::rivalWeight).sum();
    }

    /**
     * The explanation in lines to read: a table of levels and bits, then what they add up to and what followed.
     *
     * @return text with line ends, without values of the records
     */
    public String text() {
        return ExplanationText.of(this);
    }

    String outcome() {
        if (together) {
            return isMatch() ? "They are one customer." : "They are one customer through other records.";
        }
        if (!isMatch()) {
            return rivalWeight() < strangerWeight()
                    ? "They are kept apart: relatives explain it as well."
                    : "They are kept apart.";
        }
        return sharedKeys.isEmpty()
                ? "They are apart: no live key made them meet."
                : "They are apart: a constraint refused the union.";
    }
}
