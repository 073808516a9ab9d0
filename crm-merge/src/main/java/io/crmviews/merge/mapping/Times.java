package io.crmviews.merge.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Points in time as channels write them: ISO 8601 with or without offset (then UTC), dates, seconds or milliseconds. */
final class Times {

    private static final long LAST_SECOND = 100_000_000_000L;

    private Times() {}

    /** The time that a text states; empty if it states none. A date alone is its first instant in UTC. */
    static Optional<Instant> read(String text, DateFormats formats, Scope scope) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() >= 10 && text.charAt(4) == '-') {
            Optional<Instant> iso = iso(text.replace(' ', 'T'));
            if (iso.isPresent()) {
                return iso;
            }
        }
        if (text.length() >= 9 && text.length() <= 13 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            long number = Long.parseLong(text);
            return Optional.of(number > LAST_SECOND ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
        }
        return formats.dates(text, scope).stream()
                .filter(date -> date.isFull())
                .findFirst()
                .map(date -> LocalDate.of(date.year(), date.month(), date.day())
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC));
    }

    private static Optional<Instant> iso(String text) {
        try {
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            boolean offset = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > 10;
            return Optional.of(
                    offset
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
