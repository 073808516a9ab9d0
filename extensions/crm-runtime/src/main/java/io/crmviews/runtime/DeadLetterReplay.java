package io.crmviews.runtime;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Reject;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Maps dead letters again once their mapping is mended. Only what a mapping or the engine refused can be: what a
 * connector could not read stays until it expires, and comes again when the channel sends it mended. Safe to run while
 * sources run, and again after a crash: what is taken twice counts once.
 */
public final class DeadLetterReplay {

    private static final int PAGE = 500;

    private final Ledger ledger;
    private final RecordSink sink;

    /**
     * A replay.
     *
     * @param ledger where the letters are
     * @param sink where their records go, with the mended mapping
     */
    public DeadLetterReplay(Ledger ledger, RecordSink sink) {
        this.ledger = ledger;
        this.sink = sink;
    }

    /**
     * How a replay ended.
     *
     * @param mended how many letters were taken and are gone
     * @param kept how many are still there
     */
    public record Outcome(int mended, int kept) {}

    /**
     * Replays the letters of a source, oldest first.
     *
     * @param source the source's id
     * @return how it ended
     * @throws RuntimeException if the sink cannot take any; what was mended before stays mended
     */
    public Outcome replay(String source) {
        int mended = 0;
        int kept = 0;
        long after = 0;
        List<DeadLetter> page = ledger.deadLetters(source, after, PAGE);
        while (!page.isEmpty()) {
            after = page.get(page.size() - 1).id();
            Set<Long> taken = taken(source, page);
            ledger.settle(source, taken);
            mended += taken.size();
            kept += page.size() - taken.size();
            page = ledger.deadLetters(source, after, PAGE);
        }
        return new Outcome(mended, kept);
    }

    private Set<Long> taken(String source, List<DeadLetter> page) {
        Set<Long> taken = new HashSet<>();
        for (DeadLetter letter : page) {
            if (letter.mapped() && isTaken(source, letter.reject())) {
                taken.add(letter.id());
            }
        }
        return taken;
    }

    private boolean isTaken(String source, Reject reject) {
        try {
            ChannelRecord record = RecordJson.parse(reject.raw());
            Batch batch = Batch.builder(Checkpoint.START).add(record).build();
            return sink.accept(new Delivery(source, batch)).isEmpty();
        } catch (IOException | IllegalArgumentException e) {
            // It was cut when it was put away; it cannot be mended.
            return false;
        }
    }
}
