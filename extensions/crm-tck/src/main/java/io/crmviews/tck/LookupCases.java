package io.crmviews.tck;

import io.crmviews.spi.channel.Capability;
import io.crmviews.spi.channel.ChannelLookup;
import io.crmviews.spi.channel.ChannelRecord;
import io.crmviews.spi.channel.LookupQuery;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Asking a channel for single things. */
public interface LookupCases extends KitCases {

    /** The longest wait of a lookup. */
    Duration LIMIT = Duration.ofSeconds(5);

    /**
     * What the channel holds is found, what it does not hold is an empty answer, and nothing changes there.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void findsWhatTheChannelHolds() throws Exception {
        Workbench bench = bench().needs(Capability.LOOKUP);
        String key = bench.fixture().seed(3).iterator().next();
        String before = bench.fixture().remoteState();
        try (ChannelLookup lookup = bench.connector().openLookup(bench.config(), bench.context())) {
            List<ChannelRecord> found = lookup.find(query(bench, key), LIMIT);
            Assertions.assertEquals(
                    List.of(key), found.stream().map(ChannelRecord::key).toList(), "The thing is not found.");
            Assertions.assertEquals(
                    List.of(), lookup.find(query(bench, "kit-nobody"), LIMIT), "Something is found for nobody.");
        }
        Assertions.assertEquals(before, bench.fixture().remoteState(), "Looking changed the channel.");
    }

    private static LookupQuery query(Workbench bench, String key) {
        return bench.fixture()
                .query(key)
                .orElseThrow(() -> new AssertionError("LOOKUP is declared and the fixture has no query."));
    }

    /**
     * A lookup closes twice, and answers nothing afterwards.
     *
     * @throws Exception if the fixture fails
     */
    @Test
    default void aClosedLookupFails() throws Exception {
        Workbench bench = bench().needs(Capability.LOOKUP);
        ChannelLookup lookup = bench.connector().openLookup(bench.config(), bench.context());
        lookup.close();
        lookup.close();
        Assertions.assertThrows(IllegalStateException.class, () -> lookup.find(query(bench, "a"), LIMIT));
    }
}
