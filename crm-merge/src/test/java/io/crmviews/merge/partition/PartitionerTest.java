package io.crmviews.merge.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A partition and its refusals are the same in whatever order vertices, edges and the ends of edges come. */
class PartitionerTest {

    private static final Model MODEL = Model.shipped();

    @Property(tries = 200)
    void noOrderShows(@ForAll long seed) {
        Random random = new Random(seed);
        List<Vertex> vertices = vertices(random);
        List<Edge> edges = edges(random, vertices.size());
        Partitioner partitioner = new Partitioner(new PairScorer(MODEL), Set.of("single", "other"));

        Partition expected = partitioner.partition(vertices, edges, Assertions.NONE);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < vertices.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        List<Vertex> shuffled = order.stream().map(vertices::get).toList();
        List<Edge> turned = new ArrayList<>();
        for (Edge edge : edges) {
            turned.add(new Edge(order.indexOf(edge.b()), order.indexOf(edge.a()), edge.weight()));
        }
        Collections.shuffle(turned, random);

        assertThat(partitioner.partition(shuffled, turned, Assertions.NONE)).isEqualTo(expected);
    }

    @Property(tries = 200)
    void theUnionsInTheirOrderMakeTheClusters(@ForAll long seed) {
        Random random = new Random(seed);
        List<Vertex> vertices = vertices(random);
        Partitioner partitioner = new Partitioner(new PairScorer(MODEL), Set.of("single"));
        Partition partition = partitioner.partition(vertices, edges(random, vertices.size()), Assertions.NONE);

        Map<RecordKey, Set<RecordKey>> grown = new HashMap<>();
        vertices.forEach(vertex -> vertex.records().forEach(key -> grown.put(key, Set.of(key))));
        for (Union union : partition.unions()) {
            Set<RecordKey> a = grown.get(union.a());
            Set<RecordKey> b = grown.get(union.b());
            assertThat(a).as("each union joins two").hasSize(union.sizeA()).doesNotContainAnyElementsOf(b);
            assertThat(b).hasSize(union.sizeB());
            Set<RecordKey> both = new TreeSet<>(a);
            both.addAll(b);
            both.forEach(key -> grown.put(key, both));
        }
        assertThat(grown.values().stream()
                        .distinct()
                        .map(List::copyOf)
                        .map(keys -> keys.stream().sorted().toList()))
                .containsExactlyInAnyOrderElementsOf(partition.clusters());
    }

    private static List<Vertex> vertices(Random random) {
        PairScorer scorer = new PairScorer(MODEL);
        List<Vertex> vertices = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<RecordKey> records = new ArrayList<>();
            for (int j = 0; j <= random.nextInt(3); j++) {
                records.add(new RecordKey(List.of("single", "other", "free").get(random.nextInt(3)), i + "-" + j));
            }
            SourceRecord record = SourceRecord.builder(records.get(0))
                    .name(PersonName.of("Ann" + "ab".repeat(i), "Lee"))
                    .build();
            Prepared prepared = Prepared.of(Normaliser.features(record), MODEL);
            Collections.sort(records);
            vertices.add(new Vertex(prepared, scorer.weight(prepared, prepared), records));
        }
        return vertices;
    }

    private static List<Edge> edges(Random random, int size) {
        int match = MODEL.parameters().get(Parameter.MATCH);
        int strong = MODEL.parameters().get(Parameter.STRONG);
        List<Edge> edges = new ArrayList<>();
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                if (random.nextBoolean()) {
                    edges.add(new Edge(a, b, random.nextBoolean() ? match : strong));
                }
            }
        }
        return edges;
    }
}
