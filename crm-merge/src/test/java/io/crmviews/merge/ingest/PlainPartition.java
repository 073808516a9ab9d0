package io.crmviews.merge.ingest;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.merge.weigh.Parameters;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.review.ReviewReason;
import io.crmviews.model.review.Verdict;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The partition as the design says it, with sets of records that are looked through from scratch each time: no forest,
 * no summaries of clusters, no components.
 */
final class PlainPartition {

    private static final Comparator<Prepared> FULLEST = Comparator.comparingInt((Prepared p) -> -filled(p.features()))
            .thenComparingLong(p -> p.features().hash());

    private final List<Node> nodes;
    private final Map<Node, Map<Node, Integer>> weights;
    private final PairScorer scorer;
    private final Parameters parameters;
    private final Set<String> duplicateFree;
    private final List<MatchAssertion> assertions;
    private final PlainConstraints constraints;
    private final List<Refused> refused = new ArrayList<>();
    private Set<Set<RecordKey>> sets = new HashSet<>();

    /** Records of equal features. */
    record Node(Prepared prepared, List<RecordKey> records) {}

    /** A link that was refused. */
    private record Refused(Link link, ReviewReason reason) {}

    /** An edge between two records. */
    private record Link(Node x, Node y, RecordKey a, RecordKey b, int weight) {

        boolean isOf(Node one, Node other) {
            return (x.equals(one) && y.equals(other)) || (x.equals(other) && y.equals(one));
        }
    }

    PlainPartition(
            List<Node> nodes,
            Map<Node, Map<Node, Integer>> weights,
            PairScorer scorer,
            Set<String> duplicateFree,
            List<MatchAssertion> assertions,
            PlainConstraints constraints) {
        this.constraints = constraints;
        this.nodes = nodes;
        this.weights = weights;
        this.scorer = scorer;
        this.duplicateFree = duplicateFree;
        this.assertions = assertions;
        parameters = scorer.model().parameters();
    }

    Set<Set<RecordKey>> customers() {
        for (Node node : nodes) {
            node.records().forEach(record -> sets.add(Set.of(record)));
        }
        for (Node node : nodes) {
            Set<RecordKey> all = Set.copyOf(node.records());
            if (all.size() > 1 && weight(node, node) >= parameters.get(Parameter.MATCH) && isAllowedAsOne(all)) {
                replace(all);
            }
        }
        List<Link> links = links();
        assertions.stream()
                .filter(one -> one.verdict() == Verdict.SAME && exists(one.a()) && exists(one.b()))
                .sorted(Comparator.comparing(
                                (MatchAssertion one) -> one.revision().occurredAt())
                        .reversed()
                        .thenComparing(MatchAssertion::key))
                .forEach(this::take);
        links.stream()
                .map(Link::weight)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(weight -> {
                    List<Link> level = links.stream()
                            .filter(link -> link.weight() == weight)
                            .toList();
                    Set<Link> competing = competing(level);
                    for (Link link : level) {
                        ReviewReason reason = competing.contains(link) ? ReviewReason.COMPETING_EDGES : refusal(link);
                        if (!isOne(link) && reason == null) {
                            unite(link.a(), link.b());
                        } else if (!isOne(link)) {
                            refused.add(new Refused(link, Objects.requireNonNull(reason)));
                        }
                    }
                });
        return sets;
    }

    /** Why two nodes are not one: for competitors if any of their records were, else for what was refused first. */
    ReviewReason reason(Node x, Node y) {
        List<ReviewReason> reasons = refused.stream()
                .filter(one -> one.link().isOf(x, y))
                .filter(one -> !isOne(one.link()))
                .map(Refused::reason)
                .toList();
        if (reasons.isEmpty()) {
            return ReviewReason.POSSIBLE;
        }
        return reasons.contains(ReviewReason.COMPETING_EDGES) ? ReviewReason.COMPETING_EDGES : reasons.get(0);
    }

    private void take(MatchAssertion same) {
        Set<RecordKey> a = of(same.a());
        Set<RecordKey> b = of(same.b());
        if (a.equals(b)) {
            return;
        }
        if (!isKindExcluded(a, b) && !isSaidDifferent(a, b)) {
            unite(same.a(), same.b());
        } else {
            ReviewReason reason = isKindExcluded(a, b) ? ReviewReason.KIND : ReviewReason.ASSERTED_DIFFERENT;
            Link link = new Link(node(same.a()), node(same.b()), same.a(), same.b(), 0);
            refused.add(new Refused(link, reason));
        }
    }

    private Node node(RecordKey record) {
        return nodes(Set.of(record)).get(0);
    }

    /** One link a pair of starting sets, in the total order of the design. */
    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        List<Node> ordered = nodes.stream()
                .sorted(Comparator.comparingLong(
                        node -> node.prepared().features().hash()))
                .toList();
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = i; j < ordered.size(); j++) {
                Node x = ordered.get(i);
                Node y = ordered.get(j);
                int least = x.equals(y)
                        ? parameters.get(Parameter.MATCH)
                        : parameters.get(Parameter.MATCH) - parameters.get(Parameter.WEAK_SPAN);
                if (weight(x, y) >= least) {
                    for (RecordKey a : starts(x)) {
                        for (RecordKey b : starts(y)) {
                            if (!x.equals(y) || a.compareTo(b) < 0) {
                                links.add(new Link(x, y, a, b, weight(x, y)));
                            }
                        }
                    }
                }
            }
        }
        return links;
    }

    /** The first record of each of a node's starting sets. */
    private List<RecordKey> starts(Node node) {
        Set<Set<RecordKey>> distinct = new LinkedHashSet<>();
        node.records().forEach(record -> distinct.add(of(record)));
        return distinct.stream()
                .map(set -> set.stream().min(Comparator.naturalOrder()).orElseThrow())
                .toList();
    }

    private int weight(Node x, Node y) {
        Integer weight = weights.getOrDefault(x, Map.of()).get(y);
        return weight == null ? Integer.MIN_VALUE : weight;
    }

    private Set<Link> competing(List<Link> level) {
        Set<Link> competing = new HashSet<>();
        for (Link one : level) {
            for (Link other : level) {
                if (!one.equals(other) && !isOne(one) && !isOne(other)) {
                    if (isAllowed(one) && isAllowed(other) && excludeEachOther(one, other)) {
                        competing.add(one);
                    }
                }
            }
        }
        return competing;
    }

    private boolean excludeEachOther(Link one, Link other) {
        for (RecordKey x : List.of(one.a(), one.b())) {
            for (RecordKey y : List.of(other.a(), other.b())) {
                Set<RecordKey> left = of(x.equals(one.a()) ? one.b() : one.a());
                Set<RecordKey> right = of(y.equals(other.a()) ? other.b() : other.a());
                if (of(x).equals(of(y))
                        && !left.equals(right)
                        && (isRefused(union(of(x), left), right) || isRefused(union(of(x), right), left))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<RecordKey> union(Set<RecordKey> a, Set<RecordKey> b) {
        Set<RecordKey> union = new HashSet<>(a);
        union.addAll(b);
        return union;
    }

    private boolean isOne(Link link) {
        return of(link.a()).equals(of(link.b()));
    }

    private boolean isAllowed(Link link) {
        return refusal(link) == null;
    }

    private @Nullable ReviewReason refusal(Link link) {
        ReviewReason reason = refusal(of(link.a()), of(link.b()));
        if (reason != null || isEnough(link)) {
            return reason;
        }
        boolean matches = link.weight() >= parameters.get(Parameter.MATCH);
        return matches ? ReviewReason.WEAK_BRIDGE : ReviewReason.POSSIBLE;
    }

    private boolean isRefused(Set<RecordKey> a, Set<RecordKey> b) {
        return refusal(a, b) != null;
    }

    private @Nullable ReviewReason refusal(Set<RecordKey> a, Set<RecordKey> b) {
        if (isKindExcluded(a, b)) {
            return ReviewReason.KIND;
        }
        if (isSaidDifferent(a, b)) {
            return ReviewReason.ASSERTED_DIFFERENT;
        }
        return isDuplicate(a, b) ? ReviewReason.DUPLICATE_FREE_SOURCE : constraints.refusal(a, b);
    }

    private boolean isAllowedAsOne(Set<RecordKey> all) {
        for (RecordKey a : all) {
            for (RecordKey b : all) {
                if (!a.equals(b) && (isSaidDifferent(Set.of(a), Set.of(b)) || isDuplicate(Set.of(a), Set.of(b)))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isKindExcluded(Set<RecordKey> a, Set<RecordKey> b) {
        Set<PartyKind> kinds = new HashSet<>();
        nodes(a).forEach(node -> kinds.add(node.prepared().features().kind()));
        nodes(b).forEach(node -> kinds.add(node.prepared().features().kind()));
        return kinds.containsAll(Set.of(PartyKind.INDIVIDUAL, PartyKind.ORGANIZATION));
    }

    private boolean isSaidDifferent(Set<RecordKey> a, Set<RecordKey> b) {
        return assertions.stream()
                .filter(one -> one.verdict() == Verdict.DIFFERENT)
                .anyMatch(one ->
                        (a.contains(one.a()) && b.contains(one.b())) || (a.contains(one.b()) && b.contains(one.a())));
    }

    private boolean isDuplicate(Set<RecordKey> a, Set<RecordKey> b) {
        return a.stream()
                .anyMatch(x -> duplicateFree.contains(x.source())
                        && b.stream().anyMatch(y -> y.source().equals(x.source())));
    }

    private boolean isEnough(Link link) {
        if (link.weight() >= parameters.get(Parameter.STRONG)) {
            return true;
        }
        boolean weak = link.weight() < parameters.get(Parameter.MATCH);
        long sum = 0;
        int pairs = 0;
        for (Prepared x : speakers(of(link.a()))) {
            for (Prepared y : speakers(of(link.b()))) {
                boolean itself = (x == link.x().prepared() && y == link.y().prepared())
                        || (x == link.y().prepared() && y == link.x().prepared());
                if (!itself) {
                    int cross = scorer.weight(x, y);
                    sum += Math.max(
                            parameters.get(Parameter.CROSS_LEAST),
                            Math.min(parameters.get(Parameter.CROSS_MOST), cross));
                    pairs++;
                }
            }
        }
        int needed = parameters.get(weak ? Parameter.WEAK_BRIDGE : Parameter.BRIDGE);
        return pairs == 0 ? !weak : sum >= (long) pairs * needed;
    }

    private List<Prepared> speakers(Set<RecordKey> set) {
        return nodes(set).stream().map(Node::prepared).sorted(FULLEST).limit(4).toList();
    }

    private List<Node> nodes(Set<RecordKey> set) {
        return nodes.stream()
                .filter(node -> node.records().stream().anyMatch(set::contains))
                .toList();
    }

    private boolean exists(RecordKey record) {
        return sets.stream().anyMatch(set -> set.contains(record));
    }

    private Set<RecordKey> of(RecordKey record) {
        return sets.stream().filter(set -> set.contains(record)).findFirst().orElseThrow();
    }

    private void unite(RecordKey a, RecordKey b) {
        Set<RecordKey> union = new HashSet<>(of(a));
        union.addAll(of(b));
        replace(union);
    }

    private void replace(Set<RecordKey> union) {
        Set<Set<RecordKey>> others = new HashSet<>(sets);
        others.removeIf(union::containsAll);
        others.add(union);
        sets = others;
    }

    private static int filled(Features f) {
        return f.words().size()
                + f.organization().size()
                + f.births().size()
                + f.emails().size()
                + f.phones().size()
                + f.ids().size()
                + f.addresses().size()
                + f.traits().size();
    }
}
