package io.crmviews.merge.explain;

import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import java.util.List;

/**
 * Who is like the attributes that were asked for. Immutable.
 *
 * @param hits the customers, the likeliest first; equal ones by id
 * @param generic the types of keys whose value so many hold that not all of its holders were looked at: more of what was
 *     asked for would help
 * @param threshold the weight from which a pair of records is one customer, 1/1024 bits
 */
public record SearchResult(List<Hit> hits, List<KeyType> generic, int threshold) {

    /** Copies the lists. */
    public SearchResult {
        hits = List.copyOf(hits);
        generic = List.copyOf(generic);
    }

    /**
     * A customer that is like what was asked for.
     *
     * @param customer the customer
     * @param records its records that are like it, the likeliest first; at least one
     */
    public record Hit(CustomerId customer, List<Likeness> records) {

        /** Copies the records. */
        public Hit {
            records = List.copyOf(records);
            if (records.isEmpty()) {
                throw new IllegalArgumentException("A hit names at least one record.");
            }
        }

        /**
         * How like the likeliest record is.
         *
         * @return 1/1024 bits of agreement
         */
        public int score() {
            return records.get(0).score();
        }
    }

    /**
     * A record that is like what was asked for.
     *
     * @param record the record
     * @param score how much its agreement outweighs its disagreement, 1/1024 bits: the evidence against a stranger without
     *     the odds before any evidence, so that few attributes still rank
     * @param weight what a record of just these attributes would weigh with it, 1/1024 bits
     * @param evidence what was compared, the prior first
     * @param keys the types of keys by which it was found
     */
    public record Likeness(RecordKey record, int score, int weight, List<Evidence> evidence, List<KeyType> keys) {

        /** Copies the lists. */
        public Likeness {
            evidence = List.copyOf(evidence);
            keys = List.copyOf(keys);
        }

        /**
         * The same likeness of another record that says the same.
         *
         * @param other the other record
         * @return the likeness
         */
        public Likeness of(RecordKey other) {
            return new Likeness(other, score, weight, evidence, keys);
        }
    }

    /**
     * The result in lines to read.
     *
     * @return text with line ends, without values of the records
     */
    public String text() {
        return ExplanationText.of(this);
    }
}
