import org.jspecify.annotations.NullMarked;

/**
 * A folder of CSV and JSON-lines files as a channel.
 */
@NullMarked
module io.crmviews.connector.files {
    requires com.fasterxml.jackson.databind;
    requires de.siegmar.fastcsv;
    requires transitive io.crmviews.spi;
    requires static org.jspecify;

    exports io.crmviews.connector.files;

    provides io.crmviews.spi.channel.ChannelConnector with
            io.crmviews.connector.files.FilesConnector;
}
