package io.crmviews.examples.resolvecsv;

import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.key.Keys;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.partition.Edge;
import io.crmviews.merge.partition.Partitioner;
import io.crmviews.merge.partition.Vertex;
import io.crmviews.merge.weigh.FrequencyCounter;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The library's pure stages, one after the other, over a whole batch. */
final class LibraryEngine implements Engine {

    @Override
    public Outcome resolve(Facts facts, long records, Progress progress) throws BadInputException {
        Map<Long, Node> nodes = new LinkedHashMap<>();
        List<RecordKey> order = new ArrayList<>();
        FrequencyCounter counter = new FrequencyCounter();
        facts.forEach(fact -> {
            if (fact instanceof SourceRecord record) {
                Features features = Normaliser.features(record);
                counter.add(features);
                nodes.computeIfAbsent(features.hash(), unseen -> new Node(features))
                        .records
                        .add(record.key());
                order.add(record.key());
                progress.at("reading", order.size(), records);
            }
        });
        Model model = Model.shipped().calibrated(counter.frequencies(), Math.max(1, order.size()));
        Batch batch = new Batch(new ArrayList<>(nodes.values()), model, progress);
        Map<RecordKey, String> found = batch.clusters();
        Map<RecordKey, String> ordered = new LinkedHashMap<>();
        order.forEach(key -> ordered.put(key, found.getOrDefault(key, "")));
        return new Outcome(ordered, model.expectedCustomers(), batch.candidates, batch.candidates);
    }

    /** Records with equal features. */
    private static final class Node {
        private final Features features;
        private final List<RecordKey> records = new ArrayList<>();

        Node(Features features) {
            this.features = features;
        }
    }

    /** One batch. */
    private static final class Batch {
        private final Progress progress;
        private final PairScorer scorer;
        private final int least;
        private final List<Vertex> vertices = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();
        private final int[] parents;
        private long candidates;

        Batch(List<Node> nodes, Model model, Progress progress) {
            this.progress = progress;
            scorer = new PairScorer(model);
            least = Partitioner.leastWeight(model);
            parents = new int[nodes.size()];
            for (Node node : nodes) {
                Prepared prepared = Prepared.of(node.features, model);
                int self = node.records.size() > 1 ? scorer.weight(prepared, prepared) : 0;
                parents[vertices.size()] = vertices.size();
                vertices.add(new Vertex(
                        prepared, self, node.records.stream().sorted().toList()));
            }
            score(postings());
        }

        private Map<Long, int[]> postings() {
            Map<Long, Integer> holders = new HashMap<>();
            for (Vertex vertex : vertices) {
                for (long key : Keys.of(vertex.prepared().features())) {
                    holders.merge(key, 1, Integer::sum);
                }
            }
            Map<Long, int[]> postings = new HashMap<>();
            holders.forEach((key, count) -> {
                if (count > 1 && count <= KeyType.of(key).cap()) {
                    postings.put(key, new int[] {0});
                }
            });
            return postings;
        }

        /** Scores each vertex against the earlier ones that it shares a live key with. */
        private void score(Map<Long, int[]> postings) {
            int[] seen = new int[vertices.size()];
            Arrays.fill(seen, -1);
            for (int i = 0; i < vertices.size(); i++) {
                for (long key : Keys.of(vertices.get(i).prepared().features())) {
                    int[] holders = postings.get(key);
                    if (holders != null) {
                        score(i, holders, seen);
                        postings.put(key, with(holders, i));
                    }
                }
                progress.at("comparing", i + 1L, vertices.size());
            }
        }

        private void score(int i, int[] holders, int[] seen) {
            for (int h = 1; h <= holders[0]; h++) {
                int j = holders[h];
                if (seen[j] == i) {
                    continue;
                }
                seen[j] = i;
                candidates++;
                int weight = scorer.weight(
                        vertices.get(i).prepared(), vertices.get(j).prepared());
                if (weight >= least) {
                    edges.add(new Edge(j, i, weight));
                    parents[root(i)] = root(j);
                }
            }
        }

        /** The count stands first; the holders follow. */
        private static int[] with(int[] holders, int holder) {
            int size = holders[0] + 1;
            int[] larger = size < holders.length ? holders : Arrays.copyOf(holders, Math.max(4, size * 2));
            larger[0] = size;
            larger[size] = holder;
            return larger;
        }

        private int root(int vertex) {
            int at = vertex;
            while (parents[at] != at) {
                parents[at] = parents[parents[at]];
                at = parents[at];
            }
            return at;
        }

        Map<RecordKey, String> clusters() {
            Map<Integer, List<Integer>> components = new TreeMap<>();
            Map<Integer, List<Edge>> inside = new HashMap<>();
            for (int i = 0; i < vertices.size(); i++) {
                components.computeIfAbsent(root(i), unseen -> new ArrayList<>()).add(i);
            }
            for (Edge edge : edges) {
                inside.computeIfAbsent(root(edge.a()), unseen -> new ArrayList<>())
                        .add(edge);
            }
            Map<RecordKey, String> clusters = new HashMap<>();
            Partitioner partitioner = new Partitioner(scorer, Set.of());
            int[] local = new int[vertices.size()];
            components.forEach((root, members) -> {
                List<Vertex> some = new ArrayList<>();
                for (int member : members) {
                    local[member] = some.size();
                    some.add(vertices.get(member));
                }
                List<Edge> theirs = inside.getOrDefault(root, List.of()).stream()
                        .map(edge -> new Edge(local[edge.a()], local[edge.b()], edge.weight()))
                        .toList();
                for (List<RecordKey> cluster :
                        partitioner.partition(some, theirs).clusters()) {
                    String id = cluster.stream()
                            .min(RecordKey::compareTo)
                            .orElseThrow()
                            .key();
                    cluster.forEach(record -> clusters.put(record, id));
                }
            });
            return clusters;
        }
    }
}
