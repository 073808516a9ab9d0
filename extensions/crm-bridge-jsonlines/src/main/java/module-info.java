import org.jspecify.annotations.NullMarked;

/**
 * Airbyte and Singer sources as channels.
 */
@NullMarked
module io.crmviews.bridge.jsonlines {
    requires com.fasterxml.jackson.databind;
    requires io.crmviews.channel.json;
    requires transitive io.crmviews.spi;
    requires static org.jspecify;

    exports io.crmviews.bridge.jsonlines;

    provides io.crmviews.spi.channel.ChannelConnector with
            io.crmviews.bridge.jsonlines.JsonLinesBridge;
}
