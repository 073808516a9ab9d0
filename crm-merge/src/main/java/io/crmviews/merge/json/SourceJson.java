package io.crmviews.merge.json;

import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.math.BigDecimal;
import java.time.Instant;

/** Keys, revisions and amounts. */
final class SourceJson {

    private static final int MAX_AMOUNT = 1_000;

    private SourceJson() {}

    static void write(RecordKey key, Out out) {
        out.text("source", key.source()).text("key", key.key());
    }

    static RecordKey key(In in) {
        return new RecordKey(in.text("source"), in.text("key"));
    }

    static void write(Revision revision, Out out) {
        out.number("sequence", revision.sequence(), Revision.NO_SEQUENCE)
                .instant("occurredAt", revision.occurredAt(), Instant.MIN)
                .instant("recordedAt", revision.recordedAt(), Instant.MIN);
    }

    static Revision revision(In in) {
        return new Revision(
                in.number("sequence", Revision.NO_SEQUENCE),
                in.instant("occurredAt", Instant.MIN),
                in.instant("recordedAt", Instant.MIN));
    }

    static void write(Money money, Out out) {
        out.text("amount", money.amount().toString()).text("currency", money.currency());
    }

    @SuppressWarnings("PreserveStackTrace") // The cause may quote the amount.
    static Money money(In in) {
        String amount = in.text("amount");
        String currency = in.text("currency");
        try {
            if (amount.length() <= MAX_AMOUNT) {
                return new Money(new BigDecimal(amount), currency);
            }
        } catch (NumberFormatException notANumber) {
            throw in.wrong("amount", "A decimal number is expected.");
        }
        throw in.wrong("amount", "A decimal number of at most " + MAX_AMOUNT + " characters is expected.");
    }
}
