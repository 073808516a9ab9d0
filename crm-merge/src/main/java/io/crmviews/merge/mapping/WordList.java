package io.crmviews.merge.mapping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Word lists shipped as resources: lines of {@code meaning: word, word, ...}; {@code #} begins a remark. */
final class WordList {

    private WordList() {}

    /** From each word to its meaning. */
    static Map<String, String> load(String resource) {
        Map<String, String> words = new LinkedHashMap<>();
        try (InputStream in = WordList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is missing from the library.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                addLine(line, words);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(words);
    }

    private static void addLine(String line, Map<String, String> words) {
        int colon = line.indexOf(':');
        if (colon < 0 || line.startsWith("#")) {
            return;
        }
        for (String word : line.substring(colon + 1).split(",", -1)) {
            if (!word.isBlank()) {
                words.put(word.strip(), line.substring(0, colon).strip());
            }
        }
    }
}
