package io.crmviews.merge.golden;

import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.profile.Attribute;

/** The parts of names and addresses by attribute. */
final class Parts {

    private Parts() {}

    /** A part as written, or empty text. */
    static String of(Object whole, Attribute part) {
        return whole instanceof PersonName name ? ofName(name, part) : ofAddress((PostalAddress) whole, part);
    }

    /** Whether a part only repeats the others: a name in one line beside the same name in parts. */
    static boolean isSaidByOthers(Object whole, Attribute part) {
        return part == Attribute.NAME_FORMATTED
                && whole instanceof PersonName name
                && !(name.given().isBlank() && name.family().isBlank());
    }

    private static String ofName(PersonName name, Attribute part) {
        return switch (part) {
            case NAME_FORMATTED -> name.formatted();
            case NAME_GIVEN -> name.given();
            case NAME_MIDDLE -> name.middle();
            case NAME_FAMILY -> name.family();
            case NAME_PREFIX -> name.prefix();
            case NAME_SUFFIX -> name.suffix();
            default -> "";
        };
    }

    private static String ofAddress(PostalAddress address, Attribute part) {
        return switch (part) {
            case ADDRESS_STREET -> address.street();
            case ADDRESS_UNIT -> address.unit();
            case ADDRESS_CITY -> address.city();
            case ADDRESS_REGION -> address.region();
            case ADDRESS_POSTCODE -> address.postcode();
            case ADDRESS_COUNTRY -> address.country();
            default -> "";
        };
    }
}
