package io.crmviews.connector.jdbc.internal;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ReadLimit;
import io.crmviews.spi.channel.Reject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass after the other over all tables: the rows that changed, then, if asked for, the keys that are gone. */
final class Passes {

    private static final int MOST_RAW = 1 << 16;

    private final JdbcOptions options;
    private final Position position;
    private final InstantSource clock;
    private final Connection connection;
    private final ZoneId zone;
    private int table;
    private Instant passBegan = Instant.MIN;
    private volatile @Nullable Statement running;

    Passes(JdbcOptions options, Position position, InstantSource clock, Connection connection) {
        this.options = options;
        this.position = position;
        this.clock = clock;
        this.connection = connection;
        this.zone = ZoneId.of(options.zone());
    }

    Batch next(ReadLimit limit) throws SQLException, ConnectorException {
        Draft draft = new Draft(limit);
        if (table == 0 && passBegan.equals(Instant.MIN)) {
            passBegan = clock.instant();
        }
        while (table < options.tables().size() && !draft.isFull()) {
            JdbcOptions.Table now = options.tables().get(table);
            boolean rowsDone = readRows(now, draft);
            if (rowsDone && (!options.compare() || readGone(now, draft))) {
                table++;
            }
        }
        boolean end = table == options.tables().size();
        Checkpoint checkpoint = position.checkpoint();
        draft.batch.checkpoint(checkpoint).endOfData(end);
        if (end) {
            draft.batch.heardUpTo(passBegan);
            table = 0;
            passBegan = Instant.MIN;
        }
        return draft.batch.build();
    }

    /** Rows that changed since; true when there are no more. */
    private boolean readRows(JdbcOptions.Table from, Draft draft) throws SQLException {
        Position.OfTable at = position.of(from);
        int most = draft.room();
        try (PreparedStatement query = connection.prepareStatement(sql(from, at))) {
            if (at.changed() != null && at.key() != null) {
                at.changed().bind(query, 1);
                at.changed().bind(query, 2);
                at.key().bind(query, 3);
            }
            query.setMaxRows(most + 1);
            running = query;
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (draft.isFull()) {
                        return false;
                    }
                    take(row, from, at, draft);
                }
                return true;
            }
        } finally {
            running = null;
        }
    }

    private static String sql(JdbcOptions.Table from, Position.OfTable at) {
        String where = at.changed() == null
                ? from.changed() + " IS NOT NULL AND " + from.key() + " IS NOT NULL"
                : "(" + from.changed() + " > ? OR (" + from.changed() + " = ? AND " + from.key() + " > ?))";
        return "SELECT * FROM " + from.name() + " WHERE " + where + " ORDER BY " + from.changed() + ", " + from.key();
    }

    private void take(ResultSet row, JdbcOptions.Table from, Position.OfTable at, Draft draft) throws SQLException {
        Map<String, Cell> cells = cells(row);
        Cell key = cell(cells, from.key()).orElseThrow(() -> new SQLException("no key", "22000"));
        Cell changed = cell(cells, from.changed()).orElseThrow(() -> new SQLException("no change", "22000"));
        boolean gone = cell(cells, from.deleted()).filter(Cell::isTombstone).isPresent();
        String name = key.value().toString();
        if (name.isBlank()) {
            draft.add(Reject.of(from.name(), from.changed() + " " + "row", "The key is blank.", raw(cells)));
        } else {
            ChannelRecord.Builder record = ChannelRecord.builder(from.name(), name)
                    .op(gone ? ChannelRecord.Op.DELETE : ChannelRecord.Op.UPSERT)
                    .occurredAt(changed.time(zone).orElse(Instant.MIN))
                    .position(from.name());
            cells.forEach((column, cell) -> record.field(column, cell.field(zone)));
            draft.add(record.build(), raw(cells).length);
            if (options.compare() && !gone) {
                at.known.add(name);
            } else {
                at.known.remove(name);
            }
        }
        at.moveTo(changed, key);
    }

    private static Map<String, Cell> cells(ResultSet row) throws SQLException {
        Map<String, Cell> cells = new LinkedHashMap<>();
        ResultSetMetaData data = row.getMetaData();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            String label = data.getColumnLabel(i);
            Cell.of(row, i).ifPresent(cell -> cells.put(label, cell));
        }
        return cells;
    }

    private static Optional<Cell> cell(Map<String, Cell> cells, String column) {
        return cells.entrySet().stream()
                .filter(it -> it.getKey().equalsIgnoreCase(column))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static byte[] raw(Map<String, Cell> cells) {
        StringBuilder text = new StringBuilder();
        cells.forEach((name, cell) ->
                text.append(name).append('=').append(cell.value()).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return bytes.length > MOST_RAW ? Arrays.copyOf(bytes, MOST_RAW) : bytes;
    }

    /** Keys that are known and not there any more; true when all are told. */
    private boolean readGone(JdbcOptions.Table from, Draft draft) throws SQLException {
        Position.OfTable at = position.of(from);
        Set<String> present = new HashSet<>();
        try (Statement query = connection.createStatement()) {
            running = query;
            try (ResultSet row = query.executeQuery("SELECT " + from.key() + " FROM " + from.name())) {
                while (row.next()) {
                    Cell.of(row, 1).ifPresent(key -> present.add(key.value().toString()));
                }
            }
        } finally {
            running = null;
        }
        List<String> gone = new ArrayList<>(at.known);
        gone.removeAll(present);
        for (String key : gone) {
            if (draft.isFull()) {
                return false;
            }
            draft.add(
                    ChannelRecord.builder(from.name(), key)
                            .op(ChannelRecord.Op.DELETE)
                            .position(from.name())
                            .build(),
                    key.length());
            at.known.remove(key);
        }
        return true;
    }

    /** Ends a query that runs; called by the thread that closes. */
    void cancel() {
        Statement query = running;
        if (query != null) {
            try {
                query.cancel();
            } catch (SQLException e) {
                // It ends with its connection.
                running = null;
            }
        }
    }

    /** A batch in the making. */
    private static final class Draft {

        private final Batch.Builder batch = Batch.builder(Checkpoint.START);
        private final ReadLimit limit;
        private int count;
        private long bytes;

        Draft(ReadLimit limit) {
            this.limit = limit;
        }

        boolean isFull() {
            return count >= limit.records() || bytes >= limit.bytes();
        }

        int room() {
            return limit.records() - count;
        }

        void add(ChannelRecord record, long size) {
            batch.add(record);
            count++;
            bytes += size;
        }

        void add(Reject reject) {
            batch.add(reject);
            count++;
            bytes += reject.raw().length;
        }
    }
}
