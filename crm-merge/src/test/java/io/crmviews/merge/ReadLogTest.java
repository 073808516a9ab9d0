package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.merge.memory.MemoryReadLog;
import io.crmviews.merge.rights.Login;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.ReadEntry;
import io.crmviews.spi.policy.ReadLog;
import io.crmviews.spi.policy.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every read leaves an entry that says who, what for, what about and which classes of data, and never a value. */
class ReadLogTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Reader AGENT = Reader.of("agent", "service", "user-1");
    private static final RecordKey CRM = new RecordKey("crm", "1");
    private static final Subject.OfIdentifier MAIL = new Subject.OfIdentifier("email", "", "ulla.berg@mail.test");

    /** A clock that a test moves. */
    private static final class Moved extends Clock {

        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final class Failing implements ReadLog {

        private final MemoryReadLog kept = new MemoryReadLog(100_000);
        private boolean failing;

        @Override
        public void append(List<ReadEntry> entries) {
            if (failing) {
                throw new IllegalStateException("disk full at ulla.berg@mail.test");
            }
            kept.append(entries);
        }

        @Override
        public List<ReadEntry> about(Collection<Long> ids, int most) {
            return kept.about(ids, most);
        }
    }

    private final Moved clock = new Moved();
    private final Failing log = new Failing();

    private CustomerViews views(AccessPolicy policy) {
        CustomerViews views =
                CustomerViews.builder().policy(policy).clock(clock).readLog(log).build();
        views.ingest(List.of(SourceRecord.builder(CRM)
                .revision(Revision.occurred(START))
                .name(PersonName.of("Ulla", "Berg"))
                .birthDate(PartialDate.parse("1960-04-05"))
                .medium(EmailAddress.of(MAIL.value()))
                .build()));
        return views;
    }

    @Test
    void eachVerbIsLoggedWithTheClassesOfWhatWasShown() {
        CustomerViews views = views(Policies.allowAll());
        ReaderViews agent = views.as(AGENT);
        CustomerId ulla = agent.find(CRM).orElseThrow();
        agent.find(MAIL);
        agent.find(ulla);
        agent.view(ulla);
        agent.view(new CustomerId(77));
        agent.why(CRM, CRM);
        agent.whyNot(CRM, new RecordKey("crm", "2"));
        agent.how(ulla);
        agent.whatIf(
                ReaderViews.attributes().name(PersonName.of("Ulla", "Berg")).build());
        agent.search(
                ReaderViews.attributes().medium(EmailAddress.of(MAIL.value())).build(), 3);
        agent.feed(0, 10);
        agent.reviews(10);
        agent.conflicts(10);
        views.flushReads();
        assertThat(log.kept.entries())
                .hasSize(13)
                .allMatch(entry -> entry.who().equals("user-1")
                        && entry.purpose().equals("service")
                        && entry.at().equals(START));
        assertThat(log.kept.entries().get(3))
                .isEqualTo(new ReadEntry(
                        START,
                        "agent",
                        "service",
                        "user-1",
                        Access.Question.VIEW,
                        true,
                        Set.of(ulla.number()),
                        Set.of("name", "birth_date", "email")));
        assertThat(log.kept.entries().get(4).answered()).isFalse();
        assertThat(HeapSearch.of(log).find(List.of("ulla.berg", "Ulla", "1960-04-05")))
                .isEmpty();
    }

    @Test
    void theCustomerSeesWhoRead() {
        CustomerViews views = views(Policies.allowAll());
        Login ulla = new Login("account-1", List.of(new Login.Proof(MAIL, START)));
        views.as(AGENT).view(views.as(AGENT).find(CRM).orElseThrow());
        assertThat(views.readsOf(ulla, 10)).extracting(ReadEntry::who).contains("user-1");
        assertThat(views.readsOf(new Login("account-2", List.of()), 10)).isEmpty();
        assertThat(views.own(ulla, PageRequest.first(5))).isInstanceOf(OwnAnswer.Shown.class);
    }

    @Test
    void readsAreWrittenInGroupsWithinASecond() {
        CustomerViews views = views(Policies.allowAll());
        views.as(AGENT).find(CRM);
        assertThat(log.kept.entries()).isEmpty();
        clock.now = START.plusMillis(1_000);
        views.as(AGENT).find(CRM);
        assertThat(log.kept.entries()).hasSize(2);
        views.as(AGENT).find(CRM);
        views.close();
        assertThat(log.kept.entries()).as("closing writes what is left").hasSize(3);
    }

    @Test
    void aPolicyMayDemandTheLogFirstAndThenNothingIsShownWithoutIt() {
        CustomerViews views = views(new AccessPolicy() {
            @Override
            public boolean permits(Reader reader, Access access) {
                return true;
            }

            @Override
            public boolean demandsLogFirst(Reader reader) {
                return reader.audience().equals("partner:north");
            }
        });
        Reader partner = Reader.of("partner:north", "service", "p-1");
        views.as(partner).find(CRM);
        assertThat(log.kept.entries()).hasSize(1);
        log.failing = true;
        assertThatThrownBy(() -> views.as(partner).find(CRM))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("ulla")
                .hasNoCause();
        assertThat(views.as(AGENT).find(CRM))
                .as("others go on as long as the buffer has room")
                .isPresent();
    }

    @Test
    void noReadIsAnsweredThatCannotBeLogged() {
        CustomerViews views = views(Policies.allowAll());
        log.failing = true;
        ReaderViews agent = views.as(AGENT);
        for (int i = 0; i < 10_000; i++) {
            agent.find(CRM);
        }
        assertThatThrownBy(() -> agent.find(CRM)).isInstanceOf(IllegalStateException.class);
        log.failing = false;
        assertThat(agent.find(CRM)).isPresent();
        assertThat(log.kept.entries()).as("nothing was lost meanwhile").hasSizeGreaterThanOrEqualTo(10_000);
    }
}
