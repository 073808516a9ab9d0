package io.crmviews.merge.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpokenTest {

    @Test
    void waysOfWritingOneNameShareASpelling() {
        assertThat(List.of(Spoken.of("yuri"), Spoken.of("iuri"), Spoken.of("jurij")))
                .containsOnly("juri");
        assertThat(Spoken.of("khadija")).isEqualTo(Spoken.of("hadidja").replace("j", ""));
        assertThat(Spoken.of("volkov")).isEqualTo(Spoken.of("wolkow"));
        assertThat(Spoken.of("sergey")).isEqualTo(Spoken.of("sergei"));
        assertThat(Spoken.of("philipp")).isEqualTo(Spoken.of("filip"));
    }

    @Test
    void theLastVowelTellsHerFromHim() {
        assertThat(Spoken.of("antonio")).isNotEqualTo(Spoken.of("antonia"));
        assertThat(Spoken.of("ivanov")).isNotEqualTo(Spoken.of("ivanova"));
    }

    @Test
    void otherScriptsAndShortWordsStayAsTheyAre() {
        assertThat(Spoken.of("\u5c0f\u6797\u8aa0")).isEqualTo("\u5c0f\u6797\u8aa0");
        assertThat(Spoken.of("ng")).isEqualTo("ng");
        assertThat(Spoken.of("3rd")).isEqualTo("3rd");
    }
}
