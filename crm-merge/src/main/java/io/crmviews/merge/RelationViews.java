package io.crmviews.merge;

import io.crmviews.merge.view.RelationAnswer;
import io.crmviews.merge.view.TimelineFilter;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.store.CustomerStore;
import java.time.Clock;
import java.util.function.Function;

/** How customers are related, as one reader may know. Relations never merge anybody. Thread-safe. */
public final class RelationViews {

    private final CustomerStore store;
    private final Viewing viewing;
    private final Sight sight;
    private final Clock clock;

    RelationViews(CustomerStore store, Viewing viewing, Sight sight, Clock clock) {
        this.store = store;
        this.viewing = viewing;
        this.sight = sight;
        this.clock = clock;
    }

    /**
     * The relations of a customer: what sources state, and households that are discovered by address and surname or by an
     * e-mail address or phone number in common. Values that many hold prove no household.
     *
     * @param id any id that one of the customer's records carries
     * @return the relations, or why there are none
     */
    public RelationAnswer of(CustomerId id) {
        return answer(reading -> reading.related(id));
    }

    /**
     * The account of an organisation: interactions with it, with what belongs to it at any depth, and with all people who
     * have a stated role in one of these, in one place.
     *
     * @param id any id that one of the organisation's records carries
     * @param size how many entries at most, 1 to 1,000
     * @param filter which interactions; for the next ones ask with the time of the last as the end
     * @return the newest of them, as far as the reader may see them. Costs in proportion to people times size
     */
    public RelationAnswer account(CustomerId id, int size, TimelineFilter filter) {
        if (size < 1 || size > ReaderViews.MOST) {
            throw new IllegalArgumentException("An account is asked for 1 to " + ReaderViews.MOST + " entries.");
        }
        return answer(reading -> reading.account(id, size, filter, clock.instant()));
    }

    private RelationAnswer answer(Function<RelationSearch, RelationAnswer> question) {
        return sight.may(Access.Question.VIEW)
                ? store.read(state -> question.apply(new RelationSearch(state, viewing, sight)))
                : new RelationAnswer.Withheld();
    }
}
