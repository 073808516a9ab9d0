package io.crmviews.connector.webhook.internal;

import com.sun.net.httpserver.HttpServer;
import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.PushBuffer;
import io.crmviews.spi.channel.ReadLimit;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that is up while the source is open, and the buffer between its threads and the one that reads. */
public final class WebhookSource implements ChannelSource {

    /** There is nothing to go on from: what was not confirmed, the senders send again. */
    private static final Checkpoint CHECKPOINT = Checkpoint.of("webhook 1");

    private static final int THREADS = 32;
    private static final int BACKLOG = 128;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HttpServer server;
    private final ExecutorService threads;
    private final PushBuffer buffer;

    private WebhookSource(HttpServer server, ExecutorService threads, PushBuffer buffer) {
        this.server = server;
        this.threads = threads;
        this.buffer = buffer;
    }

    /**
     * Opens the port.
     *
     * @param options what the webhook is told
     * @param from the start, or this connector's one checkpoint
     * @param context the place and its clock
     * @return an open source
     * @throws ConnectorException if the port cannot be opened, or the checkpoint is none of this connector
     */
    public static WebhookSource open(WebhookOptions options, Checkpoint from, Context context)
            throws ConnectorException {
        if (!from.isStart() && !from.equals(CHECKPOINT)) {
            throw new ConnectorException(
                    ConnectorException.Kind.DATA, "The checkpoint is none of the webhook connector.");
        }
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(options.host(), options.port()), BACKLOG);
            PushBuffer buffer = PushBuffer.of(options.buffer(), 4L * options.maxBodyBytes());
            ExecutorService threads = Executors.newFixedThreadPool(THREADS, WebhookSource::thread);
            server.setExecutor(threads);
            server.createContext(options.path(), new Receiver(options, buffer, context.clock()));
            server.start();
            return new WebhookSource(server, threads, buffer);
        } catch (IOException e) {
            throw new ConnectorException(
                    ConnectorException.Kind.TRANSIENT, "The port " + options.port() + " cannot be opened.", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "crm-webhook-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Batch read(ReadLimit limit) throws InterruptedException {
        return buffer.drain(limit, CHECKPOINT);
    }

    @Override
    public void ack(Batch batch) {
        buffer.stored(batch);
    }

    @Override
    public void close() {
        buffer.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
