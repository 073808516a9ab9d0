package io.crmviews.merge.ingest;

import io.crmviews.merge.internal.LongMap;
import io.crmviews.merge.partition.Assertions;
import io.crmviews.merge.partition.Edge;
import io.crmviews.merge.partition.Partition;
import io.crmviews.merge.partition.Partitioner;
import io.crmviews.merge.partition.Vertex;
import io.crmviews.merge.weigh.PairScorer;
import java.util.ArrayList;
import java.util.List;

/** Nodes of the graph with the edges among them: what the partitioner is given. */
final class Section {

    private final List<WorkNode> members;
    private final List<Vertex> vertices;
    private final List<Edge> edges = new ArrayList<>();

    Section(List<WorkNode> members, int least, PairScorer scorer, Counters counters) {
        this.members = members;
        vertices = new ArrayList<>(members.size());
        LongMap<Integer> indexes = new LongMap<>(members.size());
        for (WorkNode node : members) {
            indexes.put(node.id, vertices.size());
            int self = node.recordCount() > 1 ? scorer.weight(node.prepared, node.prepared) : 0;
            vertices.add(new Vertex(node.prepared, self, node.records()));
        }
        for (int a = 0; a < members.size(); a++) {
            WorkNode node = members.get(a);
            counters.edgesVisited += node.degree();
            for (int i = 0; i < node.degree(); i++) {
                Integer b = node.weight(i) >= least ? indexes.get(node.neighbour(i)) : null;
                if (b != null && a < b) {
                    edges.add(new Edge(a, b, node.weight(i)));
                }
            }
        }
    }

    List<WorkNode> members() {
        return members;
    }

    int selfWeight(int index) {
        return vertices.get(index).selfWeight();
    }

    Partition cut(Partitioner partitioner, Assertions assertions) {
        if (vertices.size() == 1 && vertices.get(0).records().size() == 1) {
            return new Partition(List.of(vertices.get(0).records()), List.of(), List.of());
        }
        return partitioner.partition(vertices, edges, assertions);
    }
}
