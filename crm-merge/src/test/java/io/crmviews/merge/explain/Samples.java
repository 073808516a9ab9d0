package io.crmviews.merge.explain;

import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.partition.Refusal;
import io.crmviews.merge.partition.Union;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.merge.weigh.Evidence.Item;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.review.ReviewReason;
import io.crmviews.model.source.RecordKey;
import java.util.List;

/** One explanation of each kind, with the keys of records given. */
public final class Samples {

    private static final int BIT = Model.BIT;
    private static final List<Evidence> EVIDENCE = List.of(
            new Evidence(Item.PRIOR, "before any evidence", -20 * BIT, -6 * BIT),
            new Evidence(Item.FAMILY_NAME, "equal", 11 * BIT, 0),
            new Evidence(Item.EMAIL, "equal", 17 * BIT, 12 * BIT),
            new Evidence(Item.ADDRESS, "another city", -3 * BIT, -BIT));

    private Samples() {}

    /** A pair that weighs 5 bits of 2. */
    public static PairExplanation pair(RecordKey a, RecordKey b) {
        return new PairExplanation(a, b, false, 5 * BIT, 2 * BIT, EVIDENCE, List.of(KeyType.EMAIL));
    }

    /** A pair that a constraint keeps apart. */
    public static Separation separation(RecordKey a, RecordKey b) {
        return new Separation(
                pair(a, b),
                List.of(
                        new KeyFinding(KeyType.EMAIL, KeyFinding.State.SHARED),
                        new KeyFinding(KeyType.PHONE, KeyFinding.State.ONE_SIDED),
                        new KeyFinding(KeyType.NAME_CITY, KeyFinding.State.DIFFERENT)),
                List.of(
                        new Refusal(a, b, Union.ASSERTED, ReviewReason.ASSERTED_DIFFERENT),
                        new Refusal(a, b, 5 * BIT, ReviewReason.DUPLICATE_FREE_SOURCE)));
    }

    /** A customer of three records and a refused fourth. */
    public static Formation formation(RecordKey a, RecordKey b, RecordKey c, RecordKey other) {
        return new Formation(
                new CustomerId(7),
                List.of(a, b, c),
                List.of(
                        new Formation.Join(a, b, true, -BIT, 1, 1, EVIDENCE),
                        new Formation.Join(b, c, false, 5 * BIT, 2, 1, EVIDENCE)),
                List.of(new Refusal(c, other, 3 * BIT, ReviewReason.WEAK_BRIDGE)),
                2 * BIT);
    }

    /** A record that would make two customers one. */
    public static Forecast forecast(RecordKey a, RecordKey b) {
        return new Forecast(
                a,
                true,
                List.of(new CustomerId(3), new CustomerId(7)),
                List.of(b),
                List.of(new Forecast.Link(b, new CustomerId(7), 5 * BIT, EVIDENCE)),
                List.of(new Refusal(a, b, 5 * BIT, ReviewReason.KIND)));
    }

    /** One hit of one record. */
    public static SearchResult search(RecordKey a) {
        return new SearchResult(
                List.of(new SearchResult.Hit(
                        new CustomerId(7),
                        List.of(new SearchResult.Likeness(
                                a, 25 * BIT, 5 * BIT, EVIDENCE, List.of(KeyType.EMAIL, KeyType.NAME))))),
                List.of(KeyType.NAME),
                2 * BIT);
    }
}
