package io.crmviews.model.fact;

import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.time.Instant;

/**
 * Somebody says of two records that they are, or are not, one customer. Every assertion is accepted and none deleted: a
 * later version under the same key takes the place of an earlier one, and {@link Verdict#WITHDRAWN} ends it. One about a
 * record that is absent sleeps until the record is there.
 *
 * @param key the assertion's own name: the tool or desk it comes from, and its key there
 * @param revision its version and times; among assertions that cannot all hold, the one that occurred last wins
 * @param a a record
 * @param b another record
 * @param verdict what is said
 * @param author who says it: a user's id, not blank
 * @param reason why, in words that hold no personal data; may be empty
 * @param basis the hash of the evidence that was looked at, as a review gives it; 0 if it holds whatever the evidence
 */
public record MatchAssertion(
        RecordKey key,
        Revision revision,
        RecordKey a,
        RecordKey b,
        Verdict verdict,
        String author,
        String reason,
        long basis)
        implements Fact {

    /** Checks that there are two records and an author. */
    public MatchAssertion {
        if (a.equals(b)) {
            throw new IllegalArgumentException("An assertion is about two different records.");
        }
        if (author.isBlank()) {
            throw new IllegalArgumentException("An assertion needs an author.");
        }
    }

    /**
     * An assertion that holds whatever the evidence.
     *
     * @param key its own name
     * @param a a record
     * @param b another record
     * @param verdict what is said
     * @param author who says it, not blank
     * @param at when
     * @return the assertion, without a reason
     */
    public static MatchAssertion of(
            RecordKey key, RecordKey a, RecordKey b, Verdict verdict, String author, Instant at) {
        return new MatchAssertion(key, Revision.occurred(at), a, b, verdict, author, "", 0);
    }

    /**
     * The same assertion for a reason.
     *
     * @param why the reason, without personal data
     * @return an assertion that differs in its reason only
     */
    public MatchAssertion because(String why) {
        return new MatchAssertion(key, revision, a, b, verdict, author, why, basis);
    }

    @Override
    public MatchAssertion withRevision(Revision other) {
        return new MatchAssertion(key, other, a, b, verdict, author, reason, basis);
    }

    @Override
    public String toString() {
        return "MatchAssertion[" + key + " " + verdict + "]";
    }
}
