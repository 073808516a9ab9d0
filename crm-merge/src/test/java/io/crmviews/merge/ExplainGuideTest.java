package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.explain.ExplanationPage;
import io.crmviews.merge.explain.Formation;
import io.crmviews.merge.explain.SearchResult;
import io.crmviews.merge.explain.Separation;
import io.crmviews.merge.json.JsonCodec;
import io.crmviews.merge.view.FeedPage;
import io.crmviews.merge.view.Policies;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.policy.Reader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code of the guide to explanations is the code here, and does what the guide says. */
class ExplainGuideTest {

    private final RecordKey crm = new RecordKey("crm", "4711");
    private final RecordKey shop = new RecordKey("shop", "A-9");
    private final CustomerViews views =
            CustomerViews.builder().policy(Policies.allowAll()).build();
    private final ReaderViews agent = views.as(Reader.of("agent", "service", "user-7"));

    private static SourceRecord hall(RecordKey key, String mail) {
        return SourceRecord.builder(key)
                .name(PersonName.of("Katherine", "Hall"))
                .medium(EmailAddress.of(mail))
                .build();
    }

    @Test
    void whyNotAndItsPage() {
        views.ingest(List.of(hall(crm, "k.hall@mail.example"), hall(shop, "someone@else.example")));
        String page = "";
        // whyNot begin
        WhyNotAnswer answer = agent.whyNot(crm, shop);
        if (answer instanceof WhyNotAnswer.Explained explained) {
            Separation separation = explained.separation();
            switch (separation.cause()) {
                case TOO_LIGHT, RELATIVES -> log("lacks " + separation.lacking() / 1024.0 + " bits");
                case NO_KEY, GENERIC_KEYS -> log("never compared: " + separation.keys());
                case REFUSED -> log("refused: " + separation.refusals().get(0).reason());
                case TOGETHER, NOT_SHOWN -> log(separation.text());
            }
            page = ExplanationPage.of(separation);
        }
        // whyNot end
        assertThat(page).contains("<svg");
        assertThat(logged).singleElement().asString().contains("lacks");
    }

    @Test
    void howWhatIfAndSearch() {
        views.ingest(List.of(hall(crm, "k.hall@mail.example"), hall(shop, "k.hall@mail.example")));
        String page = "";
        // how begin
        CustomerId id = agent.find(shop).orElseThrow();
        if (agent.how(id) instanceof HowAnswer.Explained explained) {
            Formation formation = explained.formation();
            log(formation.text());
            page = ExplanationPage.of(formation);
        }
        // how end
        assertThat(page).contains("<circle");
        SourceRecord record = hall(new RecordKey("till", "9"), "k.hall@mail.example");
        String json = "";
        // whatIf begin
        if (agent.whatIf(record) instanceof WhatIfAnswer.Explained explained) {
            log(explained.forecast().text());
            json = JsonCodec.forecasts().write(explained.forecast());
        }
        // whatIf end
        assertThat(json).contains("\"customers\":[\"C1\"]");
        List<CustomerId> found = new ArrayList<>();
        // search begin
        SourceRecord asked = ReaderViews.attributes()
                .name(PersonName.of("Kate", "Hall"))
                .medium(PhoneNumber.of("+44 20 7946 0018"))
                .build();
        if (agent.search(asked, 10) instanceof SearchAnswer.Found answer) {
            for (SearchResult.Hit hit : answer.result().hits()) {
                log(hit.customer() + " " + hit.score() / 1024.0 + " bits");
                found.add(hit.customer());
            }
        }
        // search end
        assertThat(found).containsExactly(id);
    }

    @Test
    void theFeed() {
        views.ingest(List.of(hall(crm, "k.hall@mail.example")));
        long position = 0;
        // feed begin
        while (agent.feed(position, 100) instanceof FeedAnswer.Page answer) {
            FeedPage page = answer.page();
            page.changes().forEach(told -> log(told.change().toString()));
            if (page.next() == position) {
                break;
            }
            position = page.next();
        }
        // feed end
        assertThat(position).isEqualTo(1);
        assertThat(logged).containsExactly("Created[customer=C1]");
    }

    @Test
    void theGuideShowsThisCode() throws IOException {
        GuideCode.assertShown(ExplainGuideTest.class, "explain.md", "whyNot", "how", "whatIf", "search", "feed");
    }

    private final List<String> logged = new ArrayList<>();

    private void log(String line) {
        logged.add(line);
    }
}
