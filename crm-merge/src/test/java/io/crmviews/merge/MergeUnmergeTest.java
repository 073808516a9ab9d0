package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.Records;
import io.crmviews.merge.json.JsonCodec;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A merge that is undone leaves nothing behind: every whole view is what it would be had nobody ever merged. */
class MergeUnmergeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Reader AGENT = Reader.of("agent", "service", "user-1");

    @Provide
    Arbitrary<List<SourceRecord>> people() {
        return Records.of(2, 6);
    }

    @Property(tries = 60)
    void mergeThenUnmergeEqualsNeverMerged(@ForAll("people") List<SourceRecord> records, @ForAll Random random) {
        List<Fact> facts = new ArrayList<>(records);
        facts.addAll(events(records, random));
        try (CustomerViews never = views();
                CustomerViews undone = views()) {
            never.ingest(facts);
            int cut = random.nextInt(facts.size() + 1);
            undone.ingest(facts.subList(0, cut));
            List<MatchAssertion> merges = merges(records, random);
            undone.ingest(merges);
            undone.ingest(facts.subList(cut, facts.size()));
            for (MatchAssertion merge : merges) {
                undone.withdraw(merge.key(), "clerk", "not the same");
            }
            assertThat(seen(undone, records)).isEqualTo(seen(never, records));
        }
    }

    private static CustomerViews views() {
        return CustomerViews.builder().policy(Policies.allowAll()).clock(CLOCK).build();
    }

    private static List<MatchAssertion> merges(List<SourceRecord> records, Random random) {
        List<MatchAssertion> merges = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            RecordKey a = records.get(random.nextInt(records.size())).key();
            RecordKey b = records.get(random.nextInt(records.size())).key();
            if (!a.equals(b)) {
                RecordKey key = new RecordKey("desk", "same-" + i);
                merges.add(MatchAssertion.of(key, a, b, Verdict.SAME, "clerk", Instant.EPOCH));
            }
        }
        return merges;
    }

    private static List<Fact> events(List<SourceRecord> records, Random random) {
        List<Fact> events = new ArrayList<>();
        ConsentState[] states = ConsentState.values();
        for (int i = 0; i < 6; i++) {
            SourceRecord about = records.get(random.nextInt(records.size()));
            Subject subject = random.nextInt(3) == 0
                    ? new Subject.OfIdentifier("email", "", "b@x.org")
                    : new Subject.OfRecord(about.key());
            Revision revision =
                    Revision.occurred(Instant.parse("2025-01-01T00:00:00Z").plusSeconds(random.nextInt(9)));
            RecordKey key = new RecordKey(about.key().source(), "event-" + i);
            events.add(
                    random.nextBoolean()
                            ? new Interaction(
                                    key,
                                    revision,
                                    "call",
                                    "phone",
                                    Interaction.Direction.INBOUND,
                                    List.of(subject),
                                    "",
                                    Money.NONE,
                                    List.of(),
                                    List.of())
                            : new ConsentEvent(
                                    key,
                                    revision,
                                    subject,
                                    "marketing",
                                    random.nextBoolean() ? "" : "email",
                                    states[random.nextInt(states.length)],
                                    random.nextBoolean(),
                                    Instant.MAX,
                                    ""));
        }
        return events;
    }

    /** The whole view of each record's customer, but for the commit position, and for the desk, which was heard meanwhile. */
    private static Map<RecordKey, String> seen(CustomerViews views, List<SourceRecord> records) {
        ReaderViews agent = views.as(AGENT);
        Map<RecordKey, String> seen = new TreeMap<>();
        for (SourceRecord record : records) {
            ViewAnswer answer = agent.view(agent.find(record.key()).orElseThrow());
            String whole = JsonCodec.views().write(((ViewAnswer.Shown) answer).view());
            String lasting = whole.replaceFirst("\"position\":\\d+", "").replaceAll("\"id\":\"C\\d+\"", "");
            String others = lasting.replaceAll(",?\\{\"source\":\"desk\",\"state\"[^}]*}", "");
            seen.put(record.key(), others.replace("[,", "["));
        }
        return seen;
    }
}
