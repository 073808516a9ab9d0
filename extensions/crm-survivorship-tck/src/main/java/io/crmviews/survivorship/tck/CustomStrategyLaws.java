package io.crmviews.survivorship.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmviews.merge.golden.Golden;
import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.PreparedRecord;
import io.crmviews.merge.golden.Strategies;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.spi.survivorship.Candidate;
import io.crmviews.spi.survivorship.CustomStrategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The laws of a {@link CustomStrategy}: it answers for every candidate (total), always the same and by nothing but the
 * candidate; and a merge by it is commutative, associative and idempotent, on customers that are made from a fixed seed.
 * Extend it in a test of your own, and override {@link #moreRecords()} with records of the kind that your rule is about.
 */
public abstract class CustomStrategyLaws {

    private static final long SEED = 20_260_101L;
    private static final int CUSTOMERS = 200;

    /** For test classes. */
    protected CustomStrategyLaws() {}

    /**
     * The rule to test; asked for anew in every law.
     *
     * @return the rule
     */
    protected abstract CustomStrategy strategy();

    /**
     * Records that the laws are tried on besides those of the kit.
     *
     * @return records with different keys; none unless overridden
     */
    protected List<SourceRecord> moreRecords() {
        return List.of();
    }

    /** Its name can stand in a policy document, and does not change. */
    @Test
    public void itsNameAndWidthAreFixed() {
        CustomStrategy strategy = strategy();
        assertTrue(
                strategy.name().matches("[a-z0-9]+(-[a-z0-9]+)*"),
                "A name is of lower-case letters, digits and hyphens.");
        assertTrue(
                strategy.bits() >= 1 && strategy.bits() <= CustomStrategy.MAX_BITS,
                "A width is 1 to " + CustomStrategy.MAX_BITS + " bits.");
        assertEquals(strategy.name(), strategy().name(), "The name changed.");
        assertEquals(strategy.bits(), strategy().bits(), "The width changed.");
    }

    /** It answers for every candidate, within its width. */
    @Test
    public void itIsTotal() {
        CustomStrategy strategy = strategy();
        for (Candidate candidate : candidates()) {
            long rank = strategy.rank(candidate);
            boolean fits = rank >= 0 && (rank >>> strategy.bits()) == 0;
            assertTrue(fits, () -> "The rank of " + candidate + " does not fit into the width that was promised.");
        }
    }

    /** It says the same when it is asked again, in another order, and by another instance. */
    @Test
    public void itIsAFunctionOfTheCandidateAlone() {
        List<Candidate> candidates = candidates();
        CustomStrategy first = strategy();
        List<Long> ranks = candidates.stream().map(first::rank).toList();
        CustomStrategy other = strategy();
        for (int i = candidates.size() - 1; i >= 0; i--) {
            assertEquals(ranks.get(i), other.rank(candidates.get(i)), "The same candidate got another rank.");
            assertEquals(ranks.get(i), first.rank(candidates.get(i)), "The same candidate got another rank.");
        }
    }

    /** When we learnt of a record is the order of arrival, which must not decide. */
    @Test
    public void itDoesNotReadWhenWeLearntOfTheRecord() {
        CustomStrategy strategy = strategy();
        Random random = new Random(SEED);
        for (Candidate candidate : candidates()) {
            SourceRecord record = candidate.record();
            Instant learnt = Instant.ofEpochSecond(random.nextInt());
            Candidate later = new Candidate(
                    candidate.group(),
                    candidate.text(),
                    candidate.written(),
                    candidate.parts(),
                    candidate.whole(),
                    candidate.usage(),
                    candidate.assurance(),
                    record.withRevision(record.revision().recorded(learnt)));
            assertEquals(strategy.rank(candidate), strategy.rank(later), "The rank reads recordedAt.");
        }
    }

    /** Commutative: the order of records changes nothing. */
    @Test
    public void theOrderOfRecordsChangesNothing() {
        Random random = new Random(SEED);
        for (List<SourceRecord> customer : customers()) {
            List<SourceRecord> shuffled = new ArrayList<>(customer);
            Collections.shuffle(shuffled, random);
            assertEquals(merged(customer), merged(shuffled), "Another order of records gave another profile.");
        }
    }

    /** Associative: merging in parts is merging at once. */
    @Test
    public void mergingInPartsIsMergingAtOnce() {
        Random random = new Random(SEED);
        for (List<SourceRecord> customer : customers()) {
            GoldenMerge merge = merge();
            List<PreparedRecord> members = new ArrayList<>();
            customer.forEach(record -> members.add(merge.prepare(record)));
            int part = 1 + random.nextInt(members.size());
            Golden folded = merge.merge(members.subList(0, part));
            for (int size = part + 1; size <= members.size(); size++) {
                folded = merge.fold(folded, members.subList(0, size));
            }
            assertEquals(merged(customer), folded.profile(), "Merging in parts gave another profile.");
        }
    }

    /** Idempotent: a record counts once, and a merge that is repeated says the same. */
    @Test
    public void aRecordCountsOnce() {
        for (List<SourceRecord> customer : customers()) {
            List<SourceRecord> twice = new ArrayList<>(customer);
            twice.addAll(customer);
            assertEquals(merged(customer), merged(twice), "A record that is given twice counted twice.");
        }
    }

    private GoldenProfile merged(List<SourceRecord> records) {
        return merge().profile(records);
    }

    private GoldenMerge merge() {
        Survivorship.Builder rules = Survivorship.builder();
        for (FieldGroup group : FieldGroup.values()) {
            rules.rule(group, Strategies.custom(strategy()));
        }
        return GoldenMerge.of(rules.build(), ValueForms.matching());
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        Random random = new Random(SEED);
        for (List<SourceRecord> customer : customers()) {
            customer.forEach(record -> candidates.addAll(Samples.candidates(record, random)));
        }
        return candidates;
    }

    private List<List<SourceRecord>> customers() {
        List<List<SourceRecord>> customers = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(Samples.customer(random));
        }
        if (!moreRecords().isEmpty()) {
            customers.add(moreRecords());
        }
        return customers;
    }
}
