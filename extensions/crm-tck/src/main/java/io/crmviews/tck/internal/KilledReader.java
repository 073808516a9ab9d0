package io.crmviews.tck.internal;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConfigField;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.ReadLimit;
import io.crmviews.spi.channel.Secret;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reads one batch in a process of its own, which is then killed without a chance to close anything. Configuration and
 * secrets go through the pipe between the two, never through arguments that others could see.
 */
public final class KilledReader {

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final int TRIES = 20;

    private KilledReader() {}

    /**
     * What the process had read.
     *
     * @param keys the keys of the batch
     * @param checkpoint the batch's checkpoint
     */
    public record Read(List<String> keys, Checkpoint checkpoint) {}

    /**
     * Reads a batch from the start in another process, and kills it.
     *
     * @param connector the connector
     * @param config its configuration
     * @param records the most records of the batch
     * @return what was read
     * @throws IOException if the process fails
     * @throws InterruptedException if the thread was interrupted
     */
    public static Read read(ChannelConnector connector, Config config, int records)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledReader.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            tell(new DataOutputStream(child.getOutputStream()), connector, config, records);
            return hear(new DataInputStream(child.getInputStream()));
        } finally {
            // SIGKILL: no shutdown hook runs, no buffer is flushed.
            child.destroyForcibly();
            child.waitFor(WAIT.toSeconds() * TRIES, TimeUnit.SECONDS);
        }
    }

    private static void tell(DataOutputStream out, ChannelConnector connector, Config config, int records)
            throws IOException {
        out.writeUTF(connector.getClass().getName());
        out.writeInt(records);
        List<ConfigField> fields = connector.info().fields();
        out.writeInt(config.names().size() + config.secretNames().size());
        for (ConfigField field : fields) {
            if (config.secret(field).isPresent()) {
                out.writeUTF(field.name());
                out.writeInt(-1);
                out.writeUTF(config.secret(field).get().reveal());
            } else if (config.names().contains(field.name())) {
                List<String> values = config.list(field);
                out.writeUTF(field.name());
                out.writeInt(values.size());
                for (String value : values) {
                    out.writeUTF(value);
                }
            }
        }
        out.flush();
    }

    private static Read hear(DataInputStream in) throws IOException {
        List<String> keys = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            keys.add(in.readUTF());
        }
        byte[] checkpoint = new byte[in.readInt()];
        in.readFully(checkpoint);
        return new Read(keys, Checkpoint.of(checkpoint));
    }

    /**
     * The other process: reads as it is told on its standard input, tells what it read, and waits for its end.
     *
     * @param arguments none
     * @throws Exception if anything fails; the process ends
     */
    public static void main(String[] arguments) throws Exception {
        DataInputStream in = new DataInputStream(System.in);
        Class<? extends ChannelConnector> type = Class.forName(in.readUTF()).asSubclass(ChannelConnector.class);
        ChannelConnector connector = type.getDeclaredConstructor().newInstance();
        int records = in.readInt();
        Config config = config(in);
        Context context = Context.builder("kit", InstantSource.system()).build();
        ChannelSource source = connector.openSource(config, Checkpoint.START, context);
        Batch batch = source.read(ReadLimit.of(records, 1 << 20, WAIT));
        for (int i = 0; i < TRIES && batch.records().isEmpty(); i++) {
            batch = source.read(ReadLimit.of(records, 1 << 20, WAIT));
        }
        answer(batch);
        Thread.sleep(Duration.ofMinutes(2).toMillis());
    }

    private static Config config(DataInputStream in) throws IOException {
        Config.Builder config = Config.builder();
        int fields = in.readInt();
        for (int i = 0; i < fields; i++) {
            String name = in.readUTF();
            int values = in.readInt();
            if (values < 0) {
                config.secret(name, Secret.of(in.readUTF()));
            } else {
                String[] texts = new String[values];
                for (int v = 0; v < values; v++) {
                    texts[v] = in.readUTF();
                }
                config.set(name, texts);
            }
        }
        return config.build();
    }

    private static void answer(Batch batch) throws IOException {
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        out.writeInt(batch.records().size());
        for (var record : batch.records()) {
            out.writeUTF(record.key());
        }
        byte[] checkpoint = batch.checkpoint().bytes();
        out.writeInt(checkpoint.length);
        out.write(checkpoint);
        out.flush();
    }
}
