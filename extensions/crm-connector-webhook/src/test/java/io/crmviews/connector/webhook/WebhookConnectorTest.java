package io.crmviews.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.connector.webhook.signature.WebhookSignature;
import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.ReadLimit;
import io.crmviews.spi.channel.Secret;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Limits are there to end a hanging test, not to measure. */
@Timeout(60)
class WebhookConnectorTest {

    private static final ReadLimit READ = ReadLimit.of(100, 1 << 20, Duration.ofSeconds(20));
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String EVENT =
            "{\"specversion\":\"1.0\",\"id\":\"e1\",\"type\":\"visit\",\"source\":\"/s\",\"data\":{\"page\":\"home\"}}";

    private int port;
    private Sender sender;
    private ChannelSource source;

    @BeforeEach
    void open() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        sender = new Sender(port);
        Config config = Config.builder()
                .set("port", Integer.toString(port))
                .set("maxBodyBytes", "500")
                .set("buffer", "2")
                .set("storeWithin", "PT0.2S")
                .secret("secret", Sender.SECRET)
                .build();
        source = new WebhookConnector()
                .openSource(
                        config,
                        Checkpoint.START,
                        Context.builder("shop", () -> NOW).build());
    }

    @AfterEach
    void close() {
        source.close();
    }

    private int post(String type, Map<String, String> attributes, String body, Instant time, Secret secret) {
        return sender.post(type, attributes, body.getBytes(StandardCharsets.UTF_8), time.getEpochSecond(), secret);
    }

    private int structured(String body) {
        return post("application/cloudevents+json", Map.of(), body, NOW, Sender.SECRET);
    }

    /** Posts, and stores what comes of it meanwhile. */
    private List<Batch> stored(java.util.function.IntSupplier post, int status) throws Exception {
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(post::getAsInt);
        List<Batch> batches = new ArrayList<>();
        while (!answer.isDone()) {
            Batch batch = source.read(ReadLimit.of(100, 1 << 20, Duration.ofMillis(20)));
            source.ack(batch);
            batches.add(batch);
        }
        assertThat(answer.get()).isEqualTo(status);
        return batches;
    }

    private static List<ChannelRecord> records(List<Batch> batches) {
        return batches.stream().flatMap(it -> it.records().stream()).toList();
    }

    @Test
    void takesStructuredAndBinaryEventsAndBatches() throws Exception {
        assertThat(records(stored(() -> structured(EVENT), 200)))
                .singleElement()
                .satisfies(it -> assertThat(it.fields()).isEqualTo(Map.of("page", "home")));
        Map<String, String> attributes = Map.of(
                "ce-id",
                "e2",
                "ce-type",
                "visit",
                "ce-specversion",
                "1.0",
                "ce-source",
                "/s",
                "ce-subject",
                "Zo%C3%AB");
        assertThat(records(stored(
                        () -> post("application/json", attributes, "{\"page\":\"cart\"}", NOW, Sender.SECRET), 200)))
                .singleElement()
                .satisfies(it -> assertThat(it.fields()).isEqualTo(Map.of("subject", "Zo\u00EB", "page", "cart")));
        List<Batch> batches = stored(
                () -> post(
                        "application/cloudevents-batch+json; charset=utf-8",
                        Map.of(),
                        "[" + EVENT + ",{\"id\":\"bad\"}]",
                        NOW,
                        Sender.SECRET),
                200);
        assertThat(records(batches)).hasSize(1);
        assertThat(batches.stream().flatMap(it -> it.rejects().stream())).hasSize(1);
    }

    @Test
    void refusesAWrongSignatureAndAnOldOne() throws Exception {
        String type = "application/cloudevents+json";
        assertThat(post(type, Map.of(), EVENT, NOW, Secret.of("another-secret-of-16")))
                .isEqualTo(401);
        assertThat(post(type, Map.of(), EVENT, NOW.minusSeconds(301), Sender.SECRET))
                .isEqualTo(401);
        assertThat(post(type, Map.of(), EVENT, NOW.plusSeconds(301), Sender.SECRET))
                .isEqualTo(401);
        assertThat(sender.post("POST", "/events", Map.of("Content-Type", type), new byte[] {'{', '}'}))
                .isEqualTo(401);
        assertThat(source.read(ReadLimit.of(10, 100, Duration.ZERO)).records()).isEmpty();
    }

    @Test
    void aSignatureCoversTheAttributes() {
        byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);
        WebhookSignature signature = WebhookSignature.with(Sender.SECRET);
        String signed = signature.sign(7, Map.of("ce-id", "1"), body);
        assertThat(signature.proves(signed, 7, Map.of("ce-id", "1"), body)).isTrue();
        assertThat(signature.proves(signed, 7, Map.of("ce-id", "2"), body)).isFalse();
        assertThat(signature.proves(signed, 8, Map.of("ce-id", "1"), body)).isFalse();
    }

    @Test
    void refusesWhatIsNoPostTooLargeOrNoEvent() {
        String large = EVENT.replace("home", "x".repeat(600));
        assertThat(structured(large)).isEqualTo(413);
        assertThat(post("text/plain", Map.of(), EVENT, NOW, Sender.SECRET)).isEqualTo(415);
        assertThat(sender.post("PUT", "/events", Map.of(), new byte[0])).isEqualTo(405);
        assertThat(sender.post("POST", "/events/other", Map.of(), new byte[0])).isEqualTo(404);
    }

    @Test
    void saysComeAgainWhileNothingIsStored() throws Exception {
        assertThat(structured(EVENT)).isEqualTo(503);
        assertThat(structured(EVENT)).isEqualTo(503);
        assertThat(structured(EVENT)).as("the buffer of two is full").isEqualTo(503);
        Batch batch = source.read(READ);
        assertThat(batch.records()).hasSize(2);
        source.ack(batch);
        stored(() -> structured(EVENT), 200);
    }
}
