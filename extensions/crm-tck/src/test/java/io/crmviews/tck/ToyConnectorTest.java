package io.crmviews.tck;

import io.crmviews.spi.channel.ChannelConnector;
import java.io.IOException;
import java.nio.file.Path;

/** A sound connector passes the whole kit. */
class ToyConnectorTest extends ConnectorKit {

    @Override
    public ChannelConnector connector() {
        return new ToyConnector();
    }

    @Override
    protected ConnectorFixture fixture(Path scratch) throws IOException {
        return new ToyFixture(scratch, Mutation.NONE);
    }
}
