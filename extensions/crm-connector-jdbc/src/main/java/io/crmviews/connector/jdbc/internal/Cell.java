package io.crmviews.connector.jdbc.internal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A value of a column, as the driver gives it back to the database and as text that keeps its type and every digit.
 *
 * @param value a Long, BigDecimal, String, Boolean, LocalDate, LocalDateTime or OffsetDateTime
 */
record Cell(Object value) {

    /** Reads a column; empty if it holds no value. */
    static Optional<Cell> of(ResultSet row, int column) throws SQLException {
        int type = row.getMetaData().getColumnType(column);
        String name = row.getMetaData().getColumnTypeName(column).toLowerCase(Locale.ROOT);
        Object value;
        if (name.equals("timestamptz") || type == Types.TIMESTAMP_WITH_TIMEZONE) {
            value = row.getObject(column, OffsetDateTime.class);
        } else if (type == Types.TIMESTAMP && name.startsWith("timestamp") && !isText(row.getObject(column))) {
            value = row.getObject(column, LocalDateTime.class);
        } else if (type == Types.DATE && !isText(row.getObject(column))) {
            value = row.getObject(column, LocalDate.class);
        } else {
            value = row.getObject(column);
        }
        return value == null ? Optional.empty() : Optional.of(new Cell(plain(value)));
    }

    /** SQLite stores what it is given, whatever the column says. */
    private static boolean isText(Object value) {
        return value instanceof String || value instanceof Number;
    }

    private static Object plain(Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double || value instanceof Float) {
            return new BigDecimal(value.toString());
        }
        if (value instanceof java.math.BigInteger big) {
            return new BigDecimal(big);
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        boolean kept = value instanceof Long
                || value instanceof BigDecimal
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof LocalDateTime
                || value instanceof OffsetDateTime;
        return kept ? value : value.toString();
    }

    void bind(PreparedStatement statement, int index) throws SQLException {
        statement.setObject(index, value);
    }

    /** The value as records carry it. */
    Object field(ZoneId zone) {
        if (value instanceof LocalDateTime local) {
            return local.atZone(zone).toInstant();
        }
        return value instanceof OffsetDateTime time ? time.toInstant() : value;
    }

    /** The time that it states, if it is one. */
    Optional<Instant> time(ZoneId zone) {
        Object field = field(zone);
        if (field instanceof String text) {
            return isoTime(text, zone);
        }
        return field instanceof Instant instant ? Optional.of(instant) : Optional.empty();
    }

    private static Optional<Instant> isoTime(String text, ZoneId zone) {
        try {
            String iso = text.strip().replace(' ', 'T');
            return Optional.of(
                    iso.endsWith("Z") || iso.lastIndexOf('+') > 10
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(iso).atZone(zone).toInstant());
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether a tombstone column with this value says that the row is gone. */
    boolean isTombstone() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        String text = value.toString().strip();
        return !text.isEmpty() && !text.equals("0") && !text.equalsIgnoreCase("false");
    }

    String text() {
        return value.getClass().getSimpleName() + ":" + value;
    }

    static Cell parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("A position has no type.");
        }
        String rest = text.substring(colon + 1);
        return new Cell(
                switch (text.substring(0, colon)) {
                    case "Long" -> Long.valueOf(rest);
                    case "BigDecimal" -> new BigDecimal(rest);
                    case "Boolean" -> Boolean.valueOf(rest);
                    case "LocalDate" -> LocalDate.parse(rest);
                    case "LocalDateTime" -> LocalDateTime.parse(rest);
                    case "OffsetDateTime" -> OffsetDateTime.parse(rest);
                    default -> rest;
                });
    }
}
