package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.ReaderViews;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.TimelinePage;
import io.crmviews.spi.policy.Reader;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.ForwardingReader;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.TimelinePoint;
import io.crmviews.spi.store.WriteSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A page costs what it shows, not what there is: counted in events that the store hands out. */
class TimelineWorkTest {

    private static final Reader AGENT = Reader.of("agent", "service", "u1");
    private static final int RECORDS = 10;
    private static final int PAGE = 50;

    /** A store that counts the events which it hands out. */
    private static final class CountingStore implements CustomerStore {

        private final MemoryStore store = new MemoryStore();
        private long events;

        @Override
        public <T> T read(Function<StoreReader, T> question) {
            return store.read(state -> question.apply(new Counting(state)));
        }

        @Override
        public long commit(WriteSet writes) {
            return store.commit(writes);
        }

        @Override
        public void close() {
            store.close();
        }

        private final class Counting extends ForwardingReader {

            Counting(StoreReader state) {
                super(state);
            }

            @Override
            public Optional<StoreReader> at(long position) {
                return state.at(position).map(Counting::new);
            }

            @Override
            public List<StoredEvent> interactionsAbout(long[] subjects, @Nullable TimelinePoint after, int most) {
                return counted(state.interactionsAbout(subjects, after, most));
            }

            @Override
            public List<StoredEvent> eventsAbout(long[] subjects) {
                return counted(state.eventsAbout(subjects));
            }

            @Override
            public List<StoredEvent> consentsAbout(long[] subjects) {
                return counted(state.consentsAbout(subjects));
            }

            private List<StoredEvent> counted(List<StoredEvent> found) {
                events += found.size();
                return found;
            }
        }
    }

    private static RecordKey key(int number) {
        return new RecordKey("source-" + number, "anna");
    }

    private static List<Fact> facts(int interactions) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            facts.add(SourceRecord.builder(key(i))
                    .name(PersonName.of("Anna", "Quist"))
                    .birthDate(PartialDate.parse("1980-02-03"))
                    .medium(EmailAddress.of("anna.quist@mail.test"))
                    .build());
        }
        for (int i = 0; i < interactions; i++) {
            facts.add(new Interaction(
                    new RecordKey("desk", "c" + i),
                    Revision.occurred(Instant.ofEpochSecond(600L * i)),
                    "call",
                    "desk",
                    Direction.INBOUND,
                    List.of(
                            i % 2 == 0
                                    ? new Subject.OfRecord(key(i % RECORDS))
                                    : new Subject.OfIdentifier("email", "", "anna.quist@mail.test")),
                    "",
                    Money.NONE,
                    List.of(),
                    List.of()));
        }
        return facts;
    }

    /** The events read for each of the first three pages. */
    private static List<Long> work(int interactions) {
        CountingStore store = new CountingStore();
        List<Long> work = new ArrayList<>();
        try (CustomerViews views = CustomerViews.builder()
                .policy(Policies.allowAll())
                .store(store)
                .build()) {
            List<Fact> facts = facts(interactions);
            for (int from = 0; from < facts.size(); from += 5_000) {
                views.ingest(facts.subList(from, Math.min(facts.size(), from + 5_000)));
            }
            ReaderViews agent = views.as(AGENT);
            String next = "";
            for (int page = 0; page < 3; page++) {
                store.events = 0;
                PageRequest request = PageRequest.first(PAGE).after(next);
                TimelinePage shown = ((ViewAnswer.Shown)
                                agent.view(agent.find(key(0)).orElseThrow(), request))
                        .view()
                        .timeline();
                assertThat(shown.entries()).hasSize(PAGE);
                next = shown.continuation();
                work.add(store.events);
            }
        }
        return work;
    }

    @Test
    void aThousandInteractionsAndAHundredThousandPageAtTheSameCost() {
        List<Long> small = work(1_000);
        assertThat(work(100_000)).isEqualTo(small);
        assertThat(small).as("one more than a page, and once more to see that there is another").allMatch(events -> events <= 2 * (PAGE + 1) + 1);
    }
}
