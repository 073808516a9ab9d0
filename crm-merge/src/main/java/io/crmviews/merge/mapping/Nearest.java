package io.crmviews.merge.mapping;

import java.util.Collection;

/** The known word nearest to an unknown one, by Levenshtein distance, for messages. */
final class Nearest {

    private Nearest() {}

    /** A hint such as {@code  Did you mean "names"?}, with a leading blank, or empty when nothing is near. */
    static String hint(String word, Collection<String> known) {
        String best = "";
        int least = Math.max(2, word.length() / 2);
        for (String candidate : known) {
            int distance = distance(word, candidate);
            if (distance <= least && (best.isEmpty() || distance < least)) {
                best = candidate;
                least = distance;
            }
        }
        return best.isEmpty() ? "" : " Did you mean \"" + best + "\"?";
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
