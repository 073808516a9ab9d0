package io.crmviews.merge;

import io.crmviews.merge.explain.SearchResult;
import io.crmviews.merge.view.FeedChange;
import io.crmviews.merge.view.PastAnswer;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.GoldenField;
import io.crmviews.model.review.Review;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.view.CustomerView;
import io.crmviews.spi.policy.Access.Question;
import io.crmviews.spi.policy.Reader;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.StoredRecord;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Notes each read of one reader in the log, before its answer is given. */
final class ReadNotes {

    private static final Set<String> MATCHES = Set.of("matches");

    private final ReadLogging logging;
    private final Reader reader;
    private final CustomerStore store;

    ReadNotes(ReadLogging logging, Reader reader, CustomerStore store) {
        this.logging = logging;
        this.reader = reader;
        this.store = store;
    }

    List<CustomerId> found(List<CustomerId> found) {
        note(Question.FIND, numbers(found), Set.of(), !found.isEmpty());
        return found;
    }

    Optional<CustomerId> found(Optional<CustomerId> found) {
        note(Question.FIND, numbers(found.stream().toList()), Set.of(), found.isPresent());
        return found;
    }

    ViewAnswer viewed(ViewAnswer answer) {
        viewed(answer instanceof ViewAnswer.Shown shown ? List.of(shown.view()) : List.of());
        return answer;
    }

    PastAnswer viewed(PastAnswer answer) {
        viewed(answer instanceof PastAnswer.Shown shown ? List.of(shown.view()) : List.of());
        return answer;
    }

    OwnAnswer viewed(OwnAnswer answer) {
        viewed(answer instanceof OwnAnswer.Shown shown ? shown.views() : List.of());
        return answer;
    }

    private void viewed(List<CustomerView> views) {
        Set<Long> ids = new TreeSet<>();
        Set<String> classes = new TreeSet<>();
        for (CustomerView view : views) {
            view.records().forEach(record -> ids.add(record.id().number()));
            for (GoldenField field : view.profile().fields()) {
                classes.add(field.field().attribute().group().name().toLowerCase(Locale.ROOT));
            }
            if (!view.timeline().entries().isEmpty()) {
                classes.add("interactions");
            }
            if (!view.consents().isEmpty()) {
                classes.add("consents");
            }
        }
        note(Question.VIEW, ids, classes, !views.isEmpty());
    }

    WhyAnswer told(WhyAnswer answer, RecordKey a, RecordKey b) {
        told(answer instanceof WhyAnswer.Explained, List.of(a, b));
        return answer;
    }

    WhyNotAnswer told(WhyNotAnswer answer, RecordKey a, RecordKey b) {
        told(answer instanceof WhyNotAnswer.Explained, List.of(a, b));
        return answer;
    }

    HowAnswer told(HowAnswer answer, CustomerId id) {
        boolean answered = answer instanceof HowAnswer.Explained;
        note(Question.WHY, answered ? Set.of(id.number()) : Set.of(), answered ? MATCHES : Set.of(), answered);
        return answer;
    }

    private void told(boolean answered, List<RecordKey> records) {
        note(Question.WHY, answered ? ids(records) : Set.of(), answered ? MATCHES : Set.of(), answered);
    }

    WhatIfAnswer searched(WhatIfAnswer answer) {
        boolean answered = answer instanceof WhatIfAnswer.Explained;
        note(Question.SEARCH, Set.of(), answered ? MATCHES : Set.of(), answered);
        return answer;
    }

    SearchAnswer searched(SearchAnswer answer) {
        List<SearchResult.Hit> hits =
                answer instanceof SearchAnswer.Found found ? found.result().hits() : List.of();
        List<CustomerId> customers =
                hits.stream().map(SearchResult.Hit::customer).toList();
        note(Question.SEARCH, numbers(customers), hits.isEmpty() ? Set.of() : MATCHES, !hits.isEmpty());
        return answer;
    }

    FeedAnswer fed(FeedAnswer answer) {
        List<FeedChange> changes =
                answer instanceof FeedAnswer.Page page ? page.page().changes() : List.of();
        List<CustomerId> customers =
                changes.stream().map(change -> change.change().customer()).toList();
        note(Question.FEED, numbers(customers), changes.isEmpty() ? Set.of() : Set.of("changes"), !changes.isEmpty());
        return answer;
    }

    List<Review> reviewed(List<Review> reviews) {
        List<CustomerId> customers = reviews.stream()
                .flatMap(review -> Stream.of(review.customerA(), review.customerB()))
                .toList();
        note(Question.REVIEWS, numbers(customers), reviews.isEmpty() ? Set.of() : MATCHES, !reviews.isEmpty());
        return reviews;
    }

    List<MatchAssertion> contradicted(List<MatchAssertion> conflicts) {
        List<RecordKey> records = conflicts.stream()
                .flatMap(said -> Stream.of(said.a(), said.b()))
                .toList();
        note(Question.REVIEWS, ids(records), conflicts.isEmpty() ? Set.of() : MATCHES, !conflicts.isEmpty());
        return conflicts;
    }

    private Set<Long> ids(Collection<RecordKey> records) {
        Set<Long> ids = new TreeSet<>();
        for (StoredRecord record : store.read(state -> state.records(records)).values()) {
            record.ids().stream().findFirst().ifPresent(ids::add);
        }
        return ids;
    }

    private static Set<Long> numbers(List<CustomerId> customers) {
        Set<Long> numbers = new TreeSet<>();
        customers.forEach(customer -> numbers.add(customer.number()));
        return numbers;
    }

    private void note(Question question, Set<Long> ids, Set<String> classes, boolean answered) {
        logging.read(reader, question, ids, classes, answered);
    }
}
