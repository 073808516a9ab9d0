package io.crmviews.merge.golden;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.Attribute;
import java.util.Locale;

/**
 * When two values are the same value. Values are equal if their canonical texts are; a value whose canonical text is
 * empty never stands in a profile, such as a placeholder. Implementations are pure and safe for any thread.
 */
@FunctionalInterface
public interface ValueForms {

    /**
     * The canonical text of a value.
     *
     * @param attribute what the value states
     * @param text the value as written, not blank
     * @param record the record that states it, for what the value alone does not tell, such as a phone's country
     * @return the canonical text; empty if the value must not be used
     */
    String canonical(Attribute attribute, String text, SourceRecord record);

    /**
     * Whether one value is another one written shorter, such as a phone number without the digits of its country. In a
     * list of all values of a field both then stand as one, if the shorter is that of one value only.
     *
     * @param attribute what the values state
     * @param shorter the canonical text of the one
     * @param longer the canonical text of the other
     * @return true if the first may be left out
     */
    default boolean isShorterFor(Attribute attribute, String shorter, String longer) {
        return false;
    }

    /**
     * The forms by which records are matched: scripts and accents folded, the spellings of streets, phone numbers and
     * e-mail addresses brought together, placeholders unusable.
     *
     * @return the forms
     */
    static ValueForms matching() {
        return new MatchingForms();
    }

    /**
     * Plain forms: case and outer blanks do not count, nor does anything but digits and a leading plus in a phone
     * number.
     *
     * @return forms that know no placeholders and no countries
     */
    static ValueForms plain() {
        return (attribute, text, record) ->
                attribute == Attribute.PHONE ? digits(text) : text.strip().toLowerCase(Locale.ROOT);
    }

    private static String digits(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || (c == '+' && kept.isEmpty())) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
