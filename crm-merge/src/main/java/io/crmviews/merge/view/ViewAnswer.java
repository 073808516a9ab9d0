package io.crmviews.merge.view;

import io.crmviews.model.view.CustomerView;

/** What comes of asking for a view. */
public sealed interface ViewAnswer {

    /**
     * The reader may see the customer.
     *
     * @param view the view
     */
    record Shown(CustomerView view) implements ViewAnswer {}

    /** The reader may not ask for views, or may see no record of this customer: to it, the customer does not exist. */
    record Withheld() implements ViewAnswer {}

    /** The continuation belongs to another commit position, or is none: ask for the first page again. */
    record Expired() implements ViewAnswer {}
}
