package io.crmviews.connector.webhook;

import io.crmviews.connector.webhook.signature.WebhookSignature;
import io.crmviews.spi.channel.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Posts to a webhook as a partner's system would. */
final class Sender {

    static final Secret SECRET = Secret.of("a-secret-of-the-kit-0123456789");

    private final int port;

    Sender(int port) {
        this.port = port;
    }

    /** The answer's status; 0 if nobody answers. */
    int structured(String event) {
        byte[] body = event.getBytes(StandardCharsets.UTF_8);
        return post(
                "application/cloudevents+json", Map.of(), body, Instant.now().getEpochSecond(), SECRET);
    }

    int post(String contentType, Map<String, String> attributes, byte[] body, long time, Secret secret) {
        Map<String, String> headers = new LinkedHashMap<>(attributes);
        headers.put("Content-Type", contentType);
        headers.put(WebhookSignature.TIME_HEADER, Long.toString(time));
        headers.put(
                WebhookSignature.SIGNATURE_HEADER, WebhookSignature.with(secret).sign(time, attributes, body));
        return post("POST", "/events", headers, body);
    }

    int post(String method, String path, Map<String, String> headers, byte[] body) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setDoOutput(true);
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(30_000);
            connection.setRequestProperty("Connection", "close");
            headers.forEach(connection::setRequestProperty);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
