package io.crmviews.model.view;

import io.crmviews.model.source.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Where the next page of a timeline begins: after one entry, at one commit position. The text form is opaque to
 * readers. A cursor names only an entry that its reader has seen.
 *
 * @param position the commit position of the first page; later pages are read at the same one or the cursor has expired
 * @param occurredAt the time of the last entry seen
 * @param key the key of the last entry seen
 */
public record Cursor(long position, Instant occurredAt, RecordKey key) {

    private static final int PARTS = 5;
    private static final int MAX_TEXT = 4096;

    /** Checks the position. */
    public Cursor {
        if (position < 0) {
            throw new IllegalArgumentException("A commit position is 0 or more.");
        }
    }

    /**
     * The cursor as text that can stand in an address.
     *
     * @return letters, digits, hyphens and underscores
     */
    public String text() {
        String plain = position + "\n" + occurredAt.getEpochSecond() + "\n" + occurredAt.getNano() + "\n" + key.source()
                + "\n" + key.key();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #text()} writes.
     *
     * @param text the text, as it came from outside
     * @return the cursor, or empty if the text is none
     */
    public static Optional<Cursor> parse(String text) {
        if (text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("\n", PARTS);
            if (parts.length < PARTS) {
                return Optional.empty();
            }
            Instant time = Instant.ofEpochSecond(Long.parseLong(parts[1]), Long.parseLong(parts[2]));
            return Optional.of(new Cursor(Long.parseLong(parts[0]), time, new RecordKey(parts[3], parts[4])));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException notACursor) {
            return Optional.empty();
        }
    }
}
