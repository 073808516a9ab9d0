import org.jspecify.annotations.NullMarked;

/**
 * The contract of stores as tests: whoever writes a store extends them.
 */
@NullMarked
module io.crmviews.store.tck {
    requires transitive io.crmviews.merge;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
    requires static org.jspecify;

    exports io.crmviews.store.tck;
}
