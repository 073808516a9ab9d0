package io.crmviews.merge.ingest;

import static io.crmviews.merge.Kate.CALLS;
import static io.crmviews.merge.Kate.CRM;
import static io.crmviews.merge.Kate.SHOP;
import static io.crmviews.merge.Kate.calls;
import static io.crmviews.merge.Kate.crm;
import static io.crmviews.merge.Kate.kate;
import static io.crmviews.merge.Kate.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.FeedAnswer;
import io.crmviews.merge.ReaderViews;
import io.crmviews.merge.golden.Golden;
import io.crmviews.merge.json.JsonCodec;
import io.crmviews.merge.view.FeedChange;
import io.crmviews.merge.view.FeedPage;
import io.crmviews.merge.view.Grant;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.change.Change;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The feed tells each reader what happened to the customers that it sees, in order, once for each time it asks. */
class FeedTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(2_000_000), ZoneOffset.UTC);
    private static final Reader READER = Reader.of("agent", "service", "test");
    private static final CustomerId FIRST = new CustomerId(1);
    private static final CustomerId SECOND = new CustomerId(2);
    private static final CustomerId THIRD = new CustomerId(3);

    private static AccessPolicy sources(String... sources) {
        return Policies.granting(Grant.to("agent", "service")
                .questions(Access.Question.values())
                .sources(sources)
                .groups(FieldGroup.values()));
    }

    private static CustomerViews views(AccessPolicy policy) {
        return CustomerViews.builder().policy(policy).clock(CLOCK).build();
    }

    private static FeedPage page(CustomerViews views, long after, int most) {
        return ((FeedAnswer.Page) views.as(READER).feed(after, most)).page();
    }

    private static List<Change> all(CustomerViews views) {
        return page(views, 0, 1_000).changes().stream().map(FeedChange::change).toList();
    }

    @Test
    void aMergeFiresNothingElseAndNeitherDoesASplit() {
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(crm()));
            views.ingest(List.of(calls()));
            views.ingest(List.of(shop()));
            views.remove(SHOP);
            assertThat(page(views, 0, 1_000).changes())
                    .containsExactly(
                            new FeedChange(1, new Change.Created(FIRST)),
                            new FeedChange(2, new Change.Created(SECOND)),
                            new FeedChange(3, new Change.Merged(List.of(SECOND), FIRST)),
                            new FeedChange(4, new Change.Split(FIRST, List.of(SECOND))));
        }
    }

    @Test
    void aChangeNamesTheFieldsWhoseGoldenValuesChanged() {
        try (CustomerViews views = views(Policies.allowAll())) {
            views.ingest(List.of(crm()));
            views.ingest(List.of(kate(CRM)
                    .medium(EmailAddress.of("kate@mail.test"))
                    .revision(Revision.occurred(Instant.ofEpochSecond(1_000_000)))
                    .build()));
            assertThat(all(views))
                    .containsExactly(
                            new Change.Created(FIRST), new Change.Changed(FIRST, Set.of(Field.of(Attribute.EMAIL))));
        }
    }

    @Test
    void whoMayNotSeeTheFieldIsNotToldOfItsChange() {
        AccessPolicy names = Policies.granting(Grant.to("agent", "service")
                .questions(Access.Question.values())
                .sources(Grant.ANY)
                .groups(FieldGroup.NAME));
        try (CustomerViews views = views(names)) {
            views.ingest(List.of(crm()));
            views.ingest(List.of(kate(CRM)
                    .medium(EmailAddress.of("kate@mail.test"))
                    .revision(Revision.occurred(Instant.ofEpochSecond(1_000_000)))
                    .build()));
            assertThat(all(views)).containsExactly(new Change.Created(FIRST));
        }
    }

    @Test
    void whatHappensAmongHiddenRecordsIsNotTold() {
        try (CustomerViews views = views(sources("calls"))) {
            views.ingest(List.of(crm()));
            views.ingest(List.of(calls()));
            views.ingest(List.of(shop()));
            views.remove(SHOP);
            assertThat(all(views))
                    .as("neither that two hidden customers came, nor that one was merged with it and split off")
                    .containsExactly(new Change.Created(SECOND));
        }
    }

    @Test
    void aMergeOfVisibleRecordsByAHiddenOneIsToldWithTheIdsThatTheReaderKnows() {
        try (CustomerViews views = views(sources("calls", "crm"))) {
            views.ingest(List.of(SourceRecord.builder(new RecordKey("desk", "1"))
                    .name(PersonName.of("Katherine", "Ollerenshaw"))
                    .medium(EmailAddress.of("k.ollerenshaw@mail.test"))
                    .build()));
            views.ingest(List.of(crm()));
            views.ingest(List.of(calls()));
            views.ingest(List.of(shop()));
            assertThat(views.as(READER).find(CALLS)).contains(SECOND);
            assertThat(all(views))
                    .containsExactly(
                            new Change.Created(SECOND),
                            new Change.Created(THIRD),
                            new Change.Merged(List.of(THIRD), SECOND));
        }
    }

    @Test
    void aVisibleRecordThatSaysSomethingElseIsToldThoughAHiddenValueWins() {
        try (CustomerViews views = views(sources("shop"))) {
            views.ingest(List.of(shop(), crm()));
            views.ingest(List.of(kate(SHOP)
                    .medium(EmailAddress.of("k.ollerenshaw@mail.test"))
                    .medium(PhoneNumber.of("020 7946 0019"))
                    .build()));
            assertThat(all(views))
                    .containsExactly(
                            new Change.Created(FIRST), new Change.Changed(FIRST, Set.of(Field.of(Attribute.PHONE))));
        }
    }

    @Test
    void everyReadOfTheFeedIsDeniedUnlessGranted() {
        try (CustomerViews views = views(Policies.denyAll())) {
            views.ingest(List.of(crm()));
            assertThat(views.as(READER).feed(0, 10)).isEqualTo(new FeedAnswer.Withheld());
        }
    }

    @Property(tries = 60)
    void aSubscriberWhoStopsAnywhereMissesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int most) {
        try (CustomerViews views = views(Policies.allowAll())) {
            for (Fact fact : CrowdedPopulations.facts(new Random(seed))) {
                views.ingest(List.of(fact));
            }
            List<FeedChange> read = new ArrayList<>();
            long next = 0;
            for (FeedPage page = page(views, next, most); page.next() != next; page = page(views, next, most)) {
                assertThat(JsonCodec.feeds().read(JsonCodec.feeds().write(page)).value())
                        .isEqualTo(page);
                read.addAll(page.changes());
                next = page.next();
            }
            assertThat(read).isEqualTo(page(views, 0, 1_000).changes());
            assertThat(read).isSortedAccordingTo((x, y) -> Long.compare(x.position(), y.position()));
        }
    }

    /** Who follows the feed from the beginning knows at its end which customers there are, whoever it is. */
    @Property(tries = 150)
    void whoFollowsTheFeedKnowsTheCustomersThatItSees(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int batch, @ForAll boolean restricted) {
        Random random = new Random(seed);
        List<Fact> facts = CrowdedPopulations.facts(random);
        AccessPolicy policy = restricted ? sources("source-0", "source-1") : Policies.allowAll();
        try (CustomerViews views = views(policy)) {
            Set<CustomerId> known = new TreeSet<>();
            long next = 0;
            for (int from = 0; from < facts.size(); from += batch) {
                Map<CustomerId, GoldenProfile> before = profiles(views, known);
                views.ingest(facts.subList(from, Math.min(facts.size(), from + batch)));
                FeedPage page = page(views, next, 1_000);
                page.changes().forEach(told -> follow(told.change(), known));
                next = page.next();
                assertThat(known).isEqualTo(seen(views, facts));
                profiles(views, known).forEach((id, profile) -> {
                    if (!isRetold(page, id)) {
                        assertThat(told(page, id))
                                .as("each field that a view shows otherwise is told")
                                .containsAll(Golden.changes(before.getOrDefault(id, profile), profile));
                    }
                });
            }
        }
    }

    private static Map<CustomerId, GoldenProfile> profiles(CustomerViews views, Set<CustomerId> known) {
        Map<CustomerId, GoldenProfile> profiles = new TreeMap<>();
        for (CustomerId id : known) {
            profiles.put(
                    id,
                    ((ViewAnswer.Shown) views.as(READER).view(id, PageRequest.first(0)))
                            .view()
                            .profile());
        }
        return profiles;
    }

    /** Whether a merge or a split says that anything of a customer may have changed. */
    private static boolean isRetold(FeedPage page, CustomerId id) {
        return page.changes().stream()
                .map(FeedChange::change)
                .anyMatch(change -> (change instanceof Change.Merged merged
                                && merged.into().equals(id))
                        || (change instanceof Change.Split split
                                && (split.from().equals(id) || split.into().contains(id))));
    }

    private static Set<Field> told(FeedPage page, CustomerId id) {
        Set<Field> fields = new TreeSet<>();
        for (FeedChange told : page.changes()) {
            if (told.change() instanceof Change.Changed changed
                    && changed.customer().equals(id)) {
                fields.addAll(changed.fields());
            }
        }
        return fields;
    }

    private static void follow(Change change, Set<CustomerId> known) {
        if (change instanceof Change.Created created) {
            assertThat(known.add(created.customer())).isTrue();
        } else if (change instanceof Change.Removed removed) {
            assertThat(known.remove(removed.customer())).isTrue();
        } else if (change instanceof Change.Split split) {
            assertThat(known).contains(split.from());
            known.addAll(split.into());
        } else if (change instanceof Change.Merged merged) {
            assertThat(known.removeAll(merged.from())).isTrue();
            known.add(merged.into());
        } else {
            assertThat(known).contains(change.customer());
        }
    }

    private static Set<CustomerId> seen(CustomerViews views, Collection<Fact> facts) {
        ReaderViews reader = views.as(READER);
        Map<RecordKey, Optional<CustomerId>> found = new TreeMap<>();
        facts.forEach(fact -> found.put(fact.key(), reader.find(fact.key())));
        Set<CustomerId> seen = new TreeSet<>();
        found.values().forEach(id -> id.ifPresent(seen::add));
        return seen;
    }
}
