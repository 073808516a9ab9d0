package io.crmviews.survivorship.tck;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.spi.survivorship.Candidate;
import io.crmviews.spi.survivorship.CustomStrategy;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Rules that break a law are caught by it. */
class BrokenRulesTest {

    private static CustomStrategyLaws laws(String name, int bits, ToLongFunction<Candidate> rank) {
        CustomStrategy rule = new CustomStrategy() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int bits() {
                return bits;
            }

            @Override
            public long rank(Candidate candidate) {
                return rank.applyAsLong(candidate);
            }
        };
        return new CustomStrategyLaws() {
            @Override
            protected CustomStrategy strategy() {
                return rule;
            }
        };
    }

    @Test
    void aRuleThatCountsItsCallsIsNoFunction() {
        AtomicLong calls = new AtomicLong();
        CustomStrategyLaws laws = laws("counting", 30, candidate -> calls.getAndIncrement() % 1_000);
        assertThatThrownBy(laws::itIsAFunctionOfTheCandidateAlone).isInstanceOf(AssertionError.class);
        assertThatThrownBy(laws::theOrderOfRecordsChangesNothing).isInstanceOf(AssertionError.class);
        assertThatThrownBy(laws::mergingInPartsIsMergingAtOnce).isInstanceOf(AssertionError.class);
    }

    @Test
    void aRuleThatThrowsOrIsTooWideIsNotTotal() {
        assertThatThrownBy(
                        laws("first-letter", 16, candidate -> candidate.text().charAt(0))::itIsTotal)
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(laws("too-wide", 1, Candidate::parts)::itIsTotal).isInstanceOf(AssertionError.class);
        assertThatThrownBy(laws("negative", 8, candidate -> -1)::itIsTotal).isInstanceOf(AssertionError.class);
    }

    @Test
    void aRuleThatReadsTheOrderOfArrivalIsCaught() {
        CustomStrategyLaws laws = laws(
                "last-learnt",
                40,
                candidate ->
                        Math.max(0, candidate.record().revision().recordedAt().getEpochSecond()));
        assertThatThrownBy(laws::itDoesNotReadWhenWeLearntOfTheRecord).isInstanceOf(AssertionError.class);
    }

    @Test
    void aNameThatNoDocumentCanHoldIsCaught() {
        assertThatThrownBy(laws("Partner First", 1, candidate -> 0)::itsNameAndWidthAreFixed)
                .isInstanceOf(AssertionError.class);
        assertThatCode(laws("partner-first", 1, candidate -> 0)::itsNameAndWidthAreFixed)
                .doesNotThrowAnyException();
    }
}
