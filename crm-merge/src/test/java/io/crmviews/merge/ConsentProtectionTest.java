package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Indication;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.CustomerView;
import io.crmviews.model.view.EffectiveConsent;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A merge can never weaken a consent, and a split gives each part what it had. */
class ConsentProtectionTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Reader AGENT = Reader.of("agent", "service", "user-1");
    private static final List<String> NAMES = List.of("Abernathy", "Bouvier", "Castellano", "Dvorak");
    private static final List<String> CHANNELS = List.of("", "email", "phone");
    private static final List<String> PLACES = List.of("", "DE", "US-CA");

    /** Somebody merges two records, or takes a merge back. */
    record Move(int a, int b, boolean merge) {}

    private static RecordKey record(int person) {
        return new RecordKey("crm", "r" + person);
    }

    private static List<SourceRecord> people() {
        List<SourceRecord> people = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            people.add(SourceRecord.builder(record(i))
                    .name(PersonName.of("Ann", NAMES.get(i)))
                    .build());
        }
        return people;
    }

    @Provide
    Arbitrary<List<ConsentEvent>> histories() {
        Arbitrary<ConsentEvent> one = Combinators.combine(
                        Arbitraries.integers().between(0, NAMES.size() - 1),
                        Arbitraries.integers().between(-1, 5),
                        Arbitraries.of(CHANNELS),
                        Arbitraries.of(ConsentState.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Indication.SELF, Indication.SELF, Indication.guardian("g1")),
                        Arbitraries.of(PLACES),
                        Arbitraries.of(Instant.MAX, Instant.MAX, CLOCK.instant().minusSeconds(1)))
                .as(ConsentProtectionTest::event);
        return one.list().ofMinSize(1).ofMaxSize(10).uniqueElements(ConsentEvent::key);
    }

    private static ConsentEvent event(
            int person,
            int day,
            String channel,
            ConsentState state,
            boolean authenticated,
            Indication by,
            String place,
            Instant expires) {
        Instant at = day < 0 ? Instant.MIN : CLOCK.instant().minusSeconds(86_400L * (10 - day));
        String key = String.join("/", "" + person, "" + day, channel, "" + state, "" + authenticated, by.role(), place);
        return new ConsentEvent(
                new RecordKey("crm", key + expires),
                Revision.occurred(at),
                new Subject.OfRecord(record(person)),
                "marketing",
                channel,
                state,
                authenticated,
                expires,
                "form 7",
                by,
                place);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Integer> person = Arbitraries.integers().between(0, NAMES.size() - 1);
        return Combinators.combine(person, person, Arbitraries.of(true, true, false))
                .as(Move::new)
                .filter(move -> move.a() < move.b())
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property(tries = 80)
    void whatIsRefusedIsNeverPermittedWhateverMergesAndSplits(
            @ForAll("histories") List<ConsentEvent> events, @ForAll("moves") List<Move> moves) {
        try (CustomerViews views = views();
                CustomerViews untouched = views()) {
            untouched.ingest(people());
            untouched.ingest(events);
            views.ingest(people());
            views.ingest(events.subList(0, events.size() / 2));
            Set<RecordKey> standing = new TreeSet<>();
            for (Move move : moves) {
                make(move, views, standing);
                assertProtected(views, events.subList(0, events.size() / 2));
            }
            views.ingest(events);
            assertProtected(views, events);
            standing.forEach(merge -> views.withdraw(merge, "clerk", "split"));
            for (int person = 0; person < NAMES.size(); person++) {
                assertThat(view(views, person).consents())
                        .as("a split restores what each part had")
                        .isEqualTo(view(untouched, person).consents());
            }
        }
    }

    private static void make(Move move, CustomerViews views, Set<RecordKey> standing) {
        RecordKey key = new RecordKey("desk", move.a() + "-" + move.b());
        if (move.merge() && standing.add(key)) {
            Fact same = new MatchAssertion(
                    key,
                    Revision.occurred(CLOCK.instant()),
                    record(move.a()),
                    record(move.b()),
                    Verdict.SAME,
                    "clerk",
                    "",
                    0);
            views.ingest(List.of(same));
        } else if (!move.merge() && standing.remove(key)) {
            views.withdraw(key, "clerk", "split");
        }
    }

    private static void assertProtected(CustomerViews views, List<ConsentEvent> events) {
        for (int person = 0; person < NAMES.size(); person++) {
            CustomerView view = view(views, person);
            Set<RecordKey> members =
                    view.records().stream().map(member -> member.key()).collect(Collectors.toSet());
            List<ConsentEvent> own = events.stream()
                    .filter(event -> members.contains(((Subject.OfRecord) event.subject()).record()))
                    .toList();
            for (EffectiveConsent consent : view.consents()) {
                assertThat(consent.permitted() && isRefused(own, consent.channel()))
                        .as("permitted in %s though a refusal stands", consent.channel())
                        .isFalse();
            }
            for (String channel : CHANNELS) {
                for (String place : PLACES) {
                    boolean granted = own.stream().anyMatch(event -> isGrant(event, channel, place));
                    assertThat(view.permits("marketing", channel, place) && !granted)
                            .as("permitted in %s, %s though nobody granted it there", channel, place)
                            .isFalse();
                }
            }
        }
    }

    private static boolean isGrant(ConsentEvent event, String channel, String place) {
        return event.state().effect() == ConsentState.Effect.PERMITS
                && concerns(event, channel)
                && (event.jurisdiction().isEmpty() || event.jurisdiction().equals(place));
    }

    private static boolean isRefused(List<ConsentEvent> events, String channel) {
        return events.stream()
                .filter(event -> event.state().effect() == ConsentState.Effect.FORBIDS && concerns(event, channel))
                .anyMatch(refusal -> events.stream()
                        .filter(event -> concerns(event, channel))
                        .noneMatch(grant -> mayLift(grant, refusal)));
    }

    /** The widest reading of the rule. */
    private static boolean mayLift(ConsentEvent grant, ConsentEvent refusal) {
        Instant refused = refusal.revision().occurredAt();
        boolean bySame = grant.authenticated()
                && (grant.indication().isSelf() || grant.indication().equals(refusal.indication()));
        return grant.state().effect() == ConsentState.Effect.PERMITS
                && !refused.equals(Instant.MIN)
                && grant.revision().occurredAt().isAfter(refused)
                && (bySame || grant.subject().equals(refusal.subject()));
    }

    private static boolean concerns(ConsentEvent event, String channel) {
        return event.channel().isEmpty() || event.channel().equals(channel);
    }

    private static CustomerViews views() {
        return CustomerViews.builder().policy(Policies.allowAll()).clock(CLOCK).build();
    }

    private static CustomerView view(CustomerViews views, int person) {
        ReaderViews agent = views.as(AGENT);
        return ((ViewAnswer.Shown) agent.view(agent.find(record(person)).orElseThrow())).view();
    }
}
