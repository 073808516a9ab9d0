package io.crmviews.merge.golden;

import io.crmviews.merge.normalise.CanonicalText;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.Attribute;

/** Two values are the same in a profile if they are the same in matching, and placeholders stand in no profile. */
final class MatchingForms implements ValueForms {

    private static final int LEAST_PHONE = 7;
    private static final int TRUNK_AND_NUMBER = 11;

    @Override
    public String canonical(Attribute attribute, String text, SourceRecord record) {
        return switch (attribute) {
            case EMAIL -> CanonicalText.email(text);
            case PHONE -> phone(text);
            case IDENTIFIER -> CanonicalText.identifier(text);
            case BIRTH_DATE -> CanonicalText.birthDate(text);
            case ADDRESS_STREET -> CanonicalText.street(text);
            case NAME_GIVEN,
                    NAME_MIDDLE,
                    NAME_FAMILY,
                    NAME_FORMATTED,
                    ORGANIZATION_NAME,
                    ADDRESS_CITY,
                    ADDRESS_REGION,
                    ADDRESS_POSTCODE -> CanonicalText.words(text);
            default -> CanonicalText.text(text);
        };
    }

    /** Numbers of places are seven digits or more; whoever leaves out the country or the area writes the end. */
    @Override
    public boolean isShorterFor(Attribute attribute, String shorter, String longer) {
        return attribute == Attribute.PHONE
                && shorter.length() >= LEAST_PHONE
                && longer.length() > shorter.length()
                && longer.endsWith(shorter);
    }

    /** Where Russian is spoken one dials 8 before the area, where others dial 0. */
    private static String phone(String text) {
        String digits = CanonicalText.phone(text);
        boolean trunk = digits.length() == TRUNK_AND_NUMBER && digits.charAt(0) == '8' && text.indexOf('+') < 0;
        return trunk ? digits.substring(1) : digits;
    }
}
