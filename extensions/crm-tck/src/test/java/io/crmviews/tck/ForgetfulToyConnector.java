package io.crmviews.tck;

import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ConnectorInfo;

/** The toy whose channel forgets what was acknowledged, like a queue. */
public final class ForgetfulToyConnector extends ToyConnector {

    /** Made by the kit. */
    public ForgetfulToyConnector() {}

    @Override
    public ConnectorInfo info() {
        ConnectorInfo toy = super.info();
        return ConnectorInfo.builder("forgetful-toy", "1")
                .capabilities(capabilities())
                .fields(toy.fields().toArray(io.crmviews.spi.channel.ConfigField[]::new))
                .build();
    }

    @Override
    Capability[] capabilities() {
        return new Capability[] {
            Capability.SOURCE, Capability.PUSH, Capability.DISCOVER, Capability.LOOKUP, Capability.SEND
        };
    }

    @Override
    boolean forgets() {
        return true;
    }
}
