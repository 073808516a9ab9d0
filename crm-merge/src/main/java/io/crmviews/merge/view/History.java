package io.crmviews.merge.view;

import io.crmviews.model.fact.Interaction;
import io.crmviews.spi.store.TimelinePoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The interactions that may concern a customer, read as far as a page needs them. Valid as long as the state of the store
 * is that it reads from.
 */
public interface History {

    /**
     * Interactions in the order of the timeline.
     *
     * @param place the place after which to begin, or empty for the beginning
     * @param most how many at the most
     * @return the next interactions, each once; fewer than asked for only at the end
     */
    List<Interaction> after(Optional<TimelinePoint> place, int most);

    /**
     * Interactions that name a reference, also of other customers.
     *
     * @param references the references
     * @return the interactions that name one of them, each once, in no stated order
     */
    List<Interaction> naming(Collection<Interaction.Reference> references);

    /**
     * Whether two interactions name one identifier, by themselves or by a record of the customer that holds it.
     *
     * @param one an interaction
     * @param other another
     * @return true if they do
     */
    boolean shareIdentifier(Interaction one, Interaction other);

    /**
     * A history in memory.
     *
     * @param interactions the interactions, in any order; one given twice counts once
     * @return the history; two interactions share an identifier if they name an equal subject
     */
    static History of(Collection<Interaction> interactions) {
        TreeMap<TimelinePoint, Interaction> sorted = new TreeMap<>();
        interactions.forEach(said -> sorted.put(TimelinePoint.of(said), said));
        return new History() {
            @Override
            public List<Interaction> after(Optional<TimelinePoint> place, int most) {
                return place.map(from -> sorted.tailMap(from, false).values()).orElseGet(sorted::values).stream()
                        .limit(most)
                        .toList();
            }

            @Override
            public List<Interaction> naming(Collection<Interaction.Reference> references) {
                return new ArrayList<>(sorted.values().stream()
                        .filter(said -> said.references().stream().anyMatch(references::contains))
                        .toList());
            }

            @Override
            public boolean shareIdentifier(Interaction one, Interaction other) {
                return new HashSet<>(one.subjects()).removeAll(other.subjects());
            }
        };
    }
}
