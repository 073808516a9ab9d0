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
}
