package io.crmviews.merge.golden;

import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.profile.Attribute;
import java.util.function.BiFunction;

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

    /** A bare initial states no part of a name. */
    static boolean isInitial(Attribute part, String canonical) {
        boolean given = part == Attribute.NAME_GIVEN || part == Attribute.NAME_MIDDLE;
        int letters = canonical.endsWith(".") ? canonical.length() - 1 : canonical.length();
        return given && letters == 1 && !Character.isIdeographic(canonical.charAt(0));
    }

    /** Whether nothing essential is missing. */
    static boolean isWhole(Object whole) {
        if (whole instanceof PersonName name) {
            return !isBlank(name.family())
                    && !isBlank(name.given())
                    && !isInitial(Attribute.NAME_GIVEN, name.given().strip());
        }
        PostalAddress address = (PostalAddress) whole;
        return !isBlank(address.street()) && !(isBlank(address.city()) && isBlank(address.postcode()));
    }

    private static boolean isBlank(String text) {
        return text.isBlank();
    }

    /**
     * On what two records must agree to state one value: of a name the first given name and the surname, since middle
     * names and titles come and go; of an address the street, since towns and codes are often left out.
     */
    static String agreement(Object whole, String line, BiFunction<Attribute, String, String> canonical) {
        if (whole instanceof PostalAddress address) {
            String street = canonical.apply(Attribute.ADDRESS_STREET, address.street());
            return street.isEmpty() ? line : street;
        }
        PersonName name = (PersonName) whole;
        String given = canonical.apply(Attribute.NAME_GIVEN, name.given());
        String family = canonical.apply(Attribute.NAME_FAMILY, name.family());
        String formatted = canonical.apply(Attribute.NAME_FORMATTED, name.formatted());
        boolean inParts = !given.isEmpty() && !family.isEmpty();
        return inParts ? first(given) + ' ' + family : formatted.isEmpty() ? line : ends(formatted);
    }

    private static String first(String words) {
        int end = words.indexOf(' ');
        return end < 0 ? words : words.substring(0, end);
    }

    /** The first and the last word; of "Lee, Ann" the last and the first. */
    private static String ends(String line) {
        int comma = line.indexOf(',');
        if (comma > 0 && comma < line.length() - 1) {
            return first(line.substring(comma + 1).strip())
                    + ' '
                    + line.substring(0, comma).strip();
        }
        int last = line.lastIndexOf(' ');
        return last < 0 ? line : first(line) + line.substring(last);
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
