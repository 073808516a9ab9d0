package io.crmviews.merge.view;

import io.crmviews.model.view.CustomerView;
import java.time.Instant;

/** What comes of asking for a view as of then. */
public sealed interface PastAnswer {

    /**
     * The reader may see the customer.
     *
     * @param view the view of then; its position is that of the commit it was read at. Its timeline continues by asking as
     *     of the same time
     * @param at the instant that it shows; consents and freshness are stated for it
     * @param mayLackErased whether something was erased since: the view may lack what it showed then, and does not tell
     *     whether it does
     */
    record Shown(CustomerView view, Instant at, boolean mayLackErased) implements PastAnswer {}

    /** The reader may not ask for views, or there was no record of this customer that it may see. */
    record Withheld() implements PastAnswer {}

    /** The store does not keep its state of then any more, or the commit was not made yet, or the continuation is none. */
    record Expired() implements PastAnswer {}
}
