package io.crmviews.merge.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.train.People;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidatePairsTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 60})
    void areThePairsThatShareALiveKey(int cap) {
        List<Features> nodes = People.of(60, 20, 9).records().stream()
                .map(Normaliser::features)
                .distinct()
                .toList();
        KeyCaps caps = KeyCaps.uniform(cap);
        Map<String, Long> found = new TreeMap<>();
        CandidatePairs.of(nodes, caps).forEach((a, b, types) -> {
            assertThat(a).isLessThan(b);
            assertThat(found.put(a + " " + b, types)).isNull();
        });
        assertThat(found).isNotEmpty().isEqualTo(byHand(nodes, caps));
    }

    private static Map<String, Long> byHand(List<Features> nodes, KeyCaps caps) {
        Map<Long, Integer> holders = new HashMap<>();
        for (Features node : nodes) {
            for (long key : Keys.of(node)) {
                holders.merge(key, 1, Integer::sum);
            }
        }
        Map<String, Long> pairs = new TreeMap<>();
        for (int a = 0; a < nodes.size(); a++) {
            for (int b = a + 1; b < nodes.size(); b++) {
                for (long key : Keys.of(nodes.get(a))) {
                    boolean shared = Arrays.binarySearch(Keys.of(nodes.get(b)), key) >= 0;
                    if (shared && holders.getOrDefault(key, 0) <= caps.of(key)) {
                        pairs.merge(a + " " + b, 1L << KeyType.of(key).ordinal(), (x, y) -> x | y);
                    }
                }
            }
        }
        return pairs;
    }
}
