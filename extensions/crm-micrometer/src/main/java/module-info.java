import org.jspecify.annotations.NullMarked;

/**
 * How sources do, as meters of Micrometer.
 */
@NullMarked
module io.crmviews.micrometer {
    requires transitive io.crmviews.runtime;
    requires static org.jspecify;
    requires transitive micrometer.core;

    exports io.crmviews.micrometer;
}
