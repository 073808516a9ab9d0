package io.crmviews.connector.webhook;

import io.crmviews.connector.webhook.internal.WebhookOptions;
import io.crmviews.connector.webhook.internal.WebhookSource;
import io.crmviews.connector.webhook.signature.WebhookSignature;
import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorInfo;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * The connector {@code webhook}: receives CloudEvents 1.0 (binary, structured and batched JSON) by HTTP POST while its
 * source is open. A request is answered 200 only after everything in it is stored; 503 with {@code Retry-After} if the
 * buffer is full or storing takes too long, so the sender sends again; 401 if its {@link WebhookSignature} is wrong or
 * older than the window; 413 beyond the size. A stream is the event's type, a key its subject, else its id.
 *
 * <p>It listens on the loopback address unless configured otherwise, and speaks plain HTTP: put a proxy that speaks TLS
 * before it. Stateless and thread-safe.
 */
public final class WebhookConnector implements ChannelConnector {

    private static final ConnectorInfo INFO = ConnectorInfo.builder("webhook", "0.1.0")
            .title("CloudEvents by webhook")
            .channelKinds("web", "shop", "partner")
            .capabilities(Capability.SOURCE, Capability.PUSH, Capability.DELETES)
            .fields(WebhookOptions.FIELDS)
            .build();

    /** Made by {@link java.util.ServiceLoader}. */
    public WebhookConnector() {}

    @Override
    public ConnectorInfo info() {
        return INFO;
    }

    @Override
    public List<Problem> check(Config config, Context context) {
        List<Problem> problems = new ArrayList<>(INFO.problems(config));
        if (problems.isEmpty()) {
            problems.addAll(WebhookOptions.problems(config));
        }
        return List.copyOf(problems);
    }

    @Override
    public ChannelSource openSource(Config config, Checkpoint from, Context context) throws ConnectorException {
        List<Problem> problems = check(config, context);
        if (!problems.isEmpty()) {
            throw new ConnectorException(
                    ConnectorException.Kind.CONFIG, "The configuration is not usable: " + problems.get(0));
        }
        return WebhookSource.open(WebhookOptions.of(config), from, context);
    }
}
