package io.crmviews.merge.ingest;

import io.crmviews.merge.ingest.IngestReport.Rejected;
import io.crmviews.merge.rights.ErasureKey;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.Subject;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.Tombstone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Holds back facts that were erased, that speak of an erased record, or that name a suppressed identifier. */
final class Barring {

    private final List<? extends Fact> admitted;
    private final List<Rejected> barred = new ArrayList<>();

    private Barring(List<? extends Fact> facts) {
        admitted = facts;
    }

    private Barring(List<? extends Fact> facts, StoreReader reader, ErasureKey key) {
        Set<String> asked = new LinkedHashSet<>();
        for (Fact fact : facts) {
            asked.addAll(names(fact, key));
            asked.addAll(Identifiers.hashes(fact, key));
            subjects(fact).forEach(subject -> asked.addAll(hash(subject, key)));
        }
        List<Fact> taken = new ArrayList<>(facts.size());
        Set<String> standing = new HashSet<>(reader.tombstones(asked).keySet());
        for (Fact fact : facts) {
            if (names(fact, key).stream().anyMatch(standing::contains)) {
                barred.add(new Rejected(fact.key(), IngestReport.ERASED));
            } else if (Identifiers.hashes(fact, key).stream().anyMatch(standing::contains)) {
                barred.add(new Rejected(fact.key(), IngestReport.SUPPRESSED));
            } else {
                take(fact, subject -> hash(subject, key).stream().anyMatch(standing::contains), taken);
            }
        }
        admitted = taken;
    }

    /** The strongest subject decides whose an interaction is; that it names an erased record besides is left out. */
    private void take(Fact fact, Predicate<Subject> isErased, List<Fact> taken) {
        List<Subject> subjects = subjects(fact);
        if (subjects.stream().noneMatch(isErased)) {
            taken.add(fact);
        } else if (fact instanceof Interaction whole && !isErased.test(subjects.get(0))) {
            taken.add(whole.about(subjects.stream().filter(isErased.negate()).toList()));
        } else {
            barred.add(new Rejected(fact.key(), IngestReport.ERASED));
        }
    }

    /**
     * Looks facts up. Costs one read of a store without tombstones, and hashing of every name and identifier else.
     *
     * @throws IllegalStateException if the store has tombstones and they were not made by this key: then nobody could say
     *     what must not come back
     */
    static Barring of(List<? extends Fact> facts, StoreReader reader, @Nullable ErasureKey key) {
        List<Tombstone> any = reader.ledger("", 1);
        if (any.isEmpty()) {
            return new Barring(facts);
        }
        if (key == null || !any.get(0).keyId().equals(key.id())) {
            throw new IllegalStateException(
                    "The store holds tombstones of another erasure key: facts cannot be checked.");
        }
        return new Barring(facts, reader, key);
    }

    private static Set<String> names(Fact fact, ErasureKey key) {
        boolean isEvent = fact instanceof Interaction || fact instanceof ConsentEvent;
        Set<String> hashes = new LinkedHashSet<>();
        hashes.add(key.hash(isEvent ? Tombstone.Kind.EVENT : Tombstone.Kind.RECORD, fact.key()));
        if (fact instanceof MatchAssertion said) {
            hashes.add(key.hash(Tombstone.Kind.RECORD, said.a()));
            hashes.add(key.hash(Tombstone.Kind.RECORD, said.b()));
        }
        return hashes;
    }

    private static List<Subject> subjects(Fact fact) {
        if (fact instanceof Interaction interaction) {
            return interaction.subjects();
        }
        return fact instanceof ConsentEvent consent ? List.of(consent.subject()) : List.of();
    }

    private static Set<String> hash(Subject subject, ErasureKey key) {
        return subject instanceof Subject.OfRecord of ? Set.of(key.hash(Tombstone.Kind.RECORD, of.record())) : Set.of();
    }

    List<? extends Fact> admitted() {
        return admitted;
    }

    List<Rejected> barred() {
        return barred;
    }
}
