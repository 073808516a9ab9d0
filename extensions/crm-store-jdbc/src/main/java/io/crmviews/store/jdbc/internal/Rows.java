package io.crmviews.store.jdbc.internal;

import io.crmviews.merge.json.JsonCodec;
import io.crmviews.model.change.Change;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.profile.Field;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.FeedEntry;
import io.crmviews.spi.store.Flow;
import io.crmviews.spi.store.SourceState;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.Tombstone;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values stand in columns. Stateless. */
final class Rows {

    private static final JsonCodec<Fact> FACTS = JsonCodec.facts();
    private static final JsonCodec<Change> CHANGES = JsonCodec.changes();

    /** The columns of a source's state. */
    static final String SOURCE = "source, facts, last_occurred, last_recorded, heard_until, failing_since";

    private Rows() {}

    static SourceState source(ResultSet row) throws SQLException {
        return new SourceState(
                row.getString(1),
                row.getLong(2),
                Instant.parse(row.getString(3)),
                Instant.parse(row.getString(4)),
                Instant.parse(row.getString(5)),
                Instant.parse(row.getString(6)));
    }

    static Tombstone tombstone(ResultSet row) throws SQLException {
        return new Tombstone(
                row.getString(1),
                Tombstone.Kind.valueOf(row.getString(2)),
                row.getString(3),
                Instant.parse(row.getString(4)));
    }

    static byte @Nullable [] predecessors(List<RecordKey> keys) {
        return keys.isEmpty() ? null : new Bytes().keys(keys).toArray();
    }

    static List<RecordKey> predecessors(byte @Nullable [] bytes) {
        return bytes == null ? List.of() : new Bytes(bytes).keys();
    }

    static String json(Fact fact) {
        return FACTS.write(fact);
    }

    static Fact fact(String json) {
        return FACTS.read(json).value();
    }

    /** One line each: JSON is written without line breaks. */
    static @Nullable String history(List<Fact> history) {
        return history.isEmpty() ? null : history.stream().map(Rows::json).collect(Collectors.joining("\n"));
    }

    static List<Fact> history(@Nullable String lines) {
        return lines == null ? List.of() : lines.lines().map(Rows::fact).toList();
    }

    static byte[] signature(long[] signature) {
        ByteBuffer buffer = ByteBuffer.allocate(signature.length * Long.BYTES);
        buffer.asLongBuffer().put(signature);
        return buffer.array();
    }

    static long[] signature(byte[] bytes) {
        LongBuffer buffer = ByteBuffer.wrap(bytes).asLongBuffer();
        long[] signature = new long[buffer.remaining()];
        buffer.get(signature);
        return signature;
    }

    static byte[] body(StoredNode node) {
        Bytes bytes = new Bytes()
                .hash(node.check())
                .keys(node.records())
                .hashes(node.keys())
                .hashes(node.neighbours());
        for (int weight : node.weights()) {
            bytes.number(weight);
        }
        return bytes.toArray();
    }

    static StoredNode node(long id, byte[] signature, byte[] body, Attachments attachments) {
        Bytes bytes = new Bytes(body);
        long check = bytes.hash();
        var records = bytes.keys();
        long[] keys = bytes.hashes();
        long[] neighbours = bytes.hashes();
        int[] weights = new int[neighbours.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = bytes.size();
        }
        Object attachment = attachments.of(id, check);
        return new StoredNode(id, check, records, keys, neighbours, weights, signature(signature), attachment);
    }

    static byte[] entry(FeedEntry entry) {
        Bytes bytes = new Bytes()
                .texts(entry.changes().stream().map(CHANGES::write).toList())
                .number(entry.flows().size());
        for (Flow flow : entry.flows()) {
            bytes.text(flow.source())
                    .number(flow.before())
                    .number(flow.after())
                    .number(flow.leastBefore())
                    .number(flow.leastAfter())
                    .texts(fields(flow.changed()))
                    .texts(fields(flow.carried()));
        }
        return bytes.toArray();
    }

    static FeedEntry entry(long position, byte[] written) {
        Bytes bytes = new Bytes(written);
        List<Change> changes =
                bytes.texts().stream().map(json -> CHANGES.read(json).value()).toList();
        List<Flow> flows = new ArrayList<>();
        for (int i = bytes.size(); i > 0; i--) {
            flows.add(new Flow(
                    bytes.text(),
                    bytes.number(),
                    bytes.number(),
                    bytes.number(),
                    bytes.number(),
                    fields(bytes.texts()),
                    fields(bytes.texts())));
        }
        return new FeedEntry(position, changes, flows);
    }

    private static List<String> fields(Set<Field> fields) {
        return fields.stream().map(Field::toString).sorted().toList();
    }

    private static Set<Field> fields(List<String> texts) {
        return texts.stream().map(Field::parse).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Ascending and each once. */
    static long[] sorted(long[] numbers) {
        return Arrays.stream(numbers).sorted().distinct().toArray();
    }

    /** Ascending and each once. */
    static long[] sorted(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }
}
