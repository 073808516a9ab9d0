import org.jspecify.annotations.NullMarked;

/**
 * JSON values as fields of channel records.
 */
@NullMarked
module io.crmviews.channel.json {
    requires transitive com.fasterxml.jackson.databind;
    requires transitive io.crmviews.spi;
    requires static org.jspecify;

    exports io.crmviews.channel.json;
}
