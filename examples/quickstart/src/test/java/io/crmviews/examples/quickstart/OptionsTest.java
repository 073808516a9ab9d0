package io.crmviews.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.examples.quickstart.Options.Help;
import io.crmviews.examples.quickstart.Options.Run;
import io.crmviews.examples.quickstart.Options.Wrong;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OptionsTest {

    @Test
    void withoutOptionsThereAreTwoThousandCustomers() {
        assertThat(Options.parse()).isEqualTo(new Run(new Options(2_000, 1, Optional.empty())));
    }

    @Test
    void everyOptionCounts() {
        assertThat(Options.parse("--customers", "50", "--seed", "-3", "--dir", "here"))
                .isEqualTo(new Run(new Options(50, -3, Optional.of(Path.of("here")))));
    }

    @Test
    void helpWinsOverWhatFollows() {
        assertThat(Options.parse("--seed", "2", "--help", "--nonsense")).isEqualTo(new Help());
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(Options.parse("--nonsense")).isEqualTo(new Wrong("The option --nonsense is not known."));
        assertThat(Options.parse("--seed")).isEqualTo(new Wrong("The option --seed needs a value."));
        assertThat(Options.parse("--seed", "x")).isEqualTo(new Wrong("The value of --seed is not a whole number."));
        assertThat(Options.parse("--customers", "9"))
                .isEqualTo(new Wrong("The value of --customers is not a whole number from 10 to 100000."));
        assertThat(Options.parse("--dir", " ")).isEqualTo(new Wrong("The value of --dir is not the name of a folder."));
    }
}
