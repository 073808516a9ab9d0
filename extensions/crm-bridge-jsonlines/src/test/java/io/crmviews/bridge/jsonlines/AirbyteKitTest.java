package io.crmviews.bridge.jsonlines;

import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.tck.ConnectorFixture;
import io.crmviews.tck.ConnectorKit;
import java.io.IOException;
import java.nio.file.Path;

/** The bridge passes the conformance kit with a source that speaks Airbyte's protocol. */
class AirbyteKitTest extends ConnectorKit {

    @Override
    public ChannelConnector connector() {
        return new JsonLinesBridge();
    }

    @Override
    protected ConnectorFixture fixture(Path scratch) throws IOException {
        return new ScriptedSource(scratch, true);
    }
}
