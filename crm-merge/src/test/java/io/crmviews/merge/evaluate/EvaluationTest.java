package io.crmviews.merge.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

    @Test
    void aPartitionWorkedByHand() {
        Map<String, String> truth = Map.of("a", "X", "b", "X", "c", "X", "d", "Y", "e", "Y", "f", "Z");
        Evaluation found = Evaluation.of(truth, Map.of("a", 1, "b", 1, "c", 2, "d", 2, "e", 3, "f", 4));
        assertThat(found.truePairs()).isEqualTo(4);
        assertThat(found.predictedPairs()).isEqualTo(2);
        assertThat(found.sharedPairs()).isEqualTo(1);
        assertThat(found.pairPrecision()).isEqualTo(0.5);
        assertThat(found.pairRecall()).isEqualTo(0.25);
        assertThat(found.pairF1()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(found.bcubedPrecision()).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(found.bcubedRecall()).isCloseTo(11 / 18.0, within(1e-12));
        assertThat(found.exactRate()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(found.exactSeveralRate()).isZero();
        assertThat(List.of(found.split(), found.overMerged(), found.mixed())).containsExactly(2L, 2L, 1L);
    }

    @Test
    void recordsMissingFromTheClustersStandAlone() {
        Map<String, String> truth = Map.of("a", "X", "b", "X", "c", "Y");
        Evaluation found = Evaluation.of(truth, Map.of("a", 1, "b", 1, "stranger", 1));
        assertThat(List.of(found.missing(), found.unknown(), found.clusters())).containsExactly(1L, 1L, 2L);
        assertThat(found.pairF1()).isEqualTo(1);
    }

    @Test
    void withoutRecordsEverythingHolds() {
        Evaluation nothing = Evaluation.of(Map.of(), Map.of());
        assertThat(List.of(nothing.pairF1(), nothing.bcubedF1(), nothing.exactRate()))
                .containsExactly(1.0, 1.0, 1.0);
    }

    @Property(tries = 300)
    void agreesWithCountingPairByPair(
            @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 6) Integer> entities,
            @ForAll @Size(min = 25, max = 25) List<@IntRange(max = 6) Integer> clusters) {
        Map<Integer, Integer> truth = new TreeMap<>();
        Map<Integer, Integer> predicted = new TreeMap<>();
        for (int i = 0; i < entities.size(); i++) {
            truth.put(i, entities.get(i));
            predicted.put(i, clusters.get(i));
        }
        Evaluation fast = Evaluation.of(truth, predicted);
        SlowEvaluation slow = new SlowEvaluation(truth, predicted);
        assertThat(fast.sharedPairs()).isEqualTo(slow.shared);
        assertThat(fast.predictedPairs()).isEqualTo(slow.predicted);
        assertThat(fast.truePairs()).isEqualTo(slow.truePairs);
        assertThat(fast.bcubedPrecision()).isCloseTo(slow.precision, within(1e-9));
        assertThat(fast.bcubedRecall()).isCloseTo(slow.recall, within(1e-9));
        assertThat(fast.exact()).isEqualTo(slow.exact);
        assertThat(fast.split()).isEqualTo(slow.split);
        assertThat(fast.overMerged()).isEqualTo(slow.overMerged);
    }

    @Test
    void agreesWithTheScoringScript(@TempDir Path folder) throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("crm.shared", "../../shared"), "tools/score.py");
        Assumptions.assumeTrue(Files.exists(script), "the scoring script is absent");
        Random random = new Random(11);
        for (int round = 0; round < 5; round++) {
            Map<String, Integer> truth = new TreeMap<>();
            Map<String, Integer> clusters = new TreeMap<>();
            for (int i = 0; i < 200; i++) {
                truth.put("r" + i, random.nextInt(60));
                if (random.nextInt(20) > 0) {
                    clusters.put("r" + i, random.nextInt(60));
                }
            }
            String line = run(script, write(folder, "entity_id", truth), write(folder, "cluster_id", clusters));
            Evaluation ours = Evaluation.of(truth, clusters);
            assertThat(ours.pairPrecision()).isCloseTo(number(line, "pair_precision"), within(1e-9));
            assertThat(ours.pairRecall()).isCloseTo(number(line, "pair_recall"), within(1e-9));
            assertThat(ours.pairF1()).isCloseTo(number(line, "pair_f1"), within(1e-9));
            assertThat(ours.bcubedF1()).isCloseTo(number(line, "b3_f1"), within(1e-9));
            assertThat(ours.exactSeveralRate()).isCloseTo(number(line, "exact_multi"), within(1e-9));
            assertThat((double) ours.sharedPairs()).isEqualTo(number(line, "tp"));
            assertThat((double) ours.predictedPairs()).isEqualTo(number(line, "predicted_pairs"));
            assertThat((double) ours.truePairs()).isEqualTo(number(line, "true_pairs"));
            assertThat((double) ours.overMerged()).isEqualTo(number(line, "over_merged"));
            assertThat((double) ours.split()).isEqualTo(number(line, "split"));
            assertThat((double) ours.mixed()).isEqualTo(number(line, "bad_clusters"));
            assertThat((double) ours.missing()).isEqualTo(number(line, "missing"));
        }
    }

    private static Path write(Path folder, String column, Map<String, Integer> groups) throws IOException {
        StringBuilder text = new StringBuilder("record_id," + column + "\n");
        groups.forEach(
                (record, group) -> text.append(record).append(',').append(group).append('\n'));
        return Files.writeString(folder.resolve(column + ".csv"), text);
    }

    private static String run(Path script, Path truth, Path clusters) throws IOException, InterruptedException {
        Process process;
        try {
            // The script rounds to six digits; without that it can be held to nine.
            String unrounded = "import builtins, sys; sys.path.insert(0, sys.argv[1]); sys.dont_write_bytecode = True;"
                    + " builtins.round = lambda x, n=0: x; import score; score.main(sys.argv[2:])";
            process = new ProcessBuilder(
                            "python3",
                            "-c",
                            unrounded,
                            script.resolveSibling("").toString(),
                            truth.toString(),
                            clusters.toString())
                    .start();
        } catch (IOException e) {
            Assumptions.abort("python3 is absent");
            throw e;
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return out;
    }

    private static double number(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\": ([0-9.e-]+)").matcher(json);
        assertThat(matcher.find()).as(name).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void labelledPairsAreCounted() {
        PairEvaluation found = PairEvaluation.NONE
                .with(true, true)
                .with(true, false)
                .with(false, true)
                .with(false, false)
                .with(false, false);
        assertThat(found.precision()).isEqualTo(0.5);
        assertThat(found.recall()).isEqualTo(0.5);
        assertThat(found.f1()).isEqualTo(0.5);
        assertThat(found.specificity()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(PairEvaluation.NONE.f1()).isEqualTo(1);
    }

    /** The definitions, word by word and slowly. */
    private static final class SlowEvaluation {
        private long shared;
        private long predicted;
        private long truePairs;
        private long exact;
        private long split;
        private long overMerged;
        private double precision;
        private double recall;

        SlowEvaluation(Map<Integer, Integer> truth, Map<Integer, Integer> clusters) {
            Map<Integer, Set<Integer>> entities = invert(truth);
            Map<Integer, Set<Integer>> groups = invert(clusters);
            for (int i : truth.keySet()) {
                Set<Integer> entity = at(entities, at(truth, i));
                Set<Integer> group = at(groups, at(clusters, i));
                Set<Integer> both = new HashSet<>(entity);
                both.retainAll(group);
                precision += (double) both.size() / group.size() / truth.size();
                recall += (double) both.size() / entity.size() / truth.size();
                for (int j : truth.keySet()) {
                    boolean same = at(truth, i).equals(at(truth, j));
                    boolean together = at(clusters, i).equals(at(clusters, j));
                    truePairs += i < j && same ? 1 : 0;
                    predicted += i < j && together ? 1 : 0;
                    shared += i < j && same && together ? 1 : 0;
                }
            }
            for (Set<Integer> entity : entities.values()) {
                exact += groups.containsValue(entity) ? 1 : 0;
                Set<Integer> where = new HashSet<>();
                entity.forEach(record -> where.add(at(clusters, record)));
                split += where.size() > 1 ? 1 : 0;
                boolean shares = where.stream().anyMatch(group -> !entity.containsAll(at(groups, group)));
                overMerged += shares ? 1 : 0;
            }
        }

        private static <V> V at(Map<Integer, V> map, int key) {
            return Objects.requireNonNull(map.get(key));
        }

        private static Map<Integer, Set<Integer>> invert(Map<Integer, Integer> groups) {
            Map<Integer, Set<Integer>> members = new HashMap<>();
            groups.forEach((record, group) ->
                    members.computeIfAbsent(group, unseen -> new HashSet<>()).add(record));
            return members;
        }
    }
}
