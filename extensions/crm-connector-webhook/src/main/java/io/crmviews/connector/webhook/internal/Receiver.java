package io.crmviews.connector.webhook.internal;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.crmviews.connector.webhook.signature.WebhookSignature;
import io.crmviews.spi.channel.PushBuffer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Answers one request: proves it, puts it into the buffer, and waits until it is stored. */
final class Receiver implements HttpHandler {

    private static final int OK = 200;
    private static final int UNAUTHORISED = 401;
    private static final int NOT_FOUND = 404;
    private static final int ONLY_POST = 405;
    private static final int TOO_LARGE = 413;
    private static final int NO_EVENT = 415;
    private static final int COME_AGAIN = 503;

    private final WebhookOptions options;
    private final WebhookSignature signature;
    private final PushBuffer buffer;
    private final InstantSource clock;
    private final CloudEvents events;

    Receiver(WebhookOptions options, PushBuffer buffer, InstantSource clock) {
        this.options = options;
        this.signature = WebhookSignature.with(options.secret());
        this.buffer = buffer;
        this.clock = clock;
        this.events = new CloudEvents(options);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = answer(exchange);
            if (status == COME_AGAIN) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            // The source is being closed; the sender sees a cut line and sends again.
            Thread.currentThread().interrupt();
        }
    }

    private int answer(HttpExchange exchange) throws IOException, InterruptedException {
        if (!exchange.getRequestURI().getPath().equals(options.path())) {
            return NOT_FOUND;
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return ONLY_POST;
        }
        byte[] body = exchange.getRequestBody().readNBytes(options.maxBodyBytes() + 1);
        if (body.length > options.maxBodyBytes()) {
            return TOO_LARGE;
        }
        Map<String, String> attributes = attributes(exchange.getRequestHeaders());
        if (!isProven(exchange.getRequestHeaders(), attributes, body)) {
            return UNAUTHORISED;
        }
        Optional<CloudEvents.Told> told =
                events.read(header(exchange.getRequestHeaders(), "Content-Type"), attributes, body);
        return told.isEmpty() ? NO_EVENT : store(told.get(), body.length);
    }

    private int store(CloudEvents.Told told, long size) throws InterruptedException {
        if (told.records().isEmpty() && told.rejects().isEmpty()) {
            return OK;
        }
        Optional<PushBuffer.Ticket> ticket = buffer.offer(told.records(), told.rejects(), size, Duration.ZERO);
        boolean stored = ticket.isPresent() && ticket.get().awaitStored(options.storeWithin());
        return stored ? OK : COME_AGAIN;
    }

    private boolean isProven(Headers headers, Map<String, String> attributes, byte[] body) {
        try {
            long time = Long.parseLong(header(headers, WebhookSignature.TIME_HEADER));
            long age = Math.abs(Math.subtractExact(clock.instant().getEpochSecond(), time));
            return age <= options.window().toSeconds()
                    && signature.proves(header(headers, WebhookSignature.SIGNATURE_HEADER), time, attributes, body);
        } catch (NumberFormatException | ArithmeticException e) {
            return false;
        }
    }

    private static String header(Headers headers, String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** The attributes of an event in binary mode. */
    private static Map<String, String> attributes(Headers headers) {
        Map<String, String> attributes = new TreeMap<>();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("ce-") && !values.isEmpty()) {
                attributes.put(lower, values.get(0));
            }
        });
        return attributes;
    }
}
