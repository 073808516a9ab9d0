package io.crmviews.merge;

import io.crmviews.merge.consent.AttributedConsent;
import io.crmviews.merge.consent.ConsentHistory;
import io.crmviews.merge.consent.Preferences;
import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.Snapshot;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.merge.view.Viewer;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.GoldenField;
import io.crmviews.model.view.CustomerView;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one reader may ask about one customer in depth. Thread-safe. */
public final class CustomerQuestions {

    /** The newest first; the order among equal times is that of the keys. */
    private static final Comparator<ConsentEvent> NEWEST = Comparator.comparing(
                    (ConsentEvent event) -> event.revision().occurredAt())
            .reversed()
            .thenComparing(ConsentEvent::key);

    private final CustomerStore store;
    private final GoldenMerge golden;
    private final Sight sight;
    private final Viewing viewing;
    private final Clock clock;
    private final CustomerId id;

    CustomerQuestions(
            CustomerStore store, GoldenMerge golden, Sight sight, Viewing viewing, Clock clock, CustomerId id) {
        this.store = store;
        this.golden = golden;
        this.sight = sight;
        this.viewing = viewing;
        this.clock = clock;
        this.id = id;
    }

    /**
     * Why a field has its value: the value, its record, the rule, and every value that lost with the reason. Told of the
     * records that the reader may see, as the view is.
     *
     * @param field the field; with a qualifier where its attribute has them
     * @return the explanation, or why there is none; the policy must grant the questions {@code VIEW} and {@code WHY}, and
     *     the field
     */
    public FieldAnswer explain(Field field) {
        if (!sight.may(Access.Question.VIEW) || !sight.may(Access.Question.WHY) || !sight.may(field)) {
            return new FieldAnswer.Withheld();
        }
        return store.read(state -> sight.customer(state, id)
                .map(customer -> records(state, customer))
                .filter(records -> !records.isEmpty())
                .map((List<SourceRecord> records) ->
                        (FieldAnswer) new FieldAnswer.Explained(golden.explain(field, records)))
                .orElseGet(FieldAnswer.Withheld::new));
    }

    private List<SourceRecord> records(StoreReader state, StoredCustomer customer) {
        return state.records(sight.visible(customer.records())).values().stream()
                .flatMap(stored -> stored.current() instanceof SourceRecord record
                        ? Optional.of(record).stream()
                        : Optional.<SourceRecord>empty().stream())
                .toList();
    }

    /**
     * What the customer allows, by which events, and how the customer prefers to be contacted.
     *
     * @return the history, or why there is none; purposes, sources and identifiers that the reader may not see leave no
     *     event
     */
    public ConsentAnswer consents() {
        return store.read(state -> sight.customer(state, id)
                .flatMap(customer -> history(state, customer))
                .map((ConsentHistory history) -> (ConsentAnswer) new ConsentAnswer.Shown(history))
                .orElseGet(ConsentAnswer.Withheld::new));
    }

    private Optional<ConsentHistory> history(StoreReader state, StoredCustomer customer) {
        Instant now = clock.instant();
        if (!(viewing.view(state, customer, PageRequest.first(1), now) instanceof ViewAnswer.Shown shown)) {
            return Optional.empty();
        }
        Snapshot snapshot = viewing.snapshot(state, customer, now);
        List<ConsentEvent> events = snapshot.consents().stream()
                .map(AttributedConsent::event)
                .filter(this::maySee)
                .distinct()
                .sorted(NEWEST)
                .toList();
        CustomerView view = shown.view();
        return Optional.of(new ConsentHistory(view.id(), view.position(), view.consents(), events, preferences(view)));
    }

    private boolean maySee(ConsentEvent event) {
        boolean named = event.subject() instanceof Subject.OfRecord of
                ? sight.maySee(of.record())
                : sight.may(Viewer.field((Subject.OfIdentifier) event.subject()));
        return named && sight.maySee(event.key()) && sight.may(new Access.ToConsent(event.purpose()));
    }

    private static List<GoldenField> preferences(CustomerView view) {
        return Preferences.all().stream()
                .flatMap(field -> view.profile().field(field).stream())
                .toList();
    }
}
