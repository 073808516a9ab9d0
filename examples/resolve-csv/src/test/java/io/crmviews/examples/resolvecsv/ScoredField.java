package io.crmviews.examples.resolvecsv;

import io.crmviews.merge.normalise.CanonicalText;
import io.crmviews.model.profile.Attribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A field of a golden profile beside its true value. Case, accents and abbreviations of streets do not count. */
// A column that is not there fails the test where it is read.
@SuppressWarnings("NullAway")
enum ScoredField {
    GIVEN(Attribute.NAME_GIVEN, "given_name"),
    SURNAME(Attribute.NAME_FAMILY, "surname"),
    ORGANIZATION(Attribute.ORGANIZATION_NAME, "org_name"),
    BIRTH_DATE(Attribute.BIRTH_DATE, "birth_date"),
    GENDER(Attribute.GENDER, "gender"),
    EMAIL(Attribute.EMAIL, "email"),
    PHONE(Attribute.PHONE, "mobile"),
    STREET(Attribute.ADDRESS_STREET, "address_line"),
    CITY(Attribute.ADDRESS_CITY, "city"),
    POSTCODE(Attribute.ADDRESS_POSTCODE, "postcode");

    private static final int NATIONAL = 9;

    private final Attribute attribute;
    private final String column;

    ScoredField(Attribute attribute, String column) {
        this.attribute = attribute;
        this.column = column;
    }

    Attribute attribute() {
        return attribute;
    }

    /** The true value; empty if there is none. */
    String truth(Map<String, String> person) {
        return person.get(column);
    }

    /** What is compared. */
    String form(String text) {
        return switch (this) {
            case GIVEN, SURNAME, ORGANIZATION, CITY, POSTCODE -> CanonicalText.words(text);
            case BIRTH_DATE -> text;
            case GENDER -> text.isEmpty() ? "" : text.substring(0, 1).toLowerCase(Locale.ROOT);
            case EMAIL -> CanonicalText.email(text);
            case PHONE -> end(text.replaceAll("\\D", ""));
            case STREET -> CanonicalText.street(text);
        };
    }

    private static String end(String digits) {
        return digits.substring(Math.max(0, digits.length() - NATIONAL));
    }

    /** Whether a value is the true one; the number of a flat may stand in the street or not. */
    boolean isRight(String text, Map<String, String> person) {
        String form = form(text);
        String want = form(truth(person));
        if (this != STREET || form.equals(want)) {
            return form.equals(want);
        }
        List<String> words = new ArrayList<>(Arrays.asList(form.split(" ", -1)));
        words.remove(person.get("address_unit").replaceAll("\\D", ""));
        List<String> street = new ArrayList<>(Arrays.asList(want.split(" ", -1)));
        words.sort(null);
        street.sort(null);
        return words.equals(street);
    }
}
