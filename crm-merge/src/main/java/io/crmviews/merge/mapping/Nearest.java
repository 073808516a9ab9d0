package io.crmviews.merge.mapping;

import io.crmviews.merge.compare.EditDistance;
import java.util.Collection;

/** The known word nearest to an unknown one, for messages. */
final class Nearest {

    private Nearest() {}

    /** A hint such as {@code Did you mean "names"?}, with a leading blank, or empty when nothing is near. */
    static String hint(String word, Collection<String> known) {
        String best = "";
        int least = Math.max(2, word.length() / 2) + 1;
        for (String candidate : known) {
            int distance = EditDistance.bounded(word, candidate, least);
            if (distance < least) {
                best = candidate;
                least = distance;
            }
        }
        return best.isEmpty() ? "" : " Did you mean \"" + best + "\"?";
    }
}
