package io.crmviews.model.profile;

import io.crmviews.model.party.Gender;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The best that is known of one customer, field by field (MDM golden record): derived from its records and never stored
 * as truth. Immutable; equality is by all fields, values, records and rules.
 *
 * @param fields the fields that have a value, kept in the order of {@link Field}, each once
 */
public record GoldenProfile(List<GoldenField> fields) {

    /** Nothing is known. */
    public static final GoldenProfile EMPTY = new GoldenProfile(List.of());

    /** Sorts and copies the fields and checks that each occurs once. */
    public GoldenProfile {
        fields =
                fields.stream().sorted(Comparator.comparing(GoldenField::field)).toList();
        for (int i = 1; i < fields.size(); i++) {
            if (fields.get(i).field().equals(fields.get(i - 1).field())) {
                throw new IllegalArgumentException("A profile holds each field once.");
            }
        }
    }

    /**
     * A field with its values and rule. O(log fields).
     *
     * @param field the field
     * @return the field, or empty if nothing is known
     */
    public Optional<GoldenField> field(Field field) {
        int low = 0;
        int high = fields.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = fields.get(middle).field().compareTo(field);
            if (order == 0) {
                return Optional.of(fields.get(middle));
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }

    /**
     * The text of the value that won in a field.
     *
     * @param attribute the attribute of the field, without qualifier
     * @return the value, or empty text if nothing is known
     */
    public String text(Attribute attribute) {
        return field(Field.of(attribute)).map(known -> known.winner().text()).orElse("");
    }

    /**
     * All values of a field, the winner first.
     *
     * @param field the field
     * @return the values; empty if nothing is known
     */
    public List<GoldenValue> values(Field field) {
        return field(field).map(GoldenField::values).orElse(Collections.emptyList());
    }

    /**
     * What the customer is.
     *
     * @return the kind; unknown if no record says
     */
    public PartyKind kind() {
        String text = text(Attribute.KIND);
        return text.isEmpty() ? PartyKind.UNKNOWN : PartyKind.valueOf(text);
    }

    /**
     * The stated gender.
     *
     * @return the gender; unknown if no record says
     */
    public Gender gender() {
        String text = text(Attribute.GENDER);
        return text.isEmpty() ? Gender.UNKNOWN : Gender.valueOf(text);
    }

    /**
     * Birth or founding date.
     *
     * @return the date, or empty if no record says
     */
    public Optional<PartialDate> birthDate() {
        return field(Field.of(Attribute.BIRTH_DATE))
                .map(known -> PartialDate.parse(known.winner().text()));
    }

    /**
     * The person's name, put together from its fields.
     *
     * @return the name, or empty if no record says
     */
    public Optional<PersonName> name() {
        String formatted = text(Attribute.NAME_FORMATTED);
        String given = text(Attribute.NAME_GIVEN);
        String middle = text(Attribute.NAME_MIDDLE);
        String family = text(Attribute.NAME_FAMILY);
        if ((formatted + given + middle + family).isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new PersonName(
                Usage.CURRENT,
                formatted,
                given,
                middle,
                family,
                text(Attribute.NAME_PREFIX),
                text(Attribute.NAME_SUFFIX)));
    }

    /**
     * The postal address, put together from its fields.
     *
     * @return the address, or empty if no record says
     */
    public Optional<PostalAddress> address() {
        String street = text(Attribute.ADDRESS_STREET);
        String unit = text(Attribute.ADDRESS_UNIT);
        String city = text(Attribute.ADDRESS_CITY);
        String region = text(Attribute.ADDRESS_REGION);
        String postcode = text(Attribute.ADDRESS_POSTCODE);
        String country = text(Attribute.ADDRESS_COUNTRY);
        if ((street + unit + city + region + postcode + country).isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new PostalAddress(Usage.CURRENT, street, unit, city, region, postcode, country));
    }

    @Override
    public String toString() {
        return "GoldenProfile[" + fields.size() + " fields]";
    }
}
