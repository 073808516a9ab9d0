package io.crmviews.merge.mapping;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks by its values whether a column holds what its name promises; where not, it is a mere characteristic. */
final class ColumnReview {

    private static final Pattern WEB = Pattern.compile(".*\\w\\.\\w{2,}.*");
    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+\\.\\S+");
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "prof",
            "herr",
            "frau",
            "sir",
            "dame",
            "lady",
            "lord",
            "rev",
            "mx",
            "mme",
            "mlle",
            "m",
            "monsieur",
            "madame",
            "sr",
            "sra",
            "srta",
            "don",
            "dona",
            "sig",
            "dott",
            "hon",
            "fr",
            "capt",
            "professor");
    private static final double FEW = 0.2;

    private ColumnReview() {}

    /** The column, or what its values make of it. */
    static Column review(Column column, ColumnValues values) {
        if (column.target() == ColumnTarget.OTHER) {
            boolean mails =
                    values.enough() && values.share(value -> MAIL.matcher(value).matches()) > 0.8;
            return mails ? column.as(ColumnTarget.EMAIL, "by its values") : column;
        }
        if (!values.enough()) {
            return column;
        }
        return values.areFlags() && column.target() != ColumnTarget.GENDER && column.target() != ColumnTarget.KIND
                ? column.as(ColumnTarget.OTHER, "its values only say yes or no")
                : byContent(column, values);
    }

    private static Column byContent(Column column, ColumnValues values) {
        return switch (column.target()) {
            case EMAIL -> unless(values.share(v -> v.indexOf('@') >= 0) < FEW, column, "few values hold an @");
            case PHONE, MOBILE, LANDLINE, FAX ->
                unless(values.share(v -> digits(v) >= 5) < FEW, column, "few values hold five digits");
            case WEBSITE ->
                unless(values.share(v -> WEB.matcher(v).matches()) < FEW, column, "few values look like one");
            case BIRTHDATE -> unless(values.share(ColumnReview::isDate) < FEW, column, "few values are dates");
            case CREATED, UPDATED -> unless(values.share(v -> digits(v) >= 4) < FEW, column, "few values are times");
            case GENDER -> unless(values.share(ColumnReview::isGender) < 0.5, column, "few values are known words");
            case TITLE -> unless(values.share(ColumnReview::isTitle) < 0.5, column, "few values are titles of persons");
            case KIND -> unless(values.share(ColumnReview::isKind) < 0.5, column, "few values are kinds of party");
            case BIRTHYEAR, BIRTHMONTH ->
                unless(values.share(v -> digits(v) > 0) < 0.5, column, "few values are numbers");
            case IDENTIFIER -> identifier(column, values);
            default -> column;
        };
    }

    private static Column identifier(Column column, ColumnValues values) {
        if (ColumnLexicon.isKnownIdentifier(column.words())) {
            return column;
        }
        boolean vague = values.areCategories() || values.share(v -> digits(v) > 0) < 0.3;
        return unless(vague, column, "its values are no identifiers");
    }

    private static Column unless(boolean wrong, Column column, String reason) {
        return wrong ? column.as(ColumnTarget.OTHER, reason) : column;
    }

    private static long digits(String value) {
        return value.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    private static boolean isDate(String value) {
        return !new DateReader(DateReader.FIRST_YEAR)
                .read(value, DateOrder.DAY_FIRST)
                .isEmpty();
    }

    private static boolean isGender(String value) {
        return StatementEntries.gender(value).isPresent();
    }

    private static boolean isTitle(String value) {
        return TITLES.contains(value.toLowerCase(Locale.ROOT).replace(".", ""));
    }

    private static boolean isKind(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        return KindRules.KIND_WORDS.containsKey(word) || word.equals("legalentity");
    }
}
