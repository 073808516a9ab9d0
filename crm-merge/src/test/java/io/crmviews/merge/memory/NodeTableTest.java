package io.crmviews.merge.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.spi.store.StoredNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NodeTableTest {

    @Property(tries = 50)
    void findsNodesAndSignaturesWhateverCameAndWent(@ForAll long seed) {
        Random random = new Random(seed);
        int ids = 1 + random.nextInt(5_000);
        NodeTable table = new NodeTable();
        Map<Long, StoredNode> plain = new TreeMap<>();
        for (int i = 0; i < 6_000; i++) {
            long id = random.nextInt(ids) * 0x5851F42D4C957F2DL;
            if (random.nextInt(3) > 0) {
                StoredNode node = node(id);
                table.put(node);
                plain.put(id, node);
            } else {
                table.remove(id);
                plain.remove(id);
            }
        }
        for (int i = 0; i < ids; i++) {
            long id = i * 0x5851F42D4C957F2DL;
            assertThat(table.get(id)).isSameAs(plain.get(id));
        }
        long[] asked = plain.keySet().stream().mapToLong(Long::longValue).toArray();
        long[] signatures = table.signatures(asked);
        for (int i = 0; i < asked.length; i++) {
            assertThat(signatures[2 * i]).isEqualTo(asked[i] + 1);
            assertThat(signatures[2 * i + 1]).isEqualTo(asked[i] + 2);
        }
    }

    private static StoredNode node(long id) {
        long[] signature = {id + 1, id + 2};
        return new StoredNode(id, 0, List.of(), new long[0], new long[0], new int[0], signature, null);
    }
}
