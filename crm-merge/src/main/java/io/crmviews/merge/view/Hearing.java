package io.crmviews.merge.view;

import io.crmviews.model.source.SourceDescription;
import io.crmviews.model.view.Freshness;
import io.crmviews.model.view.SourceFreshness;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What is known of how a source was heard.
 *
 * @param source the source as it was declared
 * @param heardUntil everything that the source knew until then has arrived; {@link Instant#MIN} if it never said
 * @param failing whether the last attempt to hear it failed
 * @param lastOccurred when the latest of what it reported happened; {@link Instant#MIN} if unknown
 * @param lastRecorded when something of it arrived last; {@link Instant#MIN} if never
 */
public record Hearing(
        SourceDescription source, Instant heardUntil, boolean failing, Instant lastOccurred, Instant lastRecorded) {

    /**
     * A source of which nothing arrived.
     *
     * @param source the source as it was declared
     * @param heardUntil everything that the source knew until then has arrived; {@link Instant#MIN} if it never said
     * @param failing whether the last attempt to hear it failed
     */
    public Hearing(SourceDescription source, Instant heardUntil, boolean failing) {
        this(source, heardUntil, failing, Instant.MIN, Instant.MIN);
    }

    /**
     * How current the source is. Failing outranks late, and a source that was never heard is {@code NEVER} even if the
     * first attempt failed. Of a source that never says until when it is heard, what arrived last counts.
     *
     * @param now the present instant
     * @return the source's freshness then
     */
    public SourceFreshness at(Instant now) {
        Instant last = heardUntil.equals(Instant.MIN) ? lastRecorded : heardUntil;
        Freshness state = Freshness.LIVE;
        if (last.equals(Instant.MIN)) {
            state = Freshness.NEVER;
        } else if (failing) {
            state = Freshness.FAILING;
        } else if (isLate(last, now)) {
            state = Freshness.LATE;
        }
        return new SourceFreshness(source.id(), state, heardUntil, lastOccurred, lastRecorded, 0, Set.of());
    }

    private boolean isLate(Instant last, Instant now) {
        Duration interval = source.interval();
        try {
            return !interval.isZero() && last.plus(interval).isBefore(now);
        } catch (DateTimeException | ArithmeticException beyondTime) {
            return false;
        }
    }
}
