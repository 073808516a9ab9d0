package io.crmviews.merge;

import io.crmviews.merge.explain.Explainer;
import io.crmviews.merge.explain.KeyFinding;
import io.crmviews.merge.explain.PairExplanation;
import io.crmviews.merge.explain.Separation;
import io.crmviews.merge.ingest.ComponentRead;
import io.crmviews.merge.ingest.KeyHolders;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.key.Keys;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.partition.Refusal;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains pairs of records that a reader may see, by what it may see. Valid within one question to a store. */
final class PairExplaining {

    private static final Comparator<Refusal> STRONGEST = Comparator.comparingInt((Refusal refusal) -> -refusal.weight())
            .thenComparing(Refusal::a)
            .thenComparing(Refusal::b);

    private final StoreReader state;
    private final Explainable explainable;
    private final ComponentRead components;

    PairExplaining(StoreReader state, Explainable explainable, ComponentRead components) {
        this.state = state;
        this.explainable = explainable;
        this.components = components;
    }

    /** Why, if both records are there and may be explained. */
    Optional<PairExplanation> why(RecordKey a, RecordKey b) {
        return pair(a, b).map(this::explained);
    }

    /** Why not, if both records are there and may be explained. */
    Optional<Separation> whyNot(RecordKey a, RecordKey b) {
        return pair(a, b).map(pair -> new Separation(explained(pair), findings(pair), refusals(pair)));
    }

    /** Two records with what is compared of them. */
    private record Pair(StoredRecord a, StoredRecord b, Prepared one, Prepared other) {

        boolean together() {
            return a.customer() == b.customer();
        }
    }

    private Optional<Pair> pair(RecordKey a, RecordKey b) {
        if (!explainable.test(a) || !explainable.test(b)) {
            return Optional.empty();
        }
        Map<RecordKey, StoredRecord> records = state.records(List.of(a, b));
        StoredRecord one = records.get(a);
        StoredRecord other = records.get(b);
        return one != null
                        && other != null
                        && one.current() instanceof SourceRecord x
                        && other.current() instanceof SourceRecord y
                ? Optional.of(new Pair(one, other, prepared(x), prepared(y)))
                : Optional.empty();
    }

    private Prepared prepared(SourceRecord record) {
        return Prepared.of(Normaliser.features(record), model());
    }

    private Model model() {
        return components.scorer().model();
    }

    private PairExplanation explained(Pair pair) {
        Explainer.Side one = new Explainer.Side(pair.a().key(), pair.one());
        Explainer.Side other = new Explainer.Side(pair.b().key(), pair.other());
        List<KeyType> shared = findings(pair).stream()
                .filter(finding -> finding.state() == KeyFinding.State.SHARED)
                .map(KeyFinding::type)
                .toList();
        return new Explainer(components.scorer()).explain(one, other, pair.together(), shared);
    }

    private List<KeyFinding> findings(Pair pair) {
        long[] keys = Keys.of(pair.one().features());
        long[] others = Keys.of(pair.other().features());
        Map<KeyType, KeyFinding.State> states = new EnumMap<>(KeyType.class);
        KeyHolders holders = new KeyHolders(state, explainable);
        for (long key : keys) {
            note(states, key, state(key, others, holders));
        }
        for (long key : others) {
            note(states, key, KeyFinding.State.ONE_SIDED);
        }
        List<KeyFinding> findings = new ArrayList<>();
        states.forEach((type, found) -> findings.add(new KeyFinding(type, found)));
        return findings;
    }

    private KeyFinding.State state(long key, long[] others, KeyHolders holders) {
        if (Arrays.binarySearch(others, key) >= 0) {
            return holders.isLive(key, model().caps()) ? KeyFinding.State.SHARED : KeyFinding.State.GENERIC;
        }
        return holdsType(others, KeyType.of(key)) ? KeyFinding.State.DIFFERENT : KeyFinding.State.ONE_SIDED;
    }

    /** Of several keys of one type, the one that says most counts; the states are ordered so. */
    private static void note(Map<KeyType, KeyFinding.State> states, long key, KeyFinding.State state) {
        states.merge(KeyType.of(key), state, (x, y) -> x.compareTo(y) <= 0 ? x : y);
    }

    private static boolean holdsType(long[] keys, KeyType type) {
        return Arrays.stream(keys).anyMatch(key -> KeyType.of(key) == type);
    }

    /** The refusals between the customers of the two. */
    private List<Refusal> refusals(Pair pair) {
        if (pair.together()) {
            return List.of();
        }
        List<RecordKey> ours = records(pair.a());
        List<RecordKey> theirs = records(pair.b());
        return components.partition(List.of(pair.a().key(), pair.b().key())).refusals().stream()
                .filter(refusal -> (ours.contains(refusal.a()) && theirs.contains(refusal.b()))
                        || (theirs.contains(refusal.a()) && ours.contains(refusal.b())))
                .sorted(STRONGEST)
                .toList();
    }

    private List<RecordKey> records(StoredRecord record) {
        return state.customers(List.of(record.customer())).values().stream()
                .map(StoredCustomer::records)
                .findFirst()
                .orElse(List.of());
    }
}
