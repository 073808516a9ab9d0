package io.crmviews.connector.files.internal;

import io.crmviews.spi.channel.ChannelRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the records of one stream are made.
 *
 * @param stream the stream
 * @param op what its records say
 * @param keyField the configured key field; empty to look for a usual one
 * @param timeField the configured field of the time of occurrence; empty for none
 */
public record StreamSettings(String stream, ChannelRecord.Op op, String keyField, String timeField) {

    /**
     * The names under which the key is looked for, most usual first, in lower case.
     *
     * @return the configured field alone, or {@code record_id, id, key} and {@code <stream>_id}, also in the singular
     */
    public List<String> keyCandidates() {
        if (!keyField.isEmpty()) {
            return List.of(keyField.toLowerCase(Locale.ROOT));
        }
        String name = stream.toLowerCase(Locale.ROOT);
        LinkedHashSet<String> names = new LinkedHashSet<>(List.of("record_id", "id", "key", name + "_id"));
        names.add(singular(name) + "_id");
        return List.copyOf(names);
    }

    /**
     * What to say where no key field is found.
     *
     * @return a sentence
     */
    public String missingKey() {
        return keyField.isEmpty()
                ? "There is no key field; looked for " + String.join(", ", keyCandidates()) + "."
                : "There is no key field " + keyField + ".";
    }

    /**
     * Reads a time as ISO 8601 states it; one without a zone is taken as UTC, a date as its first moment.
     *
     * @param text the text
     * @return the time, if it is one
     */
    public static Optional<Instant> time(String text) {
        String stripped = text.strip();
        try {
            if (stripped.length() <= 10) {
                return Optional.of(LocalDate.parse(stripped).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            String iso = stripped.replace(' ', 'T');
            boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String singular(String name) {
        if (name.endsWith("ies")) {
            return name.substring(0, name.length() - 3) + "y";
        }
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }
}
