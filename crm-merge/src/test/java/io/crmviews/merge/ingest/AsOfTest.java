package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.FeedAnswer;
import io.crmviews.merge.PastViews;
import io.crmviews.merge.ReaderViews;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.view.AsOf;
import io.crmviews.merge.view.FeedChange;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.PastAnswer;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.change.Change;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.RecordRemoval;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.CustomerView;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A view as of then is the view that a store shows which took in what there was then and nothing since. */
class AsOfTest {

    private static final Reader AGENT = Reader.of("agent", "service", "u1");
    private static final Instant START = Instant.ofEpochSecond(2_000_000);
    private static final Subject OFFICE = new Subject.OfIdentifier("email", "", "office@firm.test");
    private static final Subject ANNA = new Subject.OfIdentifier("email", "", "anna.quist@mail.test");

    /** A clock that is set by hand. */
    private static final class HandClock extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Provide
    Arbitrary<Program> programs() {
        return Program.any();
    }

    private static CustomerViews views(Clock clock) {
        return CustomerViews.builder()
                .policy(Policies.allowAll())
                .clock(clock)
                .store(new MemoryStore())
                .build();
    }

    private static List<Optional<CustomerView>> all(ReaderViews views) {
        return ids().map(id -> views.view(id, new PageRequest(30, "", true)) instanceof ViewAnswer.Shown shown
                        ? Optional.of(shown.view())
                        : Optional.<CustomerView>empty())
                .toList();
    }

    private static List<Optional<CustomerView>> all(PastViews views) {
        return ids().map(id -> views.view(id, new PageRequest(30, "", true)) instanceof PastAnswer.Shown shown
                        ? Optional.of(shown.view())
                        : Optional.<CustomerView>empty())
                .toList();
    }

    private static Stream<CustomerId> ids() {
        return LongStream.range(1, 30).mapToObj(CustomerId::new);
    }

    private static Interaction mail(int number, Subject subject) {
        return new Interaction(
                new RecordKey("desk", "m" + number),
                Revision.occurred(Instant.ofEpochSecond(1_000 + number % 20)),
                "e-mail",
                "desk",
                Interaction.Direction.INBOUND,
                List.of(subject),
                "",
                Money.NONE,
                List.of(),
                List.of());
    }

    /** The batches of a program, with messages between them. */
    private static List<List<Fact>> batches(Program program) {
        List<List<Fact>> batches = new ArrayList<>();
        for (List<Fact> batch : program.batches()) {
            List<Fact> all = new ArrayList<>(batch);
            all.add(mail(batches.size(), batches.size() % 2 == 0 ? ANNA : OFFICE));
            batches.add(all);
        }
        return batches;
    }

    @Property(tries = 100)
    void whatWasKnownThenIsAReplayOfTheLogUpToThen(@ForAll("programs") Program program) {
        List<List<Fact>> batches = batches(program);
        HandClock clock = new HandClock();
        try (CustomerViews views = views(clock)) {
            for (List<Fact> batch : batches) {
                clock.now = clock.now.plusSeconds(10);
                views.ingest(batch);
            }
            HandClock again = new HandClock();
            try (CustomerViews replay = views(again)) {
                for (int i = 0; i < batches.size(); i++) {
                    again.now = again.now.plusSeconds(10);
                    replay.ingest(batches.get(i));
                    List<Optional<CustomerView>> then = all(replay.as(AGENT));
                    assertThat(all(views.as(AGENT).asOf(AsOf.known(again.now)))).isEqualTo(then);
                    assertThat(all(views.as(AGENT).asOf(AsOf.position(i + 1)))).isEqualTo(then);
                    assertFindsTheSame(views.as(AGENT).asOf(AsOf.position(i + 1)), replay.as(AGENT));
                }
            }
        }
    }

    private static void assertFindsTheSame(PastViews past, ReaderViews replay) {
        for (Subject subject : List.of(ANNA, OFFICE)) {
            Subject.OfIdentifier asked = (Subject.OfIdentifier) subject;
            assertThat(past.find(asked)).isEqualTo(replay.find(asked));
        }
        for (int record = 0; record < 18; record++) {
            RecordKey key = new RecordKey("source-" + record % 3, "k" + record / 3);
            assertThat(past.find(key)).isEqualTo(replay.find(key));
        }
        ids().forEach(id -> assertThat(past.find(id)).isEqualTo(replay.find(id)));
    }

    private static final RecordKey CRM = new RecordKey("crm", "1");
    private static final RecordKey SHOP = new RecordKey("shop", "1");

    private static SourceRecord kate(RecordKey key, String family, long occurred) {
        return SourceRecord.builder(key)
                .revision(Revision.occurred(Instant.ofEpochSecond(occurred)))
                .name(PersonName.of("Kate", family))
                .birthDate(PartialDate.parse("1984-02-11"))
                .medium(EmailAddress.of("kate.ollerenshaw@mail.test"))
                .build();
    }

    private static Optional<String> family(PastViews then, CustomerId id) {
        return then.view(id) instanceof PastAnswer.Shown shown
                ? Optional.of(shown.view().profile().text(Attribute.NAME_FAMILY))
                : Optional.empty();
    }

    @Test
    void whatHadOccurredAndWhatWasKnownAreTwoQuestions() {
        HandClock clock = new HandClock();
        try (CustomerViews views = views(clock)) {
            views.ingest(List.of(kate(CRM, "Ollerenshaw", 1_000)));
            clock.now = START.plusSeconds(100);
            views.ingest(List.of(kate(SHOP, "Marchetti", 2_000)));
            ReaderViews agent = views.as(AGENT);
            CustomerId kate = agent.find(CRM).orElseThrow();
            assertThat(agent.find(SHOP)).contains(kate);

            PastViews known = agent.asOf(AsOf.known(START));
            assertThat(family(known, kate)).contains("Ollerenshaw");
            assertThat(known.find(SHOP)).as("nobody had told us").isEmpty();
            assertThat(family(agent.asOf(AsOf.occurred(Instant.ofEpochSecond(2_000))), kate))
                    .as("she had her new name, though we did not know")
                    .contains("Marchetti");
            assertThat(family(agent.asOf(AsOf.occurred(Instant.ofEpochSecond(1_999))), kate))
                    .contains("Ollerenshaw");
            assertThat(family(agent.asOf(AsOf.occurred(Instant.ofEpochSecond(999))), kate))
                    .isEmpty();
            assertThat(family(agent.asOf(AsOf.known(START.minusSeconds(1))), kate))
                    .isEmpty();
        }
    }

    @Test
    void aRecordThatIsGoneIsThereInTheViewOfWhenItWas() {
        HandClock clock = new HandClock();
        try (CustomerViews views = views(clock)) {
            views.ingest(List.of(kate(CRM, "Ollerenshaw", 1_000), kate(SHOP, "Marchetti", 1_500)));
            clock.now = START.plusSeconds(50);
            views.ingest(List.of(new RecordRemoval(CRM, Revision.occurred(Instant.ofEpochSecond(3_000)))));
            ReaderViews agent = views.as(AGENT);
            CustomerId kate = agent.find(SHOP).orElseThrow();
            assertThat(agent.find(CRM)).isEmpty();
            assertThat(agent.asOf(AsOf.known(START)).find(CRM)).contains(kate);
            PastAnswer.Shown occurred = (PastAnswer.Shown)
                    agent.asOf(AsOf.occurred(Instant.ofEpochSecond(2_999))).view(kate);
            assertThat(occurred.view().records())
                    .extracting(record -> record.key())
                    .containsExactly(CRM, SHOP);
            PastAnswer.Shown later = (PastAnswer.Shown)
                    agent.asOf(AsOf.occurred(Instant.ofEpochSecond(3_000))).view(kate);
            assertThat(later.view().records())
                    .extracting(record -> record.key())
                    .containsExactly(SHOP);
        }
    }

    @Test
    void aSubscriberReadsTheValuesBeforeAndAfterAChange() {
        HandClock clock = new HandClock();
        try (CustomerViews views = views(clock)) {
            views.ingest(List.of(kate(CRM, "Ollerenshaw", 1_000)));
            views.ingest(List.of(kate(CRM, "Marchetti", 2_000)));
            views.ingest(List.of(kate(CRM, "Quist", 3_000)));
            ReaderViews agent = views.as(AGENT);
            FeedAnswer.Page page = (FeedAnswer.Page) agent.feed(1, 1);
            FeedChange change = page.page().changes().get(0);
            assertThat(change.change()).isInstanceOf(Change.Changed.class);
            CustomerId kate = change.change().customer();
            assertThat(family(agent.asOf(AsOf.position(change.position() - 1)), kate))
                    .contains("Ollerenshaw");
            assertThat(family(agent.asOf(AsOf.position(change.position())), kate))
                    .contains("Marchetti");
        }
    }

    @Test
    void aStoreThatDoesNotKeepThatStateSaysSo() {
        try (CustomerViews views = CustomerViews.builder()
                .policy(Policies.allowAll())
                .clock(new HandClock())
                .store(new MemoryStore(1))
                .build()) {
            views.ingest(List.of(kate(CRM, "Ollerenshaw", 1_000)));
            views.ingest(List.of(kate(CRM, "Marchetti", 2_000)));
            views.ingest(List.of(kate(CRM, "Quist", 3_000)));
            CustomerId kate = views.as(AGENT).find(CRM).orElseThrow();
            assertThat(views.as(AGENT).asOf(AsOf.position(1)).view(kate)).isEqualTo(new PastAnswer.Expired());
            assertThat(family(views.as(AGENT).asOf(AsOf.position(2)), kate)).contains("Marchetti");
            assertThat(views.as(AGENT).asOf(AsOf.position(9)).view(kate)).isEqualTo(new PastAnswer.Expired());
        }
    }
}
