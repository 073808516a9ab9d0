package io.crmviews.connector.jdbc.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** How far each table was read, and which keys are known where deletes are found by comparing. Not thread-safe. */
final class Position {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] MARK = {'J', '1'};
    private static final int LARGEST = 64 << 20;

    /** How far one table was read. */
    static final class OfTable {
        private @Nullable Cell changed;
        private @Nullable Cell key;
        final TreeSet<String> known = new TreeSet<>();

        @Nullable
        Cell changed() {
            return changed;
        }

        @Nullable
        Cell key() {
            return key;
        }

        void moveTo(Cell newChanged, Cell newKey) {
            changed = newChanged;
            key = newKey;
        }
    }

    private final Map<String, OfTable> tables = new HashMap<>();

    OfTable of(JdbcOptions.Table table) {
        return tables.computeIfAbsent(table.name(), name -> new OfTable());
    }

    Checkpoint checkpoint() throws ConnectorException {
        ObjectNode root = JSON.createObjectNode();
        tables.forEach((name, table) -> {
            ObjectNode node = root.putObject(name);
            if (table.changed != null && table.key != null) {
                node.put("changed", table.changed.text()).put("key", table.key.text());
            }
            if (!table.known.isEmpty()) {
                ArrayNode keys = node.putArray("known");
                table.known.forEach(keys::add);
            }
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(MARK);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            JSON.writeValue(out, root);
        } catch (IOException e) {
            throw new ConnectorException(Kind.BUG, "A checkpoint cannot be written.", e);
        }
        try {
            return Checkpoint.of(bytes.toByteArray());
        } catch (IllegalArgumentException e) {
            throw new ConnectorException(
                    Kind.CONFIG, "The tables have too many keys to be compared: use a tombstone column.", e);
        }
    }

    static Position read(Checkpoint from) throws ConnectorException {
        Position position = new Position();
        if (from.isStart()) {
            return position;
        }
        byte[] bytes = from.bytes();
        if (bytes.length < MARK.length || !Arrays.equals(Arrays.copyOf(bytes, MARK.length), MARK)) {
            throw foreign();
        }
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(bytes, MARK.length, bytes.length - MARK.length))) {
            JsonNode root = JSON.readTree(in.readNBytes(LARGEST));
            for (Map.Entry<String, JsonNode> table : root.properties()) {
                position.tables.put(table.getKey(), table(table.getValue()));
            }
            return position;
        } catch (IOException | IllegalArgumentException e) {
            throw foreign();
        }
    }

    private static OfTable table(JsonNode node) {
        OfTable table = new OfTable();
        if (node.has("changed")) {
            table.moveTo(
                    Cell.parse(node.path("changed").asText()),
                    Cell.parse(node.path("key").asText()));
        }
        node.path("known").forEach(key -> table.known.add(key.asText()));
        return table;
    }

    private static ConnectorException foreign() {
        return new ConnectorException(Kind.DATA, "The checkpoint is none of the jdbc connector.");
    }
}
