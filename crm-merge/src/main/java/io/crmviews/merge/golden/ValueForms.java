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
