package io.crmviews.merge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Survivorship;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.memory.MemoryStore;
import io.crmviews.merge.weigh.Frequencies;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.model.fact.Fact;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.Posting;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.WriteSet;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;

/**
 * Engines that are broken on purpose: each must be told from a sound one by the comparison with the plain resolution, or
 * that comparison proves nothing.
 */
class MutantsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(2_000_000), ZoneOffset.UTC);
    private static final GoldenMerge GOLDEN = GoldenMerge.of(Survivorship.standard(), ValueForms.plain());
    private static final Set<String> DUPLICATE_FREE = Set.of("source-0");
    private static final Model MODEL = new Model(Parameters.shipped(), KeyCaps.uniform(3), new Frequencies(), 2_000);
    private static final int PROGRAMS = 300;

    @Test
    void theSoundEngineIsNotCaught() {
        assertThat(isCaught(MODEL, DUPLICATE_FREE, store -> store)).isFalse();
    }

    @Test
    void plainUnionFindIsCaught() {
        Parameters noBridge = Parameters.shipped().with(Parameter.STRONG, -1_000);
        Model model = new Model(noBridge, KeyCaps.uniform(3), new Frequencies(), 2_000);
        assertThat(isCaught(model, Set.of(), store -> store)).isTrue();
    }

    /** Edges weigh the more the earlier they came, so the first to arrive unite first. */
    @Test
    void arrivalOrderIsCaught() {
        assertThat(isCaught(MODEL, DUPLICATE_FREE, store -> new Tampered(store) {
                    private int arrived;
                    private final Map<Set<Long>, Integer> weights = new HashMap<>();

                    @Override
                    StoredNode written(StoredNode node) {
                        int[] changed = node.weights().clone();
                        for (int i = 0; i < changed.length; i++) {
                            Set<Long> pair = Set.of(node.id(), node.neighbours()[i]);
                            if (changed[i] >= MODEL.parameters().get(Parameter.MATCH)) {
                                changed[i] = weights.computeIfAbsent(pair, any -> 100_000 - arrived++);
                            }
                        }
                        return with(node, node.neighbours(), changed);
                    }
                }))
                .isTrue();
    }

    /** A node keeps an edge that is gone, as long as the other node exists. */
    @Test
    void aStaleEdgeIsCaught() {
        assertThat(isCaught(MODEL, DUPLICATE_FREE, store -> new Tampered(store) {
                    private final Map<Long, Map<Long, Integer>> ever = new HashMap<>();
                    private final Set<Long> alive = new HashSet<>();

                    @Override
                    void beforeCommit(WriteSet writes) {
                        writes.nodes().forEach(node -> alive.add(node.id()));
                        alive.removeAll(writes.removedNodes());
                    }

                    @Override
                    StoredNode read(StoredNode node) {
                        Map<Long, Integer> edges = ever.computeIfAbsent(node.id(), any -> new HashMap<>());
                        for (int i = 0; i < node.neighbours().length; i++) {
                            edges.put(node.neighbours()[i], node.weights()[i]);
                        }
                        long[] kept = edges.keySet().stream()
                                .mapToLong(Long::longValue)
                                .filter(alive::contains)
                                .sorted()
                                .toArray();
                        return with(
                                node,
                                kept,
                                Arrays.stream(kept)
                                        .mapToInt(other -> edges.getOrDefault(other, 0))
                                        .toArray());
                    }
                }))
                .isTrue();
    }

    /** A key that was generic once stays generic. */
    @Test
    void aCapWithAMemoryIsCaught() {
        assertThat(isCaught(MODEL, DUPLICATE_FREE, store -> new Tampered(store) {
                    private final Set<Long> generic = new HashSet<>();

                    @Override
                    Posting read(long key, Posting posting) {
                        if (posting.count() > 3) {
                            generic.add(key);
                        }
                        return generic.contains(key) ? new Posting(posting.count() + 100, posting.holders()) : posting;
                    }
                }))
                .isTrue();
    }

    private static boolean isCaught(Model model, Set<String> free, Function<MemoryStore, CustomerStore> tamper) {
        Arbitrary<Program> programs = Program.any();
        return programs.sampleStream().limit(PROGRAMS).anyMatch(program -> {
            List<Fact> facts = new ArrayList<>();
            try (MemoryStore store = new MemoryStore()) {
                Ingest ingest = new Ingest(tamper.apply(store), model, free, GOLDEN, CLOCK);
                for (List<Fact> batch : program.batches()) {
                    facts.addAll(batch);
                    ingest.ingest(batch);
                }
                return !StoreInvariants.profiles(store, GOLDEN)
                        .keySet()
                        .equals(PlainResolution.resolve(facts, MODEL, DUPLICATE_FREE)
                                .customers());
            } catch (IllegalStateException broken) {
                // An engine that trips over its own state is caught as well.
                return true;
            }
        });
    }

    /** A store that lies about nodes or postings. */
    private static class Tampered implements CustomerStore {

        private final MemoryStore store;

        Tampered(MemoryStore store) {
            this.store = store;
        }

        StoredNode written(StoredNode node) {
            return node;
        }

        void beforeCommit(@SuppressWarnings("unused") WriteSet writes) {}

        StoredNode read(StoredNode node) {
            return node;
        }

        Posting read(@SuppressWarnings("unused") long key, Posting posting) {
            return posting;
        }

        static StoredNode with(StoredNode node, long[] neighbours, int[] weights) {
            return new StoredNode(
                    node.id(),
                    node.check(),
                    node.records(),
                    node.keys(),
                    neighbours,
                    weights,
                    node.signature(),
                    node.attachment());
        }

        @Override
        public <T> T read(Function<StoreReader, T> question) {
            return store.read(reader -> question.apply((StoreReader) Proxy.newProxyInstance(
                    StoreReader.class.getClassLoader(),
                    new Class<?>[] {StoreReader.class},
                    (proxy, method, arguments) -> tampered(method, arguments, answer(reader, method, arguments)))));
        }

        private static Object answer(StoreReader reader, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(reader, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }

        private Object tampered(Method method, Object[] arguments, Object answer) {
            if (method.getName().equals("nodes")) {
                List<StoredNode> nodes = new ArrayList<>();
                for (Object node : (List<?>) answer) {
                    nodes.add(read((StoredNode) node));
                }
                return nodes;
            }
            if (method.getName().equals("postings")) {
                List<Posting> postings = new ArrayList<>();
                long[] keys = (long[]) arguments[0];
                for (int i = 0; i < keys.length; i++) {
                    postings.add(read(keys[i], (Posting) ((List<?>) answer).get(i)));
                }
                return postings;
            }
            return answer;
        }

        @Override
        public long commit(WriteSet writes) {
            beforeCommit(writes);
            List<StoredNode> nodes = writes.nodes().stream().map(this::written).toList();
            return store.commit(new WriteSet(
                    writes.basePosition(),
                    writes.nextNumber(),
                    writes.records(),
                    nodes,
                    writes.removedNodes(),
                    writes.addedKeys(),
                    writes.removedKeys(),
                    writes.mutedKeys(),
                    writes.unmutedKeys(),
                    writes.customers(),
                    writes.removedCustomers(),
                    writes.reviews(),
                    writes.closedReviews(),
                    writes.carriers(),
                    writes.events(),
                    writes.sources(),
                    writes.feed(),
                    writes.model()));
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
