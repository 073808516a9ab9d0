import org.jspecify.annotations.NullMarked;

/**
 * Signed CloudEvents over HTTP as a channel.
 */
@NullMarked
module io.crmviews.connector.webhook {
    requires com.fasterxml.jackson.databind;
    requires io.crmviews.channel.json;
    requires transitive io.crmviews.spi;
    requires jdk.httpserver;
    requires static org.jspecify;

    exports io.crmviews.connector.webhook;
    exports io.crmviews.connector.webhook.signature;

    provides io.crmviews.spi.channel.ChannelConnector with
            io.crmviews.connector.webhook.WebhookConnector;
}
