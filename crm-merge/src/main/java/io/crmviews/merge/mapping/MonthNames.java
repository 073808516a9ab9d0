package io.crmviews.merge.mapping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names of months in the usual languages, found by their first letters and independent of the JDK's locale data. */
final class MonthNames {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final int SHORTEST = 3;

    /** English, German, French, Spanish, Italian, Portuguese and Dutch names of each month, without accents. */
    private static final String[] NAMES = {
        "january januar janvier enero gennaio janeiro januari jan",
        "february februar fevrier febrero febbraio fevereiro februari feb fev fevr",
        "march marz maerz mars marzo marco maart mar mrz mrt",
        "april avril abril aprile apr avr abr",
        "may mai mayo maggio maio mei mag",
        "june juni juin junio giugno junho jun giu",
        "july juli juillet julio luglio julho jul juil lug",
        "august aout agosto augustus aug ago agost",
        "september septembre septiembre settembre setembro sept sep set",
        "october oktober octobre octubre ottobre outubro oct okt ott out",
        "november novembre noviembre novembro nov",
        "december dezember decembre diciembre dicembre dezembro dec dez dic"
    };

    private static final Map<String, Integer> MONTHS = new TreeMap<>();

    static {
        for (int i = 0; i < NAMES.length; i++) {
            for (String name : NAMES[i].split(" ", -1)) {
                MONTHS.put(name, i + 1);
            }
        }
    }

    private MonthNames() {}

    /** The month of a word, 1 to 12, or 0 if the word names none. */
    static int month(String word) {
        if (word.length() < SHORTEST) {
            return 0;
        }
        String plain = ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return MONTHS.getOrDefault(plain, 0);
    }
}
