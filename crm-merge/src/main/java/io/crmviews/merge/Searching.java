package io.crmviews.merge;

import io.crmviews.merge.explain.SearchResult;
import io.crmviews.merge.explain.SearchResult.Hit;
import io.crmviews.merge.explain.SearchResult.Likeness;
import io.crmviews.merge.ingest.KeyHolders;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.key.Keys;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredNode;
import io.crmviews.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Searches by attributes, as if a reader's visible records with their visible fields were all there is. Bounded: of one
 * key at most {@value #MOST_HOLDERS} holders are looked at, and {@value #MOST_CANDIDATES} of all keys, those of the rarest
 * keys first. Valid within one question to a store.
 */
final class Searching {

    static final int MOST_HOLDERS = 1_000;
    static final int MOST_CANDIDATES = 5_000;
    private static final int MOST_RECORDS = 10;
    private static final Comparator<Likeness> LIKELIEST =
            Comparator.comparingInt((Likeness like) -> -like.score()).thenComparing(Likeness::record);

    private final StoreReader state;
    private final Sight sight;
    private final PairScorer scorer;
    private final Projection projection;
    private final boolean allFields;
    private final Map<Long, Optional<CustomerId>> ids = new HashMap<>();

    Searching(StoreReader state, Sight sight, PairScorer scorer) {
        this.state = state;
        this.sight = sight;
        this.scorer = scorer;
        projection = new Projection(sight);
        allFields = sight.maySeeAllFields();
    }

    SearchResult search(SourceRecord attributes, int limit) {
        Features features = Normaliser.features(projection.of(attributes));
        Prepared asked = Prepared.of(features, model());
        Set<KeyType> generic = new TreeSet<>();
        long[] keys = Keys.of(features);
        Map<CustomerId, List<Likeness>> found = new TreeMap<>();
        for (StoredNode node : candidates(keys, generic)) {
            compare(asked, keys, node, found);
        }
        return new SearchResult(
                ranked(found).limit(limit).toList(),
                List.copyOf(generic),
                model().parameters().get(Parameter.MATCH));
    }

    private static Stream<Hit> ranked(Map<CustomerId, List<Likeness>> found) {
        return found.entrySet().stream()
                .map(entry -> new Hit(
                        entry.getKey(),
                        entry.getValue().stream()
                                .sorted(LIKELIEST)
                                .limit(MOST_RECORDS)
                                .toList()))
                .sorted(Comparator.comparingInt((Hit hit) -> -hit.score()).thenComparing(Hit::customer));
    }

    /** The visible nodes that hold one of the keys, those of the rarest keys first. */
    private List<StoredNode> candidates(long[] keys, Set<KeyType> generic) {
        KeyHolders holders = new KeyHolders(state, sight::maySee);
        Map<Long, List<StoredNode>> nodes = new LinkedHashMap<>();
        for (long key : keys) {
            nodes.put(key, holders.nodes(key, MOST_HOLDERS + 1));
        }
        Map<Long, StoredNode> candidates = new LinkedHashMap<>();
        nodes.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Long, List<StoredNode>> entry) ->
                                entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .filter(entry -> !tookAll(entry.getValue(), candidates))
                .forEach(entry -> generic.add(KeyType.of(entry.getKey())));
        return new ArrayList<>(candidates.values());
    }

    private static boolean tookAll(List<StoredNode> holders, Map<Long, StoredNode> candidates) {
        for (StoredNode node : holders.subList(0, Math.min(holders.size(), MOST_HOLDERS))) {
            if (candidates.size() < MOST_CANDIDATES) {
                candidates.putIfAbsent(node.id(), node);
            }
        }
        return candidates.keySet().containsAll(ids(holders));
    }

    private static List<Long> ids(List<StoredNode> nodes) {
        return nodes.stream().map(StoredNode::id).toList();
    }

    private void compare(Prepared asked, long[] keys, StoredNode node, Map<CustomerId, List<Likeness>> hits) {
        List<StoredRecord> records = sight.visible(node.records()).stream()
                .flatMap(key -> state.records(List.of(key)).values().stream())
                .toList();
        Prepared other = prepared(node, records.get(0));
        List<KeyType> shared = shared(keys, Keys.of(other.features()));
        if (shared.isEmpty()) {
            return;
        }
        Optional<Likeness> like = likeness(records.get(0).key(), asked, other, shared);
        for (StoredRecord record : records) {
            like.ifPresent(found -> ids.computeIfAbsent(record.customer(), number -> sight.id(state, number))
                    .ifPresent(customer -> hits.computeIfAbsent(customer, any -> new ArrayList<>())
                            .add(found.of(record.key()))));
        }
    }

    private Optional<Likeness> likeness(RecordKey record, Prepared asked, Prepared other, List<KeyType> shared) {
        List<Evidence> evidence = scorer.evidence(asked, other);
        int score = evidence.stream()
                .filter(line -> line.item() != Evidence.Item.PRIOR)
                .mapToInt(Evidence::weight)
                .sum();
        return Optional.of(new Likeness(record, score, scorer.weight(asked, other), evidence, shared))
                .filter(like -> like.score() > 0);
    }

    /** What may be compared of a node: what hidden fields say is left out before anything is weighed. */
    private Prepared prepared(StoredNode node, StoredRecord first) {
        SourceRecord fact = (SourceRecord) first.current();
        boolean whole = allFields && sight.maySeeAllFields(fact);
        if (whole && node.attachment() instanceof Prepared prepared) {
            return prepared;
        }
        return Prepared.of(Normaliser.features(whole ? fact : projection.of(fact)), model());
    }

    private Model model() {
        return scorer.model();
    }

    private static List<KeyType> shared(long[] keys, long[] others) {
        return Arrays.stream(keys)
                .filter(key -> Arrays.binarySearch(others, key) >= 0)
                .mapToObj(KeyType::of)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }
}
