package io.crmviews.runtime;

import io.crmviews.spi.channel.Checkpoint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** A ledger that a test looks over the shoulder of. */
class ForwardingLedger implements Ledger {

    private final Ledger ledger;

    ForwardingLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Checkpoint checkpoint(String source) {
        return ledger.checkpoint(source);
    }

    @Override
    public void commit(Progress progress) {
        ledger.commit(progress);
    }

    @Override
    public List<DeadLetter> deadLetters(String source, long after, int most) {
        return ledger.deadLetters(source, after, most);
    }

    @Override
    public void settle(String source, Collection<Long> ids) {
        ledger.settle(source, ids);
    }

    @Override
    public int expire(Instant before) {
        return ledger.expire(before);
    }

    @Override
    public Instant heardUpTo(String source) {
        return ledger.heardUpTo(source);
    }
}
