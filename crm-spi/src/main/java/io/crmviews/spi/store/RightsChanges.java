package io.crmviews.spi.store;

import io.crmviews.model.source.RecordKey;
import java.util.List;

/**
 * What one commit does because people have rights. A store applies it last, after everything else of its
 * {@link WriteSet}.
 *
 * <p>Erasing takes out for good: of a record or assertion all versions, the place among the holders and former holders of
 * identifiers, its restriction, and what {@link StoreReader#assertionsAbout} knows of it; of an event the event and the
 * subjects by which it is found. Earlier states lack all of it from then on, as if it had never come, and name it
 * nowhere: neither among the records of a customer, which is missing when none remains, nor as a carrier or a predecessor. What was written over or freed must not linger either, in files as little as in
 * caches, for longer than the store's documentation says.
 *
 * @param records records and assertions to erase; none of them is among the {@link WriteSet#records()} of the commit
 * @param events interactions and consent events to erase; none of them is among its {@link WriteSet#events()}
 * @param ids ids that were given to erased records and that nobody carries any more
 * @param tombstones tombstones to put
 * @param lifted hashes of tombstones to remove
 * @param restrictions restrictions to put
 * @param unrestricted records whose restriction ends
 */
public record RightsChanges(
        List<RecordKey> records,
        List<RecordKey> events,
        List<Long> ids,
        List<Tombstone> tombstones,
        List<String> lifted,
        List<Restriction> restrictions,
        List<RecordKey> unrestricted) {

    /** Nothing. */
    public static final RightsChanges NONE =
            new RightsChanges(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public RightsChanges {
        records = List.copyOf(records);
        events = List.copyOf(events);
        ids = List.copyOf(ids);
        tombstones = List.copyOf(tombstones);
        lifted = List.copyOf(lifted);
        restrictions = List.copyOf(restrictions);
        unrestricted = List.copyOf(unrestricted);
    }

    /**
     * Tombstones come and go, and nothing else.
     *
     * @param put tombstones to put
     * @param lifted hashes of tombstones to remove
     * @return the changes
     */
    public static RightsChanges tombstones(List<Tombstone> put, List<String> lifted) {
        return new RightsChanges(List.of(), List.of(), List.of(), put, lifted, List.of(), List.of());
    }

    /**
     * Restrictions come and go, and nothing else.
     *
     * @param put restrictions to put
     * @param ended records whose restriction ends
     * @return the changes
     */
    public static RightsChanges restrictions(List<Restriction> put, List<RecordKey> ended) {
        return new RightsChanges(List.of(), List.of(), List.of(), List.of(), List.of(), put, ended);
    }

    /**
     * Whether anything is erased.
     *
     * @return true if records or events go: then the commit is the {@link StoreReader#lastErasure()}
     */
    public boolean erases() {
        return !records.isEmpty() || !events.isEmpty();
    }

    /**
     * Whether there is nothing to do.
     *
     * @return true if every list is empty
     */
    public boolean isEmpty() {
        return equals(NONE);
    }

    @Override
    public String toString() {
        return "RightsChanges[" + records.size() + " records, " + events.size() + " events]";
    }
}
