package io.crmviews.bridge.jsonlines.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.channel.json.JsonFields;
import io.crmviews.channel.json.UnusableJsonException;
import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorException.Kind;
import io.crmviews.spi.channel.ReadLimit;
import io.crmviews.spi.channel.Reject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a source again and again; each run is given the states that the runs before told last. */
public final class BridgeSource implements ChannelSource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DELETED = "_ab_cdc_deleted_at";
    private static final int MOST_RAW = 1 << 16;

    private final BridgeOptions options;
    private final JsonFields json;
    private final JsonNode streams;
    private final Map<String, List<String>> keys = new HashMap<>();
    private final Map<String, JsonNode> states;
    private @Nullable SourceProcess process;
    private Optional<Kind> failure = Optional.empty();
    private @Nullable ConnectorException pending;
    private boolean closed;

    private BridgeSource(BridgeOptions options, JsonNode streams, Map<String, JsonNode> states) {
        this.options = options;
        this.streams = streams;
        this.states = states;
        this.json = JsonFields.upTo(options.maxLineBytes());
        streams.forEach(
                stream -> keys.put(Dialect.name(stream), options.dialect().keys(stream)));
    }

    /**
     * Opens a source; asks it for its streams and starts no run yet.
     *
     * @param options what to run
     * @param from where to go on
     * @return an open source
     * @throws ConnectorException if it does not answer, or the checkpoint is none of this bridge
     * @throws InterruptedException if the thread was interrupted
     */
    public static BridgeSource open(BridgeOptions options, Checkpoint from)
            throws ConnectorException, InterruptedException {
        Map<String, JsonNode> states = states(from);
        return new BridgeSource(options, Discovery.catalog(options), states);
    }

    private static Map<String, JsonNode> states(Checkpoint from) throws ConnectorException {
        Map<String, JsonNode> states = new TreeMap<>();
        if (from.isStart()) {
            return states;
        }
        try {
            JsonNode node = JSON.readTree(from.bytes()).path("states");
            if (node.isObject()) {
                node.properties().forEach(state -> states.put(state.getKey(), state.getValue()));
                return states;
            }
        } catch (IOException e) {
            throw new ConnectorException(Kind.DATA, "The checkpoint is none of the jsonlines bridge.");
        }
        throw new ConnectorException(Kind.DATA, "The checkpoint is none of the jsonlines bridge.");
    }

    private Checkpoint checkpoint() throws ConnectorException {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("states").setAll(states);
        try {
            return Checkpoint.of(root.toString());
        } catch (IllegalArgumentException e) {
            throw new ConnectorException(Kind.CONFIG, "The source's state is too large; read fewer streams.", e);
        }
    }

    @Override
    public Batch read(ReadLimit limit) throws ConnectorException, InterruptedException {
        if (closed) {
            throw new IllegalStateException("The source is closed.");
        }
        ConnectorException broken = pending;
        if (broken != null) {
            pending = null;
            throw broken;
        }
        SourceProcess run = process == null ? startRun() : process;
        Draft draft = new Draft(limit);
        while (!draft.isFull()) {
            byte[] line = run.line(draft.wait);
            if (line == null) {
                break;
            }
            if (SourceProcess.isEnd(line)) {
                endRun(run, draft);
                break;
            }
            if (take(line, draft.batch)) {
                draft.add(line.length);
            }
        }
        return draft.batch.checkpoint(checkpoint()).build();
    }

    private SourceProcess startRun() throws ConnectorException {
        JsonNode catalog = options.dialect().catalog(streams, options.streams());
        JsonNode state = states.isEmpty() ? null : options.dialect().resume(states);
        SourceProcess started = SourceProcess.read(options, catalog, state);
        failure = Optional.empty();
        process = started;
        return started;
    }

    /** A failure waits until what came before it is delivered. */
    private void endRun(SourceProcess run, Draft draft) throws ConnectorException, InterruptedException {
        int code = run.exitCode();
        run.close();
        process = null;
        if (failure.isEmpty() && code == 0) {
            draft.batch.endOfData(true);
            return;
        }
        ConnectorException broken = new ConnectorException(
                failure.orElse(Kind.TRANSIENT),
                "The source " + (failure.isPresent() ? "reports a failure and " : "") + "ends with " + code + ".");
        if (draft.count == 0) {
            throw broken;
        }
        pending = broken;
    }

    /** Takes one line; true if it was a record or a reject. */
    private boolean take(byte[] line, Batch.Builder batch) {
        try {
            Told told = options.dialect().told(json.read(new String(line, StandardCharsets.UTF_8)));
            if (told instanceof Told.Row row) {
                batch.add(record(row));
                return true;
            }
            if (told instanceof Told.State state) {
                states.put(state.of(), state.state());
            } else if (told instanceof Told.Keys named) {
                keys.put(named.stream(), named.fields());
            } else if (told instanceof Told.Failure failed) {
                failure = Optional.of(failed.kind());
            }
            return false;
        } catch (UnusableJsonException e) {
            batch.add(reject(line, e.reason()));
            return true;
        } catch (IllegalArgumentException e) {
            batch.add(reject(line, "The record has no stream or no key."));
            return true;
        }
    }

    private static Reject reject(byte[] line, String reason) {
        byte[] raw = line.length > MOST_RAW ? Arrays.copyOf(line, MOST_RAW) : line;
        return Reject.of("lines", "standard output", reason, raw);
    }

    private ChannelRecord record(Told.Row row) throws UnusableJsonException {
        List<String> fields = options.keys().containsKey(row.stream())
                ? List.of(options.keys().get(row.stream()).split(","))
                : keys.getOrDefault(row.stream(), List.of());
        String key = fields.stream()
                .map(field -> row.data().path(field.strip()).asText(""))
                .collect(Collectors.joining("|"));
        boolean deleted = row.data().hasNonNull(DELETED);
        return ChannelRecord.builder(row.stream(), key)
                .op(deleted ? ChannelRecord.Op.DELETE : ChannelRecord.Op.UPSERT)
                .fields(JsonFields.of(row.data()))
                .build();
    }

    @Override
    public void close() {
        closed = true;
        SourceProcess run = process;
        process = null;
        if (run != null) {
            run.close();
        }
    }

    /** A batch in the making. */
    private static final class Draft {

        private final Batch.Builder batch = Batch.builder(Checkpoint.START);
        private final ReadLimit limit;
        private long wait;
        private int count;
        private long bytes;

        Draft(ReadLimit limit) {
            this.limit = limit;
            this.wait = limit.maxWait().toNanos();
        }

        boolean isFull() {
            return count >= limit.records() || bytes >= limit.bytes();
        }

        void add(long size) {
            count++;
            bytes += size;
            wait = 0;
        }
    }
}
