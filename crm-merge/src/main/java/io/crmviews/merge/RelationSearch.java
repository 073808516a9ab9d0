package io.crmviews.merge;

import io.crmviews.merge.ingest.HoldersRead;
import io.crmviews.merge.ingest.KeyHolders;
import io.crmviews.merge.ingest.Subjects;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.key.Keys;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.RelationAnswer;
import io.crmviews.merge.view.RelationAnswer.AccountEntry;
import io.crmviews.merge.view.TimelineFilter;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.StatedRelation;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.view.Attribution;
import io.crmviews.model.view.Relation;
import io.crmviews.model.view.Relation.Kind;
import io.crmviews.model.view.Relation.Reason;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import io.crmviews.spi.store.TimelinePoint;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks for relations in one state of the store. */
final class RelationSearch {

    private static final Set<String> FAMILY =
            Set.of("spouse", "partner", "child", "parent", "sibling", "guardian", "relative");
    private static final Set<String> WORK = Set.of("employee", "contact", "director", "owner", "representative");
    private static final Set<String> ACCOUNT = Set.of("subsidiary", "branch", "department");
    /** An address or number that more nodes hold is no household's. */
    private static final int MOST_HOLDERS = 20;

    private static final int MOST_PEOPLE = 1_000;

    private final StoreReader state;
    private final Viewing viewing;
    private final Sight sight;
    private final Projection projection;

    RelationSearch(StoreReader state, Viewing viewing, Sight sight) {
        this.state = state;
        this.viewing = viewing;
        this.sight = sight;
        projection = new Projection(sight);
    }

    RelationAnswer related(CustomerId id) {
        return sight.customer(state, id)
                .flatMap(customer -> sight.id(state, customer))
                .<RelationAnswer>map(own -> new RelationAnswer.Related(relations(own)))
                .orElseGet(RelationAnswer.Withheld::new);
    }

    /** {@code own}: the id by which the reader knows the customer. */
    private List<Relation> relations(CustomerId own) {
        Map<Relation, List<Reason>> found = new TreeMap<>();
        for (StoredRecord record : records(own)) {
            stated(own, record.key(), found);
            discovered(own, (SourceRecord) record.current(), found);
        }
        List<Relation> relations = new ArrayList<>();
        found.forEach((relation, reasons) -> relations.add(new Relation(
                relation.other(),
                relation.kind(),
                relation.role(),
                relation.isRoleOfOther(),
                reasons.stream().distinct().toList())));
        return relations;
    }

    private List<StoredRecord> records(CustomerId id) {
        return sight.customer(state, id).stream()
                .flatMap(customer -> state.records(sight.visible(customer.records())).values().stream())
                .filter(record -> record.current() instanceof SourceRecord)
                .sorted(Comparator.comparing(StoredRecord::key))
                .toList();
    }

    private static void add(
            Map<Relation, List<Reason>> found, CustomerId other, Kind kind, String role, boolean ofOther, Reason why) {
        found.computeIfAbsent(
                        new Relation(other, kind, role, ofOther, List.of(why)), any -> new ArrayList<>())
                .add(why);
    }

    private void stated(CustomerId own, RecordKey record, Map<Relation, List<Reason>> found) {
        long[] subject = {Subjects.ofReference(StatedRelation.reference(record).value())};
        Map<List<Object>, Interaction> latest = new HashMap<>();
        for (StoredEvent event : state.eventsAbout(subject)) {
            if (event.fact() instanceof Interaction said && maySee(said)) {
                StatedRelation.of(said).ifPresent(relation -> latest.merge(
                        List.of(relation.from(), relation.role(), relation.to()),
                        said,
                        (one, other) -> TimelinePoint.of(one).compareTo(TimelinePoint.of(other)) <= 0 ? one : other));
            }
        }
        for (Interaction said : latest.values()) {
            StatedRelation relation = StatedRelation.of(said).orElseThrow();
            boolean ofOther = relation.to().equals(record);
            RecordKey other = ofOther ? relation.from() : relation.to();
            if (!relation.ended() && (ofOther || relation.from().equals(record))) {
                sight.id(state, other)
                        .filter(id -> !id.equals(own))
                        .ifPresent(id -> add(
                                found,
                                id,
                                kind(relation.role()),
                                relation.role(),
                                ofOther,
                                new Reason.Stated(said.key())));
            }
        }
    }

    private boolean maySee(Interaction said) {
        return viewing.shown(new TimelineEntry(said, new Attribution.ByRecord(RecordKey.WITHHELD)))
                .isPresent();
    }

    private static Kind kind(String role) {
        if (FAMILY.contains(role)) {
            return Kind.FAMILY;
        }
        if (WORK.contains(role)) {
            return Kind.EMPLOYMENT;
        }
        if (ACCOUNT.contains(role)) {
            return Kind.ACCOUNT;
        }
        return role.equals("member") ? Kind.HOUSEHOLD : Kind.OTHER;
    }

    private void discovered(CustomerId own, SourceRecord whole, Map<Relation, List<Reason>> found) {
        SourceRecord seen = projection.of(whole);
        Homes homes = Homes.of(seen);
        for (RecordKey neighbour : neighbours(seen)) {
            StoredRecord record = state.records(List.of(neighbour)).get(neighbour);
            if (record != null
                    && record.current() instanceof SourceRecord other
                    && homes.isSharedWith(Homes.of(projection.of(other)))) {
                household(own, neighbour, new Reason.SameAddressAndSurname(), found);
            }
        }
        for (Subject.OfIdentifier medium : media(seen)) {
            List<RecordKey> holders = new HoldersRead(state, sight::maySee).records(medium);
            if (holders.size() <= MOST_HOLDERS) {
                holders.forEach(
                        holder -> household(own, holder, new Reason.SameMedium(medium.type()), found));
            }
        }
    }

    private void household(CustomerId own, RecordKey record, Reason why, Map<Relation, List<Reason>> found) {
        sight.id(state, record)
                .filter(id -> !id.equals(own))
                .ifPresent(id -> add(found, id, Kind.HOUSEHOLD, "", false, why));
    }

    /** Visible records that share an address key that few hold. */
    private Set<RecordKey> neighbours(SourceRecord seen) {
        Set<RecordKey> found = new TreeSet<>();
        KeyHolders holders = new KeyHolders(state, sight::maySee);
        for (long key : Keys.of(Normaliser.features(seen))) {
            KeyType type = KeyType.of(key);
            if (type == KeyType.NUMBER_POSTCODE || type == KeyType.STREET) {
                List<StoredNode> nodes = holders.nodes(key, MOST_HOLDERS + 1);
                if (nodes.size() <= MOST_HOLDERS) {
                    nodes.forEach(node -> found.addAll(sight.visible(node.records())));
                }
            }
        }
        return found;
    }

    private static List<Subject.OfIdentifier> media(SourceRecord seen) {
        List<Subject.OfIdentifier> media = new ArrayList<>();
        seen.media().forEach(medium -> {
            if (medium instanceof EmailAddress email) {
                media.add(new Subject.OfIdentifier("email", "", email.value()));
            } else if (medium instanceof PhoneNumber phone) {
                media.add(new Subject.OfIdentifier("phone", "", phone.value()));
            }
        });
        return media;
    }

    RelationAnswer account(CustomerId id, int size, TimelineFilter filter, Instant at) {
        Optional<CustomerId> own = sight.customer(state, id).flatMap(customer -> sight.id(state, customer));
        if (own.isEmpty()) {
            return new RelationAnswer.Withheld();
        }
        Set<CustomerId> people = people(own.get());
        List<AccountEntry> entries = new ArrayList<>();
        boolean complete = people.size() < MOST_PEOPLE;
        for (CustomerId who : people) {
            StoredCustomer customer = sight.customer(state, who).orElseThrow();
            PageRequest page = PageRequest.first(size).of(filter);
            if (viewing.view(state, customer, page, at) instanceof ViewAnswer.Shown shown) {
                shown.view().timeline().entries().forEach(entry -> entries.add(new AccountEntry(who, entry)));
                complete &= shown.view().timeline().continuation().isEmpty();
            }
        }
        entries.sort(Comparator.comparing((AccountEntry entry) ->
                        TimelinePoint.of(entry.entry().interaction()))
                .thenComparing(AccountEntry::who));
        boolean all = complete && entries.size() <= size;
        return new RelationAnswer.Account(
                List.copyOf(people), entries.subList(0, Math.min(size, entries.size())), all);
    }

    /** The organisation, what belongs to it at any depth, and who has a role in one of these. */
    private Set<CustomerId> people(CustomerId organization) {
        Set<CustomerId> people = new TreeSet<>(Set.of(organization));
        Deque<CustomerId> open = new ArrayDeque<>(people);
        while (!open.isEmpty() && people.size() < MOST_PEOPLE) {
            CustomerId next = open.remove();
            Map<Relation, List<Reason>> stated = new TreeMap<>();
            records(next).forEach(record -> stated(next, record.key(), stated));
            for (Relation relation : stated.keySet()) {
                boolean belongs = relation.isRoleOfOther()
                        && (relation.kind() == Kind.ACCOUNT || relation.kind() == Kind.EMPLOYMENT);
                if (belongs && people.add(relation.other()) && relation.kind() == Kind.ACCOUNT) {
                    open.add(relation.other());
                }
            }
        }
        return people;
    }
}
