package io.crmviews.merge.mapping;

import io.crmviews.model.party.Usage;
import java.util.Locale;

/** Words for what a column was taken for. */
final class ColumnMeaning {

    private ColumnMeaning() {}

    static InferredColumn describe(Column column) {
        String usage =
                column.usage() == Usage.CURRENT ? "" : column.usage().name().toLowerCase(Locale.ROOT) + " ";
        boolean left = column.target() == ColumnTarget.OTHER;
        return new InferredColumn(
                column.name(),
                left ? "characteristic" : usage + words(column),
                left && column.note().isEmpty() ? "not recognised" : column.note());
    }

    private static String words(Column column) {
        return switch (column.target()) {
            case KEY -> "record key";
            case GIVEN, GIVEN2 -> "given name";
            case MIDDLE -> "middle name";
            case FAMILY, FAMILY2 -> "family name";
            case FAMILYALIAS -> "second family name";
            case SUFFIX -> "name suffix";
            case FULLNAME -> "person's whole name";
            case NAME -> "name";
            case ORG -> "organisation's name";
            case ORGALIAS -> "organisation's other name";
            case MAIDEN -> "birth name";
            case ALIAS -> "other name";
            case BIRTHDATE -> "birth date";
            case BIRTHYEAR -> "year of birth";
            case BIRTHMONTH -> "month of birth";
            case BIRTHDAY -> "day of birth";
            case KIND -> "kind of party";
            case EMAIL -> "e-mail address";
            case PHONE, MOBILE, LANDLINE -> column.target().name().toLowerCase(Locale.ROOT) + " number";
            case FAX -> "fax number";
            case HOUSENUMBER -> "house number";
            case STREET2 -> "second line of the address";
            case UPDATED -> "time of change";
            case CREATED -> "time of creation";
            case BIRTHPLACE -> "place of birth";
            case IDENTIFIER -> "identifier " + column.name().toLowerCase(Locale.ROOT);
            default -> column.target().name().toLowerCase(Locale.ROOT);
        };
    }
}
