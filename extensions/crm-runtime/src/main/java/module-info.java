import org.jspecify.annotations.NullMarked;

/**
 * Workers that move records from connectors into the engine.
 */
@NullMarked
module io.crmviews.runtime {
    requires com.fasterxml.jackson.databind;
    requires transitive io.crmviews.merge;
    requires transitive io.crmviews.spi;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.crmviews.runtime;
}
