package io.crmviews.merge.memory;

import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.Decided;
import io.crmviews.spi.store.StaleReadException;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.WriteSet;
import io.crmviews.spi.store.WriteSet.KeyPairs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A store that threads write and read at once behaves as if they took turns (linearizability, Herlihy and Wing 1990):
 * Lincheck makes small programs of the operations below, runs them on threads, and looks for an order of turns that
 * explains every answer. A write is an id for a customer, its number among the carriers and the feed's position in one
 * set, so that a reader who saw half of one would give an answer that no order explains.
 */
public class MemoryStoreRacesTest {

    /** How much longer than usual to look; the profile {@code proofs} sets it. */
    private static final int TIMES = Integer.getInteger("crm.proofs", 1);

    private final MemoryStore store = new MemoryStore();

    /** A store for each program; Lincheck calls it. */
    public MemoryStoreRacesTest() {}

    /** Decides on the newest state, and again when somebody else was faster. */
    @Operation
    public long put(@Param(gen = IntGen.class, conf = "1:3") int number) {
        return store.decide(reader -> Decided.writing("", writes(reader.position(), number)))
                .position();
    }

    /** A writer that has seen an older state must fail. */
    @Operation
    public long putAt(
            @Param(gen = IntGen.class, conf = "0:3") int position,
            @Param(gen = IntGen.class, conf = "1:3") int number) {
        try {
            return store.commit(writes(position, number));
        } catch (StaleReadException stale) {
            return -1;
        }
    }

    /** Everything in one reading. */
    @Operation
    public String seen() {
        return store.read(MemoryStoreRacesTest::seen);
    }

    private static String seen(StoreReader reader) {
        List<Long> numbers = reader.customerNumbers(Long.MIN_VALUE, 100);
        return reader.position() + " " + numbers + " " + reader.customerCount() + " "
                + reader.carriers(numbers).size();
    }

    private static WriteSet writes(long base, long number) {
        RecordKey key = new RecordKey("source", "k" + number);
        KeyPairs none = new KeyPairs(new long[0], new long[0]);
        return new WriteSet(
                base,
                1,
                List.of(),
                List.of(),
                List.of(),
                none,
                none,
                List.of(),
                List.of(),
                List.of(new StoredCustomer(number, List.of(key))),
                List.of(),
                List.of(),
                List.of(),
                Map.of(number, key),
                List.of(),
                List.of(),
                List.of(),
                "model",
                Instant.EPOCH,
                Map.of());
    }

    @Test
    void threadsSeeNothingThatNoOrderOfTurnsExplains() {
        new StressOptions()
                .threads(3)
                .actorsPerThread(2)
                .iterations(10 * TIMES)
                .invocationsPerIteration(200)
                .check(MemoryStoreRacesTest.class);
    }

    /** Not by chance but by trying switches of threads one after another; takes longer. */
    @Test
    @Tag("proofs")
    void noSwitchOfThreadsShowsHalfAWrite() {
        new ModelCheckingOptions()
                .threads(2)
                .actorsPerThread(2)
                .iterations(TIMES)
                .invocationsPerIteration(100)
                .check(MemoryStoreRacesTest.class);
    }
}
