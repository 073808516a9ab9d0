package io.crmviews.merge.explain;

import io.crmviews.merge.partition.Refusal;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import java.util.List;

/**
 * How a customer came together: the order in which its records join when its facts are resolved, which is the same
 * whatever order they arrived in. Holds names of records, levels and bits, never values. Immutable.
 *
 * @param customer the customer
 * @param records its records, ascending
 * @param joins the unions in their order: records that say the same, then what people asserted, then the strongest edge
 *     first
 * @param refusals the unions with records of other customers that a constraint refused, the strongest first
 * @param threshold the weight from which a pair is one customer, 1/1024 bits
 */
public record Formation(
        CustomerId customer, List<RecordKey> records, List<Join> joins, List<Refusal> refusals, int threshold) {

    /** Copies the lists. */
    public Formation {
        records = List.copyOf(records);
        joins = List.copyOf(joins);
        refusals = List.copyOf(refusals);
    }

    /**
     * Two parts of a customer that became one.
     *
     * @param a the record of one part that the edge begins at
     * @param b the record of the other part that it ends at
     * @param asserted whether somebody said that the two are one; then the weight did not matter
     * @param weight the weight of the pair, 1/1024 bits
     * @param sizeA how many records the part of {@code a} had before
     * @param sizeB how many records the part of {@code b} had before
     * @param evidence what the edge rests on, the prior first
     */
    public record Join(
            RecordKey a, RecordKey b, boolean asserted, int weight, int sizeA, int sizeB, List<Evidence> evidence) {

        /** Copies the evidence. */
        public Join {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Into how many parts the records fall by the joins alone.
     *
     * @return 1 if the joins tell the whole story; more if parts are held together by what is not shown
     */
    public int parts() {
        return records.size() - joins.size();
    }

    /**
     * The explanation in lines to read.
     *
     * @return text with line ends, without values of the records
     */
    public String text() {
        return ExplanationText.of(this);
    }
}
