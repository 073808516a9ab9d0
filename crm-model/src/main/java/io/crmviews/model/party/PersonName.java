package io.crmviews.model.party;

import java.util.StringJoiner;

/**
 * A name of a person (TMF632 Individual, HL7 FHIR HumanName). Parts that a source does not state are empty; a source
 * that knows only one line fills {@code formatted}. At least one of formatted, given, middle and family is not blank.
 *
 * @param usage how the name is used
 * @param formatted the name in one line as written, or empty
 * @param given the given name or names, or empty
 * @param middle middle names, initials or a patronymic, or empty
 * @param family the surname or surnames, or empty
 * @param prefix titles before the name, or empty
 * @param suffix what follows it: Jr, Sr, III, or empty
 */
public record PersonName(
        Usage usage, String formatted, String given, String middle, String family, String prefix, String suffix)
        implements PartyName {

    /** Checks that the name says something. */
    public PersonName {
        if (formatted.isBlank() && given.isBlank() && middle.isBlank() && family.isBlank()) {
            throw new IllegalArgumentException("A person's name needs a formatted, given, middle or family part.");
        }
    }

    /**
     * A current name in parts.
     *
     * @param given the given name, or empty
     * @param family the surname, or empty
     * @return the name
     */
    public static PersonName of(String given, String family) {
        return new PersonName(Usage.CURRENT, "", given, "", family, "", "");
    }

    /**
     * A current name in one line, its parts unknown.
     *
     * @param text the name as written, not blank
     * @return the name
     */
    public static PersonName formatted(String text) {
        return new PersonName(Usage.CURRENT, text, "", "", "", "", "");
    }

    @Override
    public String text() {
        if (!formatted.isBlank()) {
            return formatted;
        }
        StringJoiner line = new StringJoiner(" ");
        for (String part : new String[] {prefix, given, middle, family, suffix}) {
            if (!part.isBlank()) {
                line.add(part);
            }
        }
        return line.toString();
    }

    @Override
    public String toString() {
        return "PersonName[" + usage + "]";
    }
}
