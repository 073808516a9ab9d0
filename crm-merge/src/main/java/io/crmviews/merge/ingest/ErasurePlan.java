package io.crmviews.merge.ingest;

import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.rights.ErasureRules;
import io.crmviews.merge.rights.LegalDuty;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.Restriction;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an erasure takes out of one state: the records that were asked for, the assertions about them and the events that
 * are theirs. What a law says is to be kept is restricted instead.
 */
final class ErasurePlan {

    private final StoreReader reader;
    private final KeyCaps caps;
    private final ErasureRules rules;
    private final Instant now;
    private final Map<RecordKey, StoredRecord> records = new TreeMap<>();
    private final Map<RecordKey, StoredRecord> assertions = new TreeMap<>();
    /** Assertions that were about an erased record once and are not any more, with what stays of their history. */
    private final Map<RecordKey, List<Fact>> shortened = new TreeMap<>();

    private final Map<RecordKey, Fact> events = new TreeMap<>();
    private final List<StoredEvent> keptEvents = new ArrayList<>();
    private final List<StoredEvent> strippedEvents = new ArrayList<>();
    private final List<Restriction> restrictions = new ArrayList<>();
    private final ErasureCount count = new ErasureCount();

    ErasurePlan(StoreReader reader, KeyCaps caps, ErasureRules rules, Instant now) {
        this.reader = reader;
        this.caps = caps;
        this.rules = rules;
        this.now = now;
    }

    /** Takes records with what is said of them and what happened to them; unknown ones say nothing. */
    void takeRecords(Collection<RecordKey> keys) {
        Map<RecordKey, StoredRecord> asked = new TreeMap<>(reader.records(keys));
        asked.forEach((key, stored) -> {
            Optional<String> ground = stored.current() instanceof SourceRecord
                    ? ground(stored.current(), LegalDuty.RECORD)
                    : Optional.empty();
            if (ground.isPresent()) {
                restrictions.add(new Restriction(key, ground.get(), now));
                count.kept(ground.get(), key.source(), LegalDuty.RECORD);
            } else if (stored.current() instanceof MatchAssertion) {
                assertions.put(key, stored);
            } else {
                records.put(key, stored);
            }
        });
        takeAssertions();
        new ErasureEvents(reader, caps, asked).judge(this);
    }

    /** Takes events for themselves, whomever they are about. */
    void takeEvents(Collection<RecordKey> keys) {
        reader.events(keys).values().forEach(this::erase);
    }

    private void takeAssertions() {
        for (RecordKey key : assertionKeys()) {
            StoredRecord stored = reader.records(List.of(key)).get(key);
            if (stored == null) {
                continue;
            }
            if (isAboutErased(stored.current())) {
                assertions.put(key, stored);
            } else {
                List<Fact> kept = stored.history().stream()
                        .filter(version -> !isAboutErased(version))
                        .toList();
                if (kept.size() < stored.history().size()) {
                    shortened.put(key, kept);
                }
            }
        }
    }

    /** The store knows assertions by what they are about now; those that changed it are few, and all are looked at. */
    private Set<RecordKey> assertionKeys() {
        Set<RecordKey> keys = new TreeSet<>();
        reader.assertionsAbout(records.keySet()).forEach(assertion -> keys.add(assertion.key()));
        List<MatchAssertion> page = reader.assertions(null, ErasureEvents.PAGE);
        while (!page.isEmpty()) {
            page.forEach(assertion -> keys.add(assertion.key()));
            page = reader.assertions(page.get(page.size() - 1).key(), ErasureEvents.PAGE);
        }
        return keys;
    }

    private boolean isAboutErased(Fact version) {
        return version instanceof MatchAssertion said
                && (records.containsKey(said.a()) || records.containsKey(said.b()));
    }

    boolean erases(RecordKey record) {
        return records.containsKey(record);
    }

    /** An event that is the erased records' goes, unless a law says that it is kept. */
    void erase(StoredEvent event) {
        Optional<String> ground = ground(event.fact(), kind(event.fact()));
        if (ground.isPresent()) {
            keptEvents.add(new StoredEvent(event.fact(), List.of(Subjects.restricted(ground.get()))));
            count.kept(ground.get(), event.fact().key().source(), kind(event.fact()));
        } else {
            events.put(event.fact().key(), event.fact());
        }
    }

    /** An event that is another's, but names an erased record too: it goes on without the name. */
    void strip(Interaction stripped) {
        strippedEvents.add(new StoredEvent(stripped, Subjects.of(stripped)));
    }

    void leaveUndecided() {
        count.undecided++;
    }

    private Optional<String> ground(Fact fact, String kind) {
        return rules.ground(fact.key().source(), kind, fact.revision().occurredAt(), now);
    }

    static String kind(Fact event) {
        if (event instanceof Interaction interaction) {
            return interaction.kind();
        }
        return event instanceof ConsentEvent ? LegalDuty.CONSENT : LegalDuty.RECORD;
    }

    boolean isEmpty() {
        return records.isEmpty()
                && assertions.isEmpty()
                && events.isEmpty()
                && keptEvents.isEmpty()
                && restrictions.isEmpty();
    }

    /** The records and assertions to take out. */
    Set<RecordKey> erasedRecords() {
        Set<RecordKey> keys = new TreeSet<>(records.keySet());
        keys.addAll(assertions.keySet());
        return keys;
    }

    Map<RecordKey, List<Fact>> shortened() {
        return shortened;
    }

    Map<RecordKey, Fact> erasedEvents() {
        return events;
    }

    List<StoredEvent> eventsToPut() {
        return Stream.concat(keptEvents.stream(), strippedEvents.stream()).toList();
    }

    List<Restriction> restrictions() {
        return restrictions;
    }

    ErasureRules rules() {
        return rules;
    }

    Instant now() {
        return now;
    }

    /** What was taken, counted. */
    ErasureCount counted() {
        Map<RecordKey, StoredRecord> all = new HashMap<>(records);
        all.putAll(assertions);
        all.values().forEach(count::erased);
        events.values().forEach(event -> count.erased("events", event.key().source(), kind(event)));
        return count;
    }
}
