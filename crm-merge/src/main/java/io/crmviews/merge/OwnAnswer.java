package io.crmviews.merge;

import io.crmviews.model.view.CustomerView;
import java.util.List;

/** What comes of a customer's asking for the own data. */
public sealed interface OwnAnswer {

    /**
     * The login has something to see.
     *
     * @param views the views, one for each customer that the login's records are counted as; hardly ever more than one
     */
    record Shown(List<CustomerView> views) implements OwnAnswer {

        /** Copies the views. */
        public Shown {
            views = List.copyOf(views);
        }
    }

    /** Nothing is proved, nothing is known, or the policy grants customers nothing: these are not told apart. */
    record Nothing() implements OwnAnswer {}
}
