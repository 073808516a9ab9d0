package io.crmviews.merge.explain;

import io.crmviews.merge.partition.Refusal;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import java.util.List;

/**
 * What a record would do if it arrived now. Nothing was written and no id was used up. Immutable.
 *
 * @param record the record
 * @param holds whether this version would hold; false if a newer one or a removal is known, so that it would change
 *     nothing
 * @param customers the present customers that it would be one with, ascending: none for a customer of its own, several
 *     if it would make them one
 * @param companions the records that would be its customer with it, ascending
 * @param links the records that weigh enough to look at, the heaviest first; of many only the first
 *     {@value #MOST_LINKS}
 * @param refusals its unions that a constraint would refuse, the strongest first
 */
public record Forecast(
        RecordKey record,
        boolean holds,
        List<CustomerId> customers,
        List<RecordKey> companions,
        List<Link> links,
        List<Refusal> refusals) {

    /** How many links are told at the most. */
    public static final int MOST_LINKS = 50;

    /** Copies the lists. */
    public Forecast {
        customers = List.copyOf(customers);
        companions = List.copyOf(companions);
        links = List.copyOf(links);
        refusals = List.copyOf(refusals);
    }

    /**
     * A record that is like the one in question.
     *
     * @param record the other record
     * @param customer the customer that it belongs to now
     * @param weight the weight of the pair, 1/1024 bits
     * @param evidence what it rests on, the prior first
     */
    public record Link(RecordKey record, CustomerId customer, int weight, List<Evidence> evidence) {

        /** Copies the evidence. */
        public Link {
            evidence = List.copyOf(evidence);
        }
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
