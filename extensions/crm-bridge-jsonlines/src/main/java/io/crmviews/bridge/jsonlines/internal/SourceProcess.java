package io.crmviews.bridge.jsonlines.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorException.Kind;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of a source: its files, its lines and its end. A thread takes its lines into a short queue, so that a source
 * that is faster than we are waits. Owned by one thread but for that.
 */
final class SourceProcess implements Closeable {

    private static final int LINES = 64;
    private static final long SECONDS_TO_DIE = 3;
    private static final byte[] END = new byte[0];
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Process process;
    private final BlockingQueue<byte[]> lines = new ArrayBlockingQueue<>(LINES);
    private final Thread pump;
    private final Thread listener;
    private boolean ended;

    private SourceProcess(Path folder, Process process, BridgeOptions options) {
        this.folder = folder;
        this.process = process;
        this.pump = daemon("crm-jsonlines-out", () -> pump(options.maxLineBytes()));
        this.listener = daemon("crm-jsonlines-err", () -> keepErrors(options));
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    static SourceProcess discover(BridgeOptions options) throws ConnectorException {
        return start(
                options,
                folder ->
                        options.dialect().discover(folder.resolve("config.json").toString()));
    }

    static SourceProcess read(BridgeOptions options, JsonNode catalog, @Nullable JsonNode state)
            throws ConnectorException {
        return start(options, folder -> {
            write(folder.resolve("catalog.json"), catalog.toString());
            Path stateFile = folder.resolve("state.json");
            if (state != null) {
                write(stateFile, state.toString());
            }
            return options.dialect()
                    .read(
                            folder.resolve("config.json").toString(),
                            folder.resolve("catalog.json").toString(),
                            state == null ? "" : stateFile.toString());
        });
    }

    /** Makes the arguments of a run, and the files that they name. */
    private interface Arguments {
        List<String> in(Path folder) throws IOException;
    }

    private static SourceProcess start(BridgeOptions options, Arguments arguments) throws ConnectorException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory(
                    "crm-source", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            write(
                    folder.resolve("config.json"),
                    options.settings().map(secret -> secret.reveal()).orElse("{}"));
            List<String> command = new ArrayList<>(options.command());
            command.addAll(arguments.in(folder));
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().clear();
            builder.environment().putAll(options.environment());
            Process process = builder.start();
            process.getOutputStream().close();
            return new SourceProcess(folder, process, options);
        } catch (IOException e) {
            delete(folder);
            throw new ConnectorException(Kind.CONFIG, "The source cannot be started.");
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }

    /** The next line; empty at the end; null if none came in time. */
    byte @Nullable [] line(long waitNanos) throws InterruptedException {
        if (ended) {
            return END;
        }
        byte[] line = lines.poll(waitNanos, TimeUnit.NANOSECONDS);
        ended = line == END;
        return line;
    }

    static boolean isEnd(byte[] line) {
        return line == END;
    }

    /** How the process ended; waits for it. */
    int exitCode() throws InterruptedException {
        return process.waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private void pump(int longest) {
        try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    // A line beyond the limit is cut, and then no JSON.
                    if (line.size() < longest) {
                        line.write(b);
                    }
                } else if (line.size() > 0) {
                    lines.put(line.toByteArray());
                    line.reset();
                }
            }
            if (line.size() > 0) {
                lines.put(line.toByteArray());
            }
            lines.put(END);
        } catch (IOException e) {
            lines.offer(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepErrors(BridgeOptions options) {
        List<String> secrets = secrets(options);
        try (InputStream in = process.getErrorStream()) {
            byte[] buffer = new byte[1 << 13];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (options.stderr().isPresent()) {
                    String text = new String(buffer, 0, n, StandardCharsets.UTF_8);
                    for (String secret : secrets) {
                        text = text.replace(secret, "***");
                    }
                    Files.writeString(
                            options.stderr().get(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
        } catch (IOException e) {
            // What it says besides is not worth failing for; the process goes on or ends by itself.
            return;
        }
    }

    /** Every text within the settings: which of them are secret, only the source knows. */
    private static List<String> secrets(BridgeOptions options) {
        List<String> texts = new ArrayList<>();
        options.settings().ifPresent(secret -> {
            try {
                collect(JSON.readTree(secret.reveal()), texts);
            } catch (IOException e) {
                texts.add(secret.reveal());
            }
        });
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual() && node.asText().length() > 3) {
            texts.add(node.asText());
        }
        node.forEach(inner -> collect(inner, texts));
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        pump.interrupt();
        try {
            process.waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS);
            pump.join(TimeUnit.SECONDS.toMillis(1));
            listener.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delete(folder);
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        for (String name : List.of("config.json", "catalog.json", "state.json", "")) {
            folder.resolve(name).toFile().delete();
        }
    }
}
