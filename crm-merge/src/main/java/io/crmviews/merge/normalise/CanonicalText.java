package io.crmviews.merge.normalise;

import io.crmviews.model.party.Identifier;
import java.util.Locale;

/** The comparable forms of single values, as matching sees them; empty for placeholders. Pure. */
public final class CanonicalText {

    private CanonicalText() {}

    /**
     * An e-mail address.
     *
     * @param value as written
     * @return its form, or empty for a placeholder or a text that is no address
     */
    public static String email(String value) {
        return Emails.normalise(value)
                .map(email -> email.local() + "@" + email.domain())
                .orElse("");
    }

    /**
     * A phone number.
     *
     * @param value as written
     * @return its significant digits, or empty for a placeholder or a text that is no number
     */
    public static String phone(String value) {
        return Phones.normalise(value).map(Features.Phone::digits).orElse("");
    }

    /**
     * The value of an identifier.
     *
     * @param value as written
     * @return letters and digits, or empty for a placeholder
     */
    public static String identifier(String value) {
        return Traits.normaliseId(Identifier.of("any", value))
                .map(Features.Id::value)
                .orElse("");
    }

    /**
     * A birth date.
     *
     * @param iso the date as {@code yyyy-MM-dd}
     * @return the same, or empty for a placeholder
     */
    public static String birthDate(String iso) {
        return WordLists.isPlaceholder("date", iso) ? "" : iso;
    }

    /**
     * Any other text.
     *
     * @param value as written
     * @return lower case without outer blanks, or empty for a placeholder
     */
    public static String text(String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return WordLists.isPlaceholder("text", plain) || WordLists.isPlaceholder("word", plain) ? "" : plain;
    }

    /**
     * A name or a place: its words without case and accents, Cyrillic, Greek and Arabic letters written in Latin ones. A
     * comma stays, since it tells which word is the surname. A text of signs alone, such as emoji, stays as it is.
     *
     * @param value as written
     * @return the words, or empty for a placeholder
     */
    public static String words(String value) {
        String text = text(value);
        if (text.isEmpty() || TextFolding.isSimple(text)) {
            return text;
        }
        int comma = value.indexOf(',');
        if (comma < 0) {
            String folded = String.join(" ", TextFolding.words(value));
            return folded.isEmpty() && hasSign(value) ? text(value) : folded;
        }
        String before = words(value.substring(0, comma));
        String after = words(value.substring(comma + 1));
        return before.isEmpty() || after.isEmpty() ? before + after : before + ", " + after;
    }

    /** Whether somebody may call themselves so though it is no word: emoji and the like, not dashes and dots. */
    private static boolean hasSign(String value) {
        return value.codePoints().anyMatch(point -> Character.getType(point) == Character.OTHER_SYMBOL);
    }

    /**
     * A street line: its words folded, with the words for kinds of streets in one spelling, and the number of a flat left
     * out of the order in which it stands.
     *
     * @param value as written
     * @return the words, or empty for a placeholder
     */
    public static String street(String value) {
        return Places.street(value);
    }
}
