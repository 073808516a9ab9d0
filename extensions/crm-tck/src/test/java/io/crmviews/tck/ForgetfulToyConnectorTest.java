package io.crmviews.tck;

import io.crmviews.spi.channel.ChannelConnector;
import java.io.IOException;
import java.nio.file.Path;

/** A sound connector of a channel that forgets passes the whole kit, but for what needs a memory. */
class ForgetfulToyConnectorTest extends ConnectorKit {

    @Override
    public ChannelConnector connector() {
        return new ForgetfulToyConnector();
    }

    @Override
    protected ConnectorFixture fixture(Path scratch) throws IOException {
        return new ToyFixture(scratch, Mutation.NONE);
    }
}
