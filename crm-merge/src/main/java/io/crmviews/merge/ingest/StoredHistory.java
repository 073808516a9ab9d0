package io.crmviews.merge.ingest;

import io.crmviews.merge.view.History;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.TimelinePoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The interactions of one customer in a store: those about its records and about identifiers that they hold or held. */
final class StoredHistory implements History {

    private final StoreReader state;
    private final long[] subjects;
    private final Map<RecordKey, Set<Long>> identifiers;

    /** {@code identifiers}: the subjects of the identifiers of each record of the customer. */
    StoredHistory(StoreReader state, long[] subjects, Map<RecordKey, Set<Long>> identifiers) {
        this.state = state;
        this.subjects = subjects;
        this.identifiers = identifiers;
    }

    @Override
    public List<Interaction> after(Optional<TimelinePoint> place, int most) {
        return interactions(state.interactionsAbout(subjects, place.orElse(null), most));
    }

    @Override
    public List<Interaction> naming(Collection<Interaction.Reference> references) {
        long[] numbers = references.stream()
                .mapToLong(reference -> Subjects.ofReference(reference.value()))
                .toArray();
        return interactions(state.eventsAbout(numbers)).stream()
                .filter(said -> said.references().stream().anyMatch(references::contains))
                .toList();
    }

    @Override
    public boolean shareIdentifier(Interaction one, Interaction other) {
        Set<Long> shared = named(one);
        shared.retainAll(named(other));
        return !shared.isEmpty();
    }

    private Set<Long> named(Interaction said) {
        Set<Long> named = new HashSet<>();
        for (Subject subject : said.subjects()) {
            Subjects.of(subject).ifPresent(named::add);
            if (subject instanceof Subject.OfRecord of) {
                named.addAll(identifiers.getOrDefault(of.record(), Set.of()));
            }
        }
        return named;
    }

    private static List<Interaction> interactions(List<StoredEvent> events) {
        List<Interaction> found = new ArrayList<>(events.size());
        for (StoredEvent event : events) {
            if (event.fact() instanceof Interaction interaction) {
                found.add(interaction);
            }
        }
        return found;
    }
}
