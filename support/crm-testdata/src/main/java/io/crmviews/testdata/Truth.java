package io.crmviews.testdata;

import io.crmviews.model.source.RecordKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which customer each record truly belongs to.
 *
 * @param customers the number of the true customer of each record
 * @param phenomena what is special about each record
 * @param households the number of the household of each customer
 */
public record Truth(
        Map<RecordKey, Integer> customers,
        Map<RecordKey, Set<Phenomenon>> phenomena,
        Map<Integer, Integer> households) {

    /**
     * Reads the files {@code truth/records.csv} and {@code truth/customers.csv} below a folder that {@link
     * ChannelFiles} wrote.
     *
     * @param dir the folder that was given to {@link ChannelFiles#write}
     * @return the truth, in the order of the file
     * @throws IOException if the file cannot be read
     */
    public static Truth read(Path dir) throws IOException {
        Map<RecordKey, Integer> customers = new LinkedHashMap<>();
        Map<RecordKey, Set<Phenomenon>> phenomena = new LinkedHashMap<>();
        Map<Integer, Integer> households = new LinkedHashMap<>();
        for (String line : lines(dir, "customers.csv")) {
            String[] values = line.split(",", 3);
            households.put(Integer.valueOf(values[0]), Integer.valueOf(values[1]));
        }
        for (String line : lines(dir, "records.csv")) {
            String[] values = line.split(",", -1);
            RecordKey key = new RecordKey(values[0], values[1]);
            customers.put(key, Integer.valueOf(values[2]));
            phenomena.put(key, phenomena(values[3]));
        }
        return new Truth(customers, phenomena, households);
    }

    private static List<String> lines(Path dir, String file) throws IOException {
        List<String> lines = Files.readAllLines(dir.resolve("truth").resolve(file));
        return lines.subList(1, lines.size());
    }

    private static Set<Phenomenon> phenomena(String words) {
        Set<Phenomenon> set = EnumSet.noneOf(Phenomenon.class);
        Arrays.stream(words.split("\\|"))
                .filter(word -> !word.isEmpty())
                .map(word -> Phenomenon.valueOf(word.toUpperCase(Locale.ROOT)))
                .forEach(set::add);
        return set;
    }
}
