import org.jspecify.annotations.NullMarked;

/**
 * The laws that a survivorship rule of one's own must keep, as tests.
 */
@NullMarked
module io.crmviews.survivorship.tck {
    requires io.crmviews.merge;
    requires transitive io.crmviews.spi;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports io.crmviews.survivorship.tck;

    opens io.crmviews.survivorship.tck;
}
