import org.jspecify.annotations.NullMarked;

/**
 * Tables of a database as a channel.
 */
@NullMarked
module io.crmviews.connector.jdbc {
    requires com.fasterxml.jackson.databind;
    requires transitive io.crmviews.spi;
    requires transitive java.sql;
    requires static org.jspecify;

    exports io.crmviews.connector.jdbc;

    provides io.crmviews.spi.channel.ChannelConnector with
            io.crmviews.connector.jdbc.JdbcConnector;
}
