package io.crmviews.merge.partition;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.weigh.Model;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Cuts a component of the graph into customers: what people asserted first, then from the strongest edge to the weakest,
 * in one total order that no arrival order changes, two clusters unite unless a constraint refuses. Constrained
 * agglomeration in the manner of Kruskal (1956); a pure function of vertices, edges, assertions and model. One
 * partitioner a thread.
 *
 * <p>The history of a cluster depends on its own members and the edges between them alone: what was refused left no
 * trace. So a cluster can be cut again without the rest of its component as long as it unites with nothing outside.
 */
public final class Partitioner {

    /** An order that no arrival changes. */
    static final Comparator<Features> BY_HASH =
            Comparator.comparingLong(Features::hash).thenComparingLong(Features::hash2);

    private final UnionRules rules;
    private final Set<String> duplicateFree;
    private final int match;

    /**
     * A partitioner for one thread.
     *
     * @param scorer the scorer of the same thread
     * @param duplicateFree the sources that never hold one customer twice
     */
    public Partitioner(PairScorer scorer, Set<String> duplicateFree) {
        this.duplicateFree = Set.copyOf(duplicateFree);
        rules = new UnionRules(scorer);
        match = scorer.model().parameters().get(Parameter.MATCH);
    }

    /**
     * The least weight of an edge that can unite anything.
     *
     * @param model the model
     * @return 1/1024 bits
     */
    public static int leastWeight(Model model) {
        return model.parameters().get(Parameter.MATCH) - model.parameters().get(Parameter.WEAK_SPAN);
    }

    /**
     * The customers of a component. O(edges log edges), and at most sixteen comparisons for each edge that is not
     * strong.
     *
     * @param vertices the component's vertices, in any order
     * @param edges its edges of at least {@link #leastWeight(Model)}, in any order
     * @param assertions what people said about its records; those about others do nothing
     * @return the partition, the same for every order
     */
    public Partition partition(List<Vertex> vertices, List<Edge> edges, Assertions assertions) {
        Start start = new Start(vertices, assertions, rules, duplicateFree, match);
        Agglomeration run = new Agglomeration(rules, start.unions());
        run.assertSame(start.asserted());
        List<Edge> ordered = ordered(vertices, edges, start);
        for (int from = 0; from < ordered.size(); ) {
            int to = from + 1;
            while (to < ordered.size()
                    && ordered.get(to).weight() == ordered.get(from).weight()) {
                to++;
            }
            run.decide(start.proposals(ordered.subList(from, to)));
            from = to;
        }
        return run.result(start.clusters());
    }

    private List<Edge> ordered(List<Vertex> vertices, List<Edge> edges, Start start) {
        List<Edge> ordered = new ArrayList<>(edges.size() + 2);
        edges.forEach(edge -> ordered.add(oriented(vertices, edge)));
        for (int i = 0; i < vertices.size(); i++) {
            if (start.isSplit(i) && vertices.get(i).selfWeight() >= match) {
                ordered.add(new Edge(i, i, vertices.get(i).selfWeight()));
            }
        }
        ordered.sort(order(vertices));
        return ordered;
    }

    /** The order of oriented edges. */
    private static Comparator<Edge> order(List<Vertex> vertices) {
        return Comparator.comparingInt((Edge edge) -> -edge.weight())
                .thenComparing(edge -> features(vertices, edge.a()), BY_HASH)
                .thenComparing(edge -> features(vertices, edge.b()), BY_HASH);
    }

    private static Features features(List<Vertex> vertices, int index) {
        return vertices.get(index).prepared().features();
    }

    /** The lesser features first: which end of an edge comes first must not hang on the order of arrival. */
    private static Edge oriented(List<Vertex> vertices, Edge edge) {
        boolean inOrder = BY_HASH.compare(features(vertices, edge.a()), features(vertices, edge.b())) <= 0;
        return inOrder ? edge : new Edge(edge.b(), edge.a(), edge.weight());
    }
}
