package io.crmviews.merge.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** Plain text takes a shorter way to its words, and comes to the same. */
class PlainWordsTest {

    @Property
    void wordsAreThoseOfTheFoldedText(@ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 80) String text) {
        List<String> expected = new ArrayList<>();
        for (String word : TextFolding.fold(text).split(" ", -1)) {
            if (!word.isEmpty() && expected.size() < TextFolding.MAX_WORDS) {
                expected.add(word.substring(0, Math.min(word.length(), TextFolding.MAX_LENGTH)));
            }
        }
        assertThat(TextFolding.words(text)).isEqualTo(expected);
    }

    @Property
    void simpleTextIsItsOwnWords(
            @ForAll @CharRange(from = 'X', to = 'c') @CharRange(from = ' ', to = ' ') @StringLength(max = 60)
                    String text) {
        boolean simple = TextFolding.isSimple(text);
        assertThat(simple)
                .isEqualTo(!text.isEmpty()
                        && text.length() <= TextFolding.MAX_LENGTH
                        && String.join(" ", TextFolding.words(text)).equals(text.toLowerCase(Locale.ROOT)));
    }
}
