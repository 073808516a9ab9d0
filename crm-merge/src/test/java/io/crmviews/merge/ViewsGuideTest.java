package io.crmviews.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.view.AsOf;
import io.crmviews.merge.view.FigureAnswer;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.PastAnswer;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.RelationAnswer;
import io.crmviews.merge.view.TimelineFilter;
import io.crmviews.merge.view.TransactionAnswer;
import io.crmviews.merge.view.TransactionQuery;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.fact.Interaction.Reference;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.StatedRelation;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import io.crmviews.model.view.CustomerFigures;
import io.crmviews.model.view.SourceFreshness;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.model.view.TimelinePage;
import io.crmviews.spi.policy.Reader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code of the guide to views is the code here, and does what the guide says. */
class ViewsGuideTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final CustomerViews views = CustomerViews.builder()
            .policy(Policies.allowAll())
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build();
    private final ReaderViews agent = views.as(Reader.of("agent", "service", "user-7"));
    private final List<String> logged = new ArrayList<>();

    private void log(String line) {
        logged.add(line);
    }

    @BeforeEach
    void aCustomer() {
        views.ingest(
                List.of(
                        Kate.crm(),
                        Kate.calls(),
                        Kate.shop(),
                        new Interaction(
                                new RecordKey("shop", "p1"),
                                Revision.occurred(NOW.minusSeconds(100_000)),
                                "purchase",
                                "e-store",
                                Direction.INBOUND,
                                List.of(new Subject.OfRecord(Kate.SHOP)),
                                "",
                                new Money(new BigDecimal("49.90"), "EUR"),
                                List.of(new Reference("order", "R-2025-01")),
                                List.of())),
                Map.of("shop", NOW.minusSeconds(60)));
    }

    @Test
    void timeline() {
        CustomerId id = agent.find(Kate.SHOP).orElseThrow();
        // timeline begin
        PageRequest request = PageRequest.first(50).of(TimelineFilter.ALL.ofKinds("purchase", "complaint"));
        while (agent.view(id, request) instanceof ViewAnswer.Shown shown) {
            TimelinePage page = shown.view().timeline();
            for (TimelineEntry entry : page.entries()) {
                log(entry.interaction().kind() + ", told by " + entry.sources());
            }
            if (page.continuation().isEmpty()) {
                break;
            }
            request = request.after(page.continuation());
        }
        // timeline end
        assertThat(logged).containsExactly("purchase, told by [shop]");
    }

    @Test
    void asOf() {
        CustomerId id = agent.find(Kate.SHOP).orElseThrow();
        Instant then = NOW;
        // asOf begin
        PastAnswer answer = agent.asOf(AsOf.known(then)).view(id);
        if (answer instanceof PastAnswer.Shown shown) {
            log("was " + shown.view().profile().text(Attribute.NAME_FAMILY));
        } else if (answer instanceof PastAnswer.Expired) {
            log("that state is not kept any more");
        }
        // asOf end
        assertThat(logged).containsExactly("was Ollerenshaw");
    }

    @Test
    void transactions() {
        // transactions begin
        TransactionQuery query = new TransactionQuery.Reference("R-2025-77");
        if (agent.activity().transactions(query, 20) instanceof TransactionAnswer.Found found) {
            found.transactions().forEach(one -> log(one.interaction().key() + " of " + one.customer()));
            for (SourceFreshness source : found.sources()) {
                log(source.source() + " is behind by " + source.behind(found.at()));
            }
        }
        // transactions end
        assertThat(logged).contains("shop is behind by Optional[PT1M]");
    }

    @Test
    void freshness() {
        CustomerId id = agent.find(Kate.SHOP).orElseThrow();
        // freshness begin
        views.note("calls", true);
        if (agent.view(id) instanceof ViewAnswer.Shown shown) {
            for (SourceFreshness source : shown.view().freshness()) {
                log(source.source() + " " + source.state() + ", fields that rest on it: " + source.fields());
            }
        }
        // freshness end
        assertThat(logged).anyMatch(line -> line.startsWith("calls FAILING"));
    }

    @Test
    void figures() {
        CustomerId id = agent.find(Kate.SHOP).orElseThrow();
        // figures begin
        if (agent.activity().figures(id) instanceof FigureAnswer.Shown shown) {
            CustomerFigures figures = shown.figures();
            log(figures.purchases() + " purchases for " + figures.purchased());
            log("says it prefers " + figures.statedChannel() + ", uses " + figures.inferredChannel());
        }
        // figures end
        assertThat(logged.get(0)).isEqualTo("1 purchases for [Money[amount=49.9, currency=EUR]]");
    }

    @Test
    void relations() {
        CustomerId id = agent.find(Kate.SHOP).orElseThrow();
        RecordKey firm = new RecordKey("erp", "4");
        views.ingest(List.of(SourceRecord.builder(firm)
                .name(OrganizationName.of("Harbour Freight Brothers"))
                .build()));
        // relations begin
        StatedRelation works = StatedRelation.of(Kate.CRM, "employee", firm);
        views.ingest(List.of(works.said(new RecordKey("erp", "r-1"), Revision.occurred(NOW))));
        if (agent.relations().of(id) instanceof RelationAnswer.Related related) {
            related.relations().forEach(relation -> log(relation.kind() + " because of " + relation.reasons()));
        }
        // relations end
        assertThat(logged).singleElement().asString().startsWith("EMPLOYMENT because of");
    }

    @Test
    void theGuideShowsThisCode() throws IOException {
        GuideCode.assertShown(
                ViewsGuideTest.class,
                "views.md",
                "timeline",
                "asOf",
                "transactions",
                "freshness",
                "figures",
                "relations");
    }
}
