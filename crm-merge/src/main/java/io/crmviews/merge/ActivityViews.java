package io.crmviews.merge;

import io.crmviews.merge.view.FigureAnswer;
import io.crmviews.merge.view.FigureRules;
import io.crmviews.merge.view.TransactionAnswer;
import io.crmviews.merge.view.TransactionQuery;
import io.crmviews.merge.view.Viewer;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.store.CustomerStore;
import java.time.Clock;

/** What one reader may ask of what happened: figures of a customer, and transactions of whoever. Thread-safe. */
public final class ActivityViews {

    private final CustomerStore store;
    private final Viewing viewing;
    private final Sight sight;
    private final FigureRules rules;
    private final Clock clock;

    ActivityViews(CustomerStore store, Viewing viewing, Sight sight, FigureRules rules, Clock clock) {
        this.store = store;
        this.viewing = viewing;
        this.sight = sight;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What follows from a customer's interactions: first and last contact, where it was acquired, buys and is helped,
     * recency, frequency and monetary value, preferred channels, response times, computed attributes.
     *
     * @param id any id that one of the customer's records carries
     * @return the figures of what the reader may see, or why there are none. Costs in proportion to the customer's history
     */
    public FigureAnswer figures(CustomerId id) {
        if (!sight.may(Access.Question.VIEW)) {
            return new FigureAnswer.Withheld();
        }
        return store.read(state -> sight.customer(state, id)
                .map(customer -> viewing.figures(state, customer, rules, clock.instant()))
                .orElseGet(FigureAnswer.Withheld::new));
    }

    /**
     * Looks for interactions across all sources, by a number, an identifier, or an amount on a day: for who is told "we have
     * no record of that".
     *
     * @param query what is looked for
     * @param limit how many at the most, 1 to 1,000
     * @return what the reader may see of it, and until when each source was heard
     */
    public TransactionAnswer transactions(TransactionQuery query, int limit) {
        if (limit < 1 || limit > ReaderViews.MOST) {
            throw new IllegalArgumentException("One looks for 1 to " + ReaderViews.MOST + " transactions.");
        }
        boolean field = !(query instanceof TransactionQuery.Identifier by) || sight.may(Viewer.field(by.identifier()));
        if (!field || !sight.may(Access.Question.FIND)) {
            return new TransactionAnswer.Withheld();
        }
        return store.read(state -> new TransactionSearch(state, viewing, sight).find(query, limit, clock.instant()));
    }
}
