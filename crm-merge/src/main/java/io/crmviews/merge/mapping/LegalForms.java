package io.crmviews.merge.mapping;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words by which organisations are recognised in a column of names of unknown kind. */
final class LegalForms {

    private static final Pattern FORM =
            Pattern.compile("(?U)\\b(ltd|limited|plc|inc|incorporated|corp|corporation|llc|llp|lp|"
                    + "co|company|gmbh|ag|kg|ohg|ug|se|e\\.? ?v|aktiengesellschaft|gesellschaft|s\\.? ?a\\.?( ?r\\.? ?l)?|sas|sasu|eurl|sarl|"
                    + "s\\.? ?p\\.? ?a|s\\.? ?r\\.? ?l|s\\.? ?l\\.? ?u?|n\\.? ?v|b\\.? ?v|oy|oyj|ab|asa?|aps|kft|zrt|sp\\.? z o\\.? ?o|s\\.? ?r\\.? ?o|"
                    + "pty|pte|sdn bhd|bhd|ltda|sociedad|societe|société|ооо|оао|зао|пао|ао|foundation|association|university|institute|"
                    + "bank|group|holdings?|school|church|hospital|clinic|center|centre|services|industries|enterprises|partners|trust|"
                    + "ministry|department|committee|council|society|club|restaurant|hotel)\\b\\.?");
    private static final Set<String> WORDS = Set.of(
            "vat",
            "lei",
            "duns",
            "siret",
            "siren",
            "industry",
            "sector",
            "employees",
            "revenue",
            "turnover",
            "incorporated",
            "incorporation",
            "legalform",
            "ticker",
            "isin",
            "naics",
            "sic",
            "cuisine",
            "subsidiary",
            "headquarters",
            "hq");

    private LegalForms() {}

    /** Whether a name holds a word that organisations have in their names. */
    static boolean isNamed(String name) {
        return FORM.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a column is one that only tables of organisations have. */
    static boolean isOrganizational(Column column) {
        return column.words().stream().anyMatch(WORDS::contains);
    }
}
