package io.crmviews.connector.mail;

import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.tck.ConnectorFixture;
import io.crmviews.tck.ConnectorKit;
import java.nio.file.Path;

/** The mail connector passes the conformance kit, sending included. */
class MailKitTest extends ConnectorKit {

    @Override
    public ChannelConnector connector() {
        return new MailConnector();
    }

    @Override
    protected ConnectorFixture fixture(Path scratch) {
        return new Mailbox();
    }
}
