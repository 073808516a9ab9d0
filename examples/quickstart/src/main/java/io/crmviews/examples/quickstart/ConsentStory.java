package io.crmviews.examples.quickstart;

import io.crmviews.merge.ConsentAnswer;
import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.ReaderViews;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.ConsentState;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.spi.policy.Reader;
import java.time.Instant;
import java.util.List;

/** Shows that a consent which was withdrawn in one channel survives a merge, and that a split gives back what each had. */
final class ConsentStory {

    private static final RecordKey BRANCH = new RecordKey("branch", "17");
    private static final RecordKey WEB = new RecordKey("web", "vera");
    private static final RecordKey MERGE = new RecordKey("desk", "1");

    private final Page page;

    ConsentStory(Page page) {
        this.page = page;
    }

    void print() {
        try (CustomerViews views =
                CustomerViews.builder().policy(Policies.allowAll()).build()) {
            views.ingest(List.of(
                    SourceRecord.builder(BRANCH)
                            .name(PersonName.of("Vera", "Quistgaard"))
                            .build(),
                    SourceRecord.builder(WEB).name(PersonName.of("V.", "Holm")).build(),
                    said(BRANCH, ConsentState.WITHDRAWN, "2024-03-01T09:00:00Z"),
                    said(WEB, ConsentState.GIVEN, "2025-05-01T09:00:00Z")));
            ReaderViews agent = views.as(Reader.of("agent", "service", "quickstart"));
            page.line("Vera withdrew in the branch in 2024; a web account said yes in 2025, without a log-in.");
            page.line("  two customers:             branch %s, web %s", answer(agent, BRANCH), answer(agent, WEB));
            views.ingest(List.of(MatchAssertion.of(MERGE, BRANCH, WEB, Verdict.SAME, "clerk", Instant.EPOCH)));
            page.line("  merged by a clerk:         branch %s, web %s", answer(agent, BRANCH), answer(agent, WEB));
            views.withdraw(MERGE, "clerk", "two people");
            page.line("  the merge taken back:      branch %s, web %s", answer(agent, BRANCH), answer(agent, WEB));
        }
    }

    private static ConsentEvent said(RecordKey record, ConsentState state, String when) {
        return new ConsentEvent(
                new RecordKey(record.source(), "consent"),
                Revision.occurred(Instant.parse(when)),
                new Subject.OfRecord(record),
                "marketing",
                "",
                state,
                false,
                Instant.MAX,
                "form 7");
    }

    private static String answer(ReaderViews agent, RecordKey record) {
        boolean permitted = agent.find(record)
                .filter(id -> agent.customer(id).consents() instanceof ConsentAnswer.Shown shown
                        && shown.history().permits("marketing", "email", ""))
                .isPresent();
        return permitted ? "yes" : "no";
    }
}
