package io.crmviews.testdata;

import io.crmviews.model.party.Gender;
import io.crmviews.model.party.PostalAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * People in one flat table, originals and duplicates with errors, in the columns that the Febrl data generator made
 * usual (Christen, "Probabilistic data generation for deduplication and data linkage", 2005). Half of the records are
 * originals; how many duplicates an original has is skewed, at most {@value #MOST_DUPLICATES}. For benchmarks.
 */
public final class FebrlPeople {

    /** The names of the columns; the values of {@link Row#values()} follow this order. */
    public static final List<String> COLUMNS = List.of(
            "record_id",
            "given_name",
            "surname",
            "street_number",
            "address_1",
            "address_2",
            "suburb",
            "postcode",
            "state",
            "date_of_birth",
            "soc_sec_id");

    private static final int MOST_DUPLICATES = 5;
    private static final int GIVEN = 1;
    private static final int SURNAME = 2;
    private static final int ADDRESS_1 = 4;
    private static final int ADDRESS_2 = 5;
    private static final int BIRTH = 9;
    private static final double MISSING = 0.04;

    private FebrlPeople() {}

    /**
     * One line of the table.
     *
     * @param person the number of the true person, from 0
     * @param original whether this is the record without errors
     * @param values the values in the order of {@link #COLUMNS}, empty where missing
     */
    public record Row(int person, boolean original, List<String> values) {

        /** Copies the values. */
        public Row {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return "Row[" + values.get(0) + "]";
        }
    }

    /**
     * Makes a table.
     *
     * @param records how many records
     * @param seed the seed
     * @return a lazy stream of exactly that many rows, person after person; the same arguments give the same rows
     */
    public static Stream<Row> rows(int records, long seed) {
        return IntStream.iterate(0, person -> person + 1)
                .boxed()
                .flatMap(person -> people(person, seed).stream())
                .limit(records);
    }

    private static List<Row> people(int person, long seed) {
        Dice dice = Dice.of(seed, 6, person);
        List<String> clean = original(person, dice);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(person, true, clean));
        int duplicates = dice.chance(0.5) ? 0 : 1 + dice.skewed(MOST_DUPLICATES, 1.5);
        for (int number = 0; number < duplicates; number++) {
            List<String> dirty = new ArrayList<>(clean);
            dirty.set(0, "rec-" + person + "-dup-" + number);
            int errors = dice.between(1, 4);
            for (int error = 0; error < errors; error++) {
                spoil(dice, dirty);
            }
            rows.add(new Row(person, false, dirty));
        }
        return rows;
    }

    private static List<String> original(int person, Dice dice) {
        Gender gender = dice.chance(0.5) ? Gender.FEMALE : Gender.MALE;
        PostalAddress home = Places.address(dice, "GB");
        int space = home.street().indexOf(' ');
        List<String> values = new ArrayList<>(List.of(
                "rec-" + person + "-org",
                Names.given(dice, "GB", gender),
                Names.family(dice, "GB"),
                home.street().substring(0, space),
                home.street().substring(space + 1),
                home.unit(),
                home.city(),
                home.postcode(),
                home.region(),
                dice.day(Neighbourhood.TODAY.minusYears(90), Neighbourhood.TODAY.minusYears(18))
                        .toString()
                        .replace("-", ""),
                Numbers.document(person).substring(2)));
        for (int column = GIVEN; column < values.size(); column++) {
            if (dice.chance(MISSING)) {
                values.set(column, "");
            }
        }
        return values;
    }

    private static void spoil(Dice dice, List<String> values) {
        int column = dice.between(GIVEN, values.size() - 1);
        String value = values.get(column);
        switch (dice.below(8)) {
            case 0 -> values.set(column, "");
            case 1 -> swap(values, GIVEN, SURNAME);
            case 2 -> swap(values, ADDRESS_1, ADDRESS_2);
            case 3 -> values.set(BIRTH, dayAndMonthSwapped(values.get(BIRTH)));
            case 4 -> values.set(GIVEN, Names.nickname(dice, values.get(GIVEN)));
            default -> values.set(column, value.length() < 3 ? value : Typos.typed(dice, value));
        }
    }

    private static void swap(List<String> values, int one, int two) {
        String first = values.get(one);
        values.set(one, values.get(two));
        values.set(two, first);
    }

    private static String dayAndMonthSwapped(String date) {
        return date.length() == 8 && date.substring(6).compareTo("12") <= 0
                ? date.substring(0, 4) + date.substring(6) + date.substring(4, 6)
                : date;
    }
}
