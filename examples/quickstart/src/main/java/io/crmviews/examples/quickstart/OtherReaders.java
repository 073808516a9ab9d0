package io.crmviews.examples.quickstart;

import io.crmviews.merge.CustomerViews;
import io.crmviews.merge.OwnAnswer;
import io.crmviews.merge.ReaderViews;
import io.crmviews.merge.rights.Login;
import io.crmviews.merge.view.Grant;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.Policies;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.model.profile.GoldenField;
import io.crmviews.model.view.CustomerView;
import io.crmviews.spi.policy.Access.Question;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.ReadEntry;
import io.crmviews.spi.policy.Reader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Shows one customer as an agent, a partner and the customer see it. */
final class OtherReaders {

    static final Reader AGENT = Reader.of("agent", "service", "quickstart");

    private static final String PARTNER_SOURCE = "estore";
    private static final Reader PARTNER = Reader.of("partner:parcels", "delivery", "driver-3");

    private final Page page;
    private final CustomerViews views;

    OtherReaders(Page page, CustomerViews views) {
        this.page = page;
        this.views = views;
    }

    /** The agent sees everything; the partner names and addresses that the web shop knows; customers what is their own. */
    static AccessPolicy policy() {
        Field[] all = Arrays.stream(Attribute.values()).map(Field::of).toArray(Field[]::new);
        return Policies.granting(
                Grant.to(AGENT.audience(), AGENT.purpose())
                        .questions(Question.values())
                        .fields(all)
                        .sources(Grant.ANY)
                        .interactions(Grant.ANY)
                        .consents(Grant.ANY),
                Grant.to(PARTNER.audience(), PARTNER.purpose())
                        .questions(Question.FIND, Question.VIEW)
                        .groups(FieldGroup.NAME, FieldGroup.ADDRESS)
                        .sources(PARTNER_SOURCE),
                Grant.to(Login.AUDIENCE, Login.PURPOSE)
                        .questions(Question.VIEW)
                        .fields(all)
                        .sources(Grant.ANY)
                        .interactions(Grant.ANY)
                        .consents(Grant.ANY));
    }

    void print(CustomerId id) {
        page.heading("The same customer, as others see it");
        if (!(views.as(AGENT).view(id) instanceof ViewAnswer.Shown whole)) {
            page.line("The agent may not see it either.");
            return;
        }
        told("the agent", Optional.of(whole.view()));
        told("the partner that delivers parcels", asPartner(whole.view()));
        Optional<Login> login = login(whole.view());
        told("the customer, logged in by e-mail", login.flatMap(this::own));
        page.gap();
        page.line("Who read the customer's records, as the customer is told:");
        login.ifPresent(one -> views.readsOf(one, 1_000).stream()
                .map(ReadEntry::toString)
                .distinct()
                .forEach(read -> page.line("  %s", read)));
    }

    private void told(String whom, Optional<CustomerView> view) {
        if (view.isEmpty()) {
            page.line("  To %s there is no such customer.", whom);
            return;
        }
        List<String> fields = view.get().profile().fields().stream()
                .map(GoldenField::field)
                .map(Field::toString)
                .toList();
        page.line(
                "  To %s: %d records, %d events, %d consents, and %s.",
                whom,
                view.get().records().size(),
                view.get().timeline().entries().size(),
                view.get().consents().size(),
                fields);
    }

    private Optional<CustomerView> asPartner(CustomerView whole) {
        ReaderViews partner = views.as(PARTNER);
        return whole.records().stream()
                .flatMap(record -> partner.find(record.key()).stream())
                .findFirst()
                .flatMap(id -> partner.view(id) instanceof ViewAnswer.Shown shown
                        ? Optional.of(shown.view())
                        : Optional.empty());
    }

    /** As if the customer had confirmed the first address long ago; a real application knows when that was. */
    private static Optional<Login> login(CustomerView whole) {
        return whole.profile().fields().stream()
                .filter(field -> field.field().equals(Field.of(Attribute.EMAIL)))
                .map(field ->
                        new Subject.OfIdentifier("email", "", field.winner().text()))
                .map(mail -> new Login("account-1", List.of(new Login.Proof(mail, Instant.MIN))))
                .findFirst();
    }

    private Optional<CustomerView> own(Login login) {
        return views.own(login, PageRequest.first(50)) instanceof OwnAnswer.Shown shown
                ? shown.views().stream().findFirst()
                : Optional.empty();
    }
}
