package io.crmviews.merge;

import io.crmviews.merge.ingest.HoldersRead;
import io.crmviews.merge.ingest.Subjects;
import io.crmviews.merge.view.Holders;
import io.crmviews.merge.view.TransactionAnswer;
import io.crmviews.merge.view.TransactionAnswer.Transaction;
import io.crmviews.merge.view.TransactionQuery;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.view.Attribution;
import io.crmviews.model.view.TimelineEntry;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredEvent;
import io.crmviews.spi.store.TimelinePoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for interactions by what they name, in one state of the store. */
final class TransactionSearch {

    private static final Attribution NOBODYS = new Attribution.ByIdentifier("");

    private final StoreReader state;
    private final Viewing viewing;
    private final Sight sight;
    private final Holders holders;

    TransactionSearch(StoreReader state, Viewing viewing, Sight sight) {
        this.state = state;
        this.viewing = viewing;
        this.sight = sight;
        HoldersRead read = new HoldersRead(state);
        holders = (subject, at) -> read.customers(subject, at, viewing.caps());
    }

    TransactionAnswer find(TransactionQuery query, int limit, Instant now) {
        long[] subjects = subjects(query);
        List<Transaction> found = new ArrayList<>();
        TimelinePoint after = null;
        List<StoredEvent> page = page(subjects, after, limit);
        while (!page.isEmpty() && found.size() <= limit) {
            for (StoredEvent event : page) {
                if (event.fact() instanceof Interaction said && fits(said, query)) {
                    shown(said).ifPresent(found::add);
                }
            }
            page = page(subjects, TimelinePoint.of(page.get(page.size() - 1).fact()), limit);
        }
        boolean more = found.size() > limit;
        return new TransactionAnswer.Found(
                more ? found.subList(0, limit) : found, more, viewing.freshness(state, now), now);
    }

    private List<StoredEvent> page(long[] subjects, @Nullable TimelinePoint after, int limit) {
        return state.interactionsAbout(subjects, after, limit + 1);
    }

    private long[] subjects(TransactionQuery query) {
        List<Long> subjects = new ArrayList<>();
        if (query instanceof TransactionQuery.Reference by) {
            subjects.add(Subjects.ofReference(by.number()));
        } else if (query instanceof TransactionQuery.Identifier by) {
            Subjects.of(by.identifier()).ifPresent(subjects::add);
            new HoldersRead(state, sight::maySee)
                    .records(by.identifier())
                    .forEach(record -> subjects.add(Subjects.of(record)));
        } else if (query instanceof TransactionQuery.AmountOnDay by) {
            // A day somewhere overlaps two or three days of UTC.
            for (long shift = -1; shift <= 1; shift++) {
                subjects.add(Subjects.of(by.amount(), by.day().plusDays(shift)));
            }
        }
        return subjects.stream().mapToLong(Long::longValue).toArray();
    }

    private static boolean fits(Interaction said, TransactionQuery query) {
        return !(query instanceof TransactionQuery.AmountOnDay by)
                || LocalDate.ofInstant(said.revision().occurredAt(), by.zone()).equals(by.day());
    }

    private Optional<Transaction> shown(Interaction said) {
        Optional<CustomerId> owner = owner(said);
        Optional<Attribution> why = owner.flatMap(
                        id -> new VisibleAttributor(holders.attributor(id), id, state, sight, viewing.caps())
                                .attribution(said))
                .filter(Attribution::isCertain);
        TimelineEntry entry = new TimelineEntry(said, why.orElse(NOBODYS));
        return viewing.shown(entry)
                .map(seen -> new Transaction(
                        seen.interaction(), why.flatMap(any -> owner).flatMap(id -> sight.id(state, id.number()))));
    }

    private Optional<CustomerId> owner(Interaction said) {
        return said.subjects().stream()
                .map(subject -> holders.of(subject, said.revision().occurredAt()))
                .filter(customers -> customers.size() == 1)
                .flatMap(Set::stream)
                .findFirst();
    }
}
