package io.crmviews.connector.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.Config;
import io.crmviews.tck.ConnectorFixture;
import io.crmviews.tck.ConnectorKit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The webhook passes the conformance kit: a sender that posts until it hears 200 loses nothing. */
class WebhookKitTest extends ConnectorKit {

    @Override
    public ChannelConnector connector() {
        return new WebhookConnector();
    }

    @Override
    protected ConnectorFixture fixture(Path scratch) throws IOException {
        return new Outbox();
    }

    /** A sender with one thread for each event, which posts again until it hears 200. */
    private static final class Outbox implements ConnectorFixture {

        private static final ObjectMapper JSON = new ObjectMapper();

        private final int port;
        private final Sender sender;
        private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "outbox");
            thread.setDaemon(true);
            return thread;
        });
        private final AtomicInteger confirmed = new AtomicInteger();
        private int posted;

        Outbox() throws IOException {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            sender = new Sender(port);
        }

        private Config.Builder config() {
            return Config.builder()
                    .set("port", Integer.toString(port))
                    .set("states", "customer")
                    .set("deletes", "customer.gone=customer")
                    .secret("secret", Sender.SECRET);
        }

        @Override
        public Config goodConfig() {
            return config().build();
        }

        @Override
        public Config badConfig() {
            return config().set("host", "0.0.0.0").build();
        }

        private void post(String body) {
            posted++;
            threads.execute(() -> {
                while (!threads.isShutdown()) {
                    if (sender.structured(body) == 200) {
                        confirmed.incrementAndGet();
                        return;
                    }
                    try {
                        Thread.sleep(30);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
        }

        private static ObjectNode event(String type, String key) {
            ObjectNode event = JSON.createObjectNode()
                    .put("specversion", "1.0")
                    .put("id", "event of " + key)
                    .put("source", "/kit")
                    .put("type", type)
                    .put("subject", key);
            event.putObject("data").put("name", "Person " + key);
            return event;
        }

        @Override
        public Set<String> seed(int n) {
            Set<String> keys = new LinkedHashSet<>();
            for (int i = 0; i < n; i++) {
                String key = "c" + posted;
                post(event("customer", key).toString());
                keys.add(key);
            }
            return keys;
        }

        @Override
        public boolean poison() {
            post("{\"specversion\":\"1.0\",\"data\":\"" + MARK + "\"}");
            return true;
        }

        @Override
        public String remoteState() {
            return posted + " posted";
        }

        @Override
        public Optional<String> seedText(String text) {
            ObjectNode event = event("customer", "text");
            event.putObject("data").put("text", text);
            post(event.toString());
            return Optional.of("text");
        }

        @Override
        public Optional<String> seedTime(Instant time) {
            post(event("customer", "time").put("time", time.toString()).toString());
            return Optional.of("time");
        }

        @Override
        public boolean delete(String key) {
            post(event("customer.gone", key).toString());
            return true;
        }

        @Override
        public int confirmed() {
            return confirmed.get();
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
