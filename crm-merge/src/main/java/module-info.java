import org.jspecify.annotations.NullMarked;

/**
 * The engine that merges channel records into customers, and the entry point of an embedding application.
 */
@NullMarked
module io.crmviews.merge {
    requires com.fasterxml.jackson.databind;
    requires com.github.benmanes.caffeine;
    requires transitive io.crmviews.spi;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.crmviews.merge;
    exports io.crmviews.merge.evaluate;
    exports io.crmviews.merge.explain;
    exports io.crmviews.merge.ingest;
    exports io.crmviews.merge.key;
    exports io.crmviews.merge.memory;
    exports io.crmviews.merge.normalise;
    exports io.crmviews.merge.partition;
    exports io.crmviews.merge.train;
    exports io.crmviews.merge.weigh;
    exports io.crmviews.merge.golden;
    exports io.crmviews.merge.json;
    exports io.crmviews.merge.view;
    exports io.crmviews.merge.consent;
    exports io.crmviews.merge.mapping;
}
