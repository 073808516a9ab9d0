package io.crmviews.merge;

import io.crmviews.merge.ingest.HoldersRead;
import io.crmviews.merge.ingest.OccurredState;
import io.crmviews.merge.view.AsOf;
import io.crmviews.merge.view.PageRequest;
import io.crmviews.merge.view.PastAnswer;
import io.crmviews.merge.view.ViewAnswer;
import io.crmviews.merge.view.Viewer;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The questions of one reader as of then: by what was known, by what had occurred, or by a commit. Who asks sees what the
 * policy grants now. Thread-safe.
 */
public final class PastViews {

    private final CustomerStore store;
    private final Viewing viewing;
    private final Sight sight;
    private final ReadNotes notes;
    private final AsOf when;

    PastViews(CustomerStore store, Viewing viewing, Sight sight, ReadNotes notes, AsOf when) {
        this.store = store;
        this.viewing = viewing;
        this.sight = sight;
        this.notes = notes;
        this.when = when;
    }

    /** A state as of then, and the instant that it shows. */
    private record Then(StoreReader state, Instant at) {}

    /**
     * Finds the customer that a record belonged to.
     *
     * @param record the record
     * @return the customer's id then; empty if the record was not there or the reader may not see it
     */
    public Optional<CustomerId> find(RecordKey record) {
        return notes.found(
                sight.may(Access.Question.FIND)
                        ? store.read(state ->
                                then(state).flatMap(then -> sight.in(state).id(then.state(), record)))
                        : Optional.empty());
    }

    /**
     * Finds the customer to whom an id led.
     *
     * @param id any id
     * @return the customer's id then; empty if nobody carried the id that was asked for
     */
    public Optional<CustomerId> find(CustomerId id) {
        return notes.found(
                sight.may(Access.Question.FIND)
                        ? store.read(state -> then(state)
                                .flatMap(then -> customer(state, then.state(), id)
                                        .flatMap(customer -> sight.in(state).id(then.state(), customer))))
                        : Optional.empty());
    }

    /**
     * Finds the customers whose records stated an identifier.
     *
     * @param identifier the identifier; written in any usual way
     * @return the customers then, ascending; empty if there were none that the reader may see
     */
    public List<CustomerId> find(Subject.OfIdentifier identifier) {
        if (!sight.may(Access.Question.FIND) || !sight.may(Viewer.field(identifier))) {
            return notes.found(List.of());
        }
        return notes.found(store.<List<CustomerId>>read(state -> {
            Set<CustomerId> found = new TreeSet<>();
            then(state).ifPresent(then -> {
                for (RecordKey holder :
                        new HoldersRead(then.state(), sight.in(state)::maySee).recordsThen(identifier)) {
                    sight.in(state).id(then.state(), holder).ifPresent(found::add);
                }
            });
            return List.copyOf(found);
        }));
    }

    /**
     * The view of then with the first fifty entries of the timeline.
     *
     * @param id any id that one of the customer's records carried
     * @return the view, or why there is none
     */
    public PastAnswer view(CustomerId id) {
        return view(id, PageRequest.first(50));
    }

    /**
     * The view of then.
     *
     * @param id any id that one of the customer's records carried
     * @param page which page of the timeline
     * @return the view, or why there is none. Costs as much as a view of now, and the steps back of each record
     */
    public PastAnswer view(CustomerId id, PageRequest page) {
        return notes.viewed(store.<PastAnswer>read(state -> then(state)
                .map(then -> customer(state, then.state(), id)
                        .map(customer -> viewing.view(then.state(), customer, page, then.at()))
                        .map(answer -> past(state, then, answer))
                        .orElseGet(PastAnswer.Withheld::new))
                .orElseGet(PastAnswer.Expired::new)));
    }

    private static PastAnswer past(StoreReader now, Then then, ViewAnswer answer) {
        if (answer instanceof ViewAnswer.Shown shown) {
            boolean everLacks = then.state() instanceof OccurredState && now.lastErasure() > 0;
            return new PastAnswer.Shown(
                    shown.view(),
                    then.at(),
                    everLacks || now.lastErasure() > then.state().position());
        }
        return answer instanceof ViewAnswer.Expired ? new PastAnswer.Expired() : new PastAnswer.Withheld();
    }

    private Optional<Then> then(StoreReader state) {
        if (when instanceof AsOf.Occurred occurred) {
            return Optional.of(new Then(new OccurredState(state, occurred.instant()), occurred.instant()));
        }
        if (when instanceof AsOf.Known known) {
            return state.at(state.positionAt(known.instant())).map(then -> new Then(then, known.instant()));
        }
        return state.at(((AsOf.Position) when).position()).map(then -> new Then(then, then.committedAt()));
    }

    /** By occurrence, who is one customer is what is known now: so an id leads to whom it leads now. */
    private Optional<StoredCustomer> customer(StoreReader now, StoreReader then, CustomerId id) {
        if (when instanceof AsOf.Occurred) {
            return sight.in(now)
                    .customer(now, id)
                    .flatMap(customer -> then.customers(List.of(customer.number())).values().stream()
                            .findFirst());
        }
        return sight.in(now).customer(then, id);
    }
}
