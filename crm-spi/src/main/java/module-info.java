import org.jspecify.annotations.NullMarked;

/**
 * What others implement: channels, stores and policies.
 */
@NullMarked
module io.crmviews.spi {
    requires transitive io.crmviews.model;
    requires static transitive org.jspecify;

    exports io.crmviews.spi.channel;
    exports io.crmviews.spi.policy;
    exports io.crmviews.spi.store;
}
