import org.jspecify.annotations.NullMarked;

/** Customer facts, profiles, views and changes as immutable values. */
@NullMarked
module io.crmviews.model {
    requires static org.jspecify;

    exports io.crmviews.model.party;
    exports io.crmviews.model.source;
    exports io.crmviews.model.fact;
    exports io.crmviews.model.profile;
    exports io.crmviews.model.view;
    exports io.crmviews.model.review;
    exports io.crmviews.model.change;
}
