package io.crmviews.merge;

import io.crmviews.merge.ingest.OwnRecords;
import io.crmviews.merge.ingest.Subjects;
import io.crmviews.merge.rights.Login;
import io.crmviews.merge.view.Attributor;
import io.crmviews.merge.view.Member;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.Snapshot;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.view.Attribution;
import io.crmviews.model.view.CustomerView;
import io.crmviews.model.view.SourceFreshness;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.model.view.TimelinePage;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Makes a customer's own view of the records that are the login's own, as if no others existed. Interactions are shown that
 * name one of these records, or an identifier that the login proved, since it did; never what is only possibly theirs.
 */
final class OwnData {

    private final Viewing viewing;
    private final OwnRecords records;
    private final Login login;

    OwnData(Viewing viewing, OwnRecords records, Login login) {
        this.viewing = viewing;
        this.records = records;
        this.login = login;
    }

    OwnAnswer answer(StoreReader state, PageRequest page, Instant now) {
        PageRequest certain = new PageRequest(page.size(), page.continuation(), false, page.filter());
        List<CustomerView> views = new ArrayList<>();
        Map<Long, Set<RecordKey>> own = records.of(login);
        for (StoredCustomer customer : state.customers(own.keySet()).values()) {
            Set<RecordKey> keys = own.getOrDefault(customer.number(), Set.of());
            Snapshot snapshot = own(viewing.snapshot(state, customer, now), keys);
            if (viewing.view(snapshot, certain) instanceof ViewAnswer.Shown shown) {
                views.add(withoutOthers(shown.view(), keys));
            }
        }
        return views.isEmpty() ? new OwnAnswer.Nothing() : new OwnAnswer.Shown(views);
    }

    private Snapshot own(Snapshot whole, Set<RecordKey> keys) {
        List<Member> members = whole.members().stream()
                .filter(member -> keys.contains(member.key()))
                .toList();
        return new Snapshot(
                whole.id(),
                whole.position(),
                members,
                whole.history(),
                attributor(whole.attributor(), keys),
                whole.consents().stream()
                        .filter(consent -> isOwn(
                                consent.event().subject(),
                                consent.event().revision().occurredAt(),
                                keys))
                        .toList(),
                whole.sources(),
                whole.at());
    }

    private Attributor attributor(Attributor truth, Set<RecordKey> keys) {
        return interaction -> truth.attribution(interaction)
                .filter(Attribution::isCertain)
                .filter(judged -> judged instanceof Attribution.ByRecord by
                        ? keys.contains(by.record())
                        : interaction.subjects().stream()
                                .filter(Subject.OfIdentifier.class::isInstance)
                                .anyMatch(subject ->
                                        isOwn(subject, interaction.revision().occurredAt(), keys)));
    }

    private boolean isOwn(Subject subject, Instant at, Set<RecordKey> keys) {
        return subject instanceof Subject.OfRecord of
                ? keys.contains(of.record())
                : login.proofs().stream()
                        .anyMatch(proof -> isSame(proof.identifier(), subject) && !at.isBefore(proof.since()));
    }

    private static boolean isSame(Subject.OfIdentifier proved, Subject named) {
        OptionalLong key = Subjects.of(proved);
        return key.isPresent() && key.equals(Subjects.of(named));
    }

    /** Whom else an interaction names, and which sources know others, is not the customer's. */
    private CustomerView withoutOthers(CustomerView view, Set<RecordKey> keys) {
        List<TimelineEntry> entries = view.timeline().entries().stream()
                .map(entry -> withoutOthers(entry, keys))
                .toList();
        return new CustomerView(
                view.id(),
                view.position(),
                view.profile(),
                view.records(),
                new TimelinePage(entries, view.timeline().continuation()),
                view.consents(),
                view.freshness().stream()
                        .filter(fresh -> isSourceOf(fresh, keys))
                        .toList(),
                view.withheld());
    }

    private static boolean isSourceOf(SourceFreshness fresh, Set<RecordKey> keys) {
        return keys.stream().anyMatch(key -> key.source().equals(fresh.source()));
    }

    private TimelineEntry withoutOthers(TimelineEntry entry, Set<RecordKey> keys) {
        Interaction whole = entry.interaction();
        List<Subject> kept = whole.subjects().stream()
                .filter(subject -> isOwn(subject, whole.revision().occurredAt(), keys))
                .toList();
        return new TimelineEntry(whole.about(kept), entry.attribution(), entry.otherReports());
    }
}
