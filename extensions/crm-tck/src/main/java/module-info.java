import org.jspecify.annotations.NullMarked;

/**
 * The conformance kit for connectors.
 */
@NullMarked
module io.crmviews.tck {
    requires com.fasterxml.jackson.databind;
    requires transitive io.crmviews.spi;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports io.crmviews.tck;

    opens io.crmviews.tck;
}
