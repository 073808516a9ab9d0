package io.crmviews.merge.view;

import io.crmviews.model.view.CustomerFigures;

/** What comes of asking for figures. */
public sealed interface FigureAnswer {

    /**
     * The reader may see the customer.
     *
     * @param figures the figures of what it may see
     */
    record Shown(CustomerFigures figures) implements FigureAnswer {}

    /** The reader may not ask for views, or may see no record of this customer. */
    record Withheld() implements FigureAnswer {}
}
