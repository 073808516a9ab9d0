import org.jspecify.annotations.NullMarked;

/**
 * A mailbox as a channel, and mail out.
 */
@NullMarked
module io.crmviews.connector.mail {
    requires com.fasterxml.jackson.databind;
    requires transitive io.crmviews.spi;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;
    requires static org.jspecify;

    exports io.crmviews.connector.mail;

    provides io.crmviews.spi.channel.ChannelConnector with
            io.crmviews.connector.mail.MailConnector;
}
