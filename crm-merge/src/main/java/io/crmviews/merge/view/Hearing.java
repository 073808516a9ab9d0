package io.crmviews.merge.view;

import io.crmviews.model.source.SourceDescription;
import io.crmviews.model.view.Freshness;
import io.crmviews.model.view.SourceFreshness;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * What is known of how a source was heard.
 *
 * @param source the source as it was declared
 * @param heardUntil everything that the source knew until then has arrived; {@link Instant#MIN} if never heard
 * @param failing whether the last attempt to hear it failed
 */
public record Hearing(SourceDescription source, Instant heardUntil, boolean failing) {

    /**
     * How current the source is. Failing outranks late, and a source that was never heard is {@code NEVER} even if the
     * first attempt failed.
     *
     * @param now the present instant
     * @return the source's freshness then
     */
    public SourceFreshness at(Instant now) {
        Freshness state = Freshness.LIVE;
        if (heardUntil.equals(Instant.MIN)) {
            state = Freshness.NEVER;
        } else if (failing) {
            state = Freshness.FAILING;
        } else if (isLate(now)) {
            state = Freshness.LATE;
        }
        return new SourceFreshness(source.id(), state, heardUntil);
    }

    private boolean isLate(Instant now) {
        Duration interval = source.interval();
        try {
            return !interval.isZero() && heardUntil.plus(interval).isBefore(now);
        } catch (DateTimeException | ArithmeticException beyondTime) {
            return false;
        }
    }
}
