package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.weigh.Model;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A store shows each of its earlier states as it was, whatever was done since. */
class EarlierStatesTest {

    private static final GoldenMerge GOLDEN = GoldenMerge.of(Survivorship.standard(), ValueForms.plain());

    private record State(
            long position,
            Instant committedAt,
            long nextNumber,
            Map<RecordKey, StoredRecord> records,
            Map<Long, StoredCustomer> customers,
            Map<Long, RecordKey> carriers,
            Object sources,
            Object feed) {

        static State of(StoreReader reader, Set<RecordKey> keys) {
            List<Long> numbers = LongStream.range(1, 200).boxed().toList();
            return new State(
                    reader.position(),
                    reader.committedAt(),
                    reader.nextNumber(),
                    reader.records(keys),
                    reader.customers(numbers),
                    reader.carriers(numbers),
                    reader.sources(),
                    reader.feed(0, 1_000));
        }
    }

    @Provide
    Arbitrary<Program> programs() {
        return Program.any();
    }

    @Property(tries = 200)
    void eachEarlierStateIsWhatItWas(@ForAll("programs") Program program) {
        List<List<Fact>> batches = program.batches();
        Set<RecordKey> keys = new HashSet<>();
        batches.forEach(batch -> batch.forEach(fact -> keys.add(fact.key())));
        try (MemoryStore store = new MemoryStore()) {
            List<State> seen = new ArrayList<>();
            seen.add(store.read(reader -> State.of(reader, keys)));
            for (int i = 0; i < batches.size(); i++) {
                ingest(store, i).ingest(batches.get(i));
                State state = store.read(reader -> State.of(reader, keys));
                if (state.position() == seen.size()) {
                    seen.add(state);
                }
            }
            for (State was : seen) {
                assertThat(store.<State>read(
                                reader -> State.of(reader.at(was.position()).orElseThrow(), keys)))
                        .isEqualTo(was);
                assertThat(store.<Long>read(reader -> reader.positionAt(was.committedAt())))
                        .isEqualTo(was.position());
            }
            assertThat(store.<Boolean>read(reader -> reader.at(seen.size()).isEmpty()))
                    .as("no state of a commit that was not made")
                    .isTrue();
        }
    }

    @Test
    void aStoreThatKeepsFewStatesSaysSo() {
        try (MemoryStore store = new MemoryStore(2)) {
            for (int i = 0; i < 5; i++) {
                ingest(store, i).ingest(List.of(), Map.of("shop", Instant.ofEpochSecond(i)));
            }
            assertThat(store.<Boolean>read(reader -> reader.at(2).isEmpty())).isTrue();
            assertThat(store.<Long>read(reader -> reader.at(3).orElseThrow().position()))
                    .isEqualTo(3);
        }
    }

    private static Ingest ingest(MemoryStore store, int step) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(2_000_000 + step), ZoneOffset.UTC);
        return new Ingest(store, Model.shipped(), Set.of("source-0"), GOLDEN, clock);
    }
}
