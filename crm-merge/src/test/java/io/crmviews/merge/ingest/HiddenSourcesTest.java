package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.ReaderViews;
import io.crmviews.merge.view.Grant;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.Attribution;
import io.crmviews.model.view.CustomerView;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.model.view.TimelinePage;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A source that a reader may not see leaves no trace in any answer: it is as if its records were not there. */
class HiddenSourcesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(2_000_000), ZoneOffset.UTC);
    private static final Reader PARTNER = Reader.of("partner", "service", "test");
    private static final Grant TWO_OF_THREE = Grant.to("partner", "service")
            .questions(Access.Question.values())
            .sources("source-0", "source-1", "desk")
            .interactions(Grant.ANY)
            .groups(FieldGroup.values());
    private static final List<Subject.OfIdentifier> ASKED = List.of(
            new Subject.OfIdentifier("email", "", "anna.quist@mail.test"),
            new Subject.OfIdentifier("email", "", "office@firm.test"),
            new Subject.OfIdentifier("phone", "", "+44 20 7946 0018"),
            new Subject.OfIdentifier("phone", "", "07700 900123"));

    @Property(tries = 150)
    void whereHiddenRecordsMoveNobodyEveryAnswerIsTheSameWithoutThem(@ForAll long seed) {
        List<Fact> facts = new ArrayList<>(CrowdedPopulations.facts(new Random(seed)));
        List<Fact> hidden = facts.stream()
                .filter(fact -> fact.key().source().equals("source-2"))
                .toList();
        facts.removeAll(hidden);
        List<Interaction> calls = calls();
        try (CustomerViews with = views();
                CustomerViews without = views()) {
            for (CustomerViews views : List.of(with, without)) {
                views.ingest(facts);
                views.ingest(calls);
            }
            with.ingest(hidden);
            ReaderViews partner = with.as(PARTNER);
            ReaderViews innocent = without.as(PARTNER);
            Map<RecordKey, SourceRecord> records = PlainResolution.current(facts);
            List<RecordKey> keys = List.copyOf(records.keySet());
            Assume.that(keys.stream().allMatch(key -> partner.find(key).equals(innocent.find(key))));

            for (Subject.OfIdentifier identifier : ASKED) {
                assertThat(partner.find(identifier)).isEqualTo(innocent.find(identifier));
            }
            for (long id = 1; id < 60; id++) {
                assertThat(partner.find(new CustomerId(id))).isEqualTo(innocent.find(new CustomerId(id)));
                assertThat(partner.how(new CustomerId(id))).isEqualTo(innocent.how(new CustomerId(id)));
                assertThat(view(partner, id, 0)).isEqualTo(view(innocent, id, 0));
                assertThat(named(view(innocent, id, 50)))
                        .as("of what is named, nothing is there that would not be there without them")
                        .containsAll(named(view(partner, id, 50)));
            }
            for (SourceRecord record : records.values()) {
                assertThat(partner.search(record, 20)).isEqualTo(innocent.search(record, 20));
                RecordKey a = record.key();
                RecordKey b = keys.get((int) Math.floorMod(seed, (long) keys.size()));
                assertThat(partner.why(a, b)).isEqualTo(innocent.why(a, b));
                assertThat(partner.whyNot(a, b)).isEqualTo(innocent.whyNot(a, b));
            }
        }
    }

    /** The entries whose attribution is told; one that rests on a hidden record says so and nothing else. */
    private static List<TimelineEntry> named(Optional<CustomerView> view) {
        return view.map(CustomerView::timeline).map(TimelinePage::entries).orElse(List.of()).stream()
                .filter(entry -> !entry.attribution().equals(new Attribution.ByIdentifier(Attribution.WITHHELD)))
                .toList();
    }

    /** Everything of a view but its position. */
    private static Optional<CustomerView> view(ReaderViews views, long id, int entries) {
        return views.view(new CustomerId(id), new PageRequest(entries, "", true)) instanceof ViewAnswer.Shown shown
                ? Optional.of(new CustomerView(
                        shown.view().id(),
                        0,
                        shown.view().profile(),
                        shown.view().records(),
                        shown.view().timeline(),
                        shown.view().consents(),
                        shown.view().freshness(),
                        shown.view().withheld()))
                : Optional.empty();
    }

    private static List<Interaction> calls() {
        List<Interaction> calls = new ArrayList<>();
        for (Subject subject : ASKED) {
            calls.add(new Interaction(
                    new RecordKey("desk", "c" + calls.size()),
                    Revision.occurred(Instant.ofEpochSecond(1_500_000)),
                    "call",
                    "desk",
                    Interaction.Direction.INBOUND,
                    List.of(subject),
                    "",
                    Money.NONE,
                    List.of(),
                    List.of()));
        }
        return calls;
    }

    private static CustomerViews views() {
        return CustomerViews.builder()
                .policy(Policies.granting(TWO_OF_THREE))
                .clock(CLOCK)
                .build();
    }
}
