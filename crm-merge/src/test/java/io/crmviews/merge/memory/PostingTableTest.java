package io.crmviews.merge.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.spi.store.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PostingTableTest {

    @Property(tries = 100)
    void holdsWhatAPlainMapWouldHold(@ForAll long seed) {
        Random random = new Random(seed);
        int keys = 1 + random.nextInt(200);
        PostingTable table = new PostingTable();
        Map<Long, TreeSet<Long>> plain = new TreeMap<>();
        for (int i = 0; i < 3_000; i++) {
            long key = spread(random.nextInt(1 + random.nextInt(keys)));
            long node = random.nextInt(60);
            TreeSet<Long> holders = plain.computeIfAbsent(key, any -> new TreeSet<>());
            if (holders.add(node)) {
                table.add(key, node);
            } else if (random.nextInt(4) > 0) {
                table.remove(key, node);
                holders.remove(node);
            }
        }
        assertThat(content(table, plain.keySet().stream().toList())).isEqualTo(new ArrayList<>(plain.values()));
        Map<Long, Integer> counts = new TreeMap<>();
        table.forEach(counts::put);
        plain.values().removeIf(TreeSet::isEmpty);
        assertThat(counts.keySet()).isEqualTo(plain.keySet());
        plain.forEach((key, holders) -> assertThat(counts).containsEntry(key, holders.size()));
    }

    /** Keys that fall into few segments, and the key 0. */
    private static long spread(long key) {
        return key * 0x5851F42D4C957F2DL;
    }

    private static List<Set<Long>> content(PostingTable table, List<Long> keys) {
        List<Set<Long>> found = new ArrayList<>();
        long[] asked = keys.stream().mapToLong(Long::longValue).toArray();
        for (Posting posting : table.postings(asked, Integer.MAX_VALUE)) {
            TreeSet<Long> holders = new TreeSet<>();
            for (long holder : posting.holders()) {
                holders.add(holder);
            }
            assertThat(posting.count()).isEqualTo(holders.size()).isEqualTo(posting.holders().length);
            found.add(holders);
        }
        return found;
    }
}
