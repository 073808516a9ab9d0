package io.crmviews.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.spi.channel.Config;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/**
 * Jars that were compiled once and are never compiled again: what ran against level 1 runs as long as level 1 is offered,
 * and what needs more is refused by name. Their source lies beside them.
 */
class FrozenJarTest {

    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

    private SourceStatus run(String jar) throws Exception {
        URL url = FrozenJarTest.class.getResource("/frozen/" + jar);
        assertThat(url).isNotNull();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {url}, FrozenJarTest.class.getClassLoader())) {
            ChannelConnector connector = ServiceLoader.load(ChannelConnector.class, loader).stream()
                    .filter(provider -> provider.type().getClassLoader() == loader)
                    .findFirst()
                    .orElseThrow()
                    .get();
            SourceDefinition source =
                    SourceDefinition.once("a", connector, Config.builder().build());
            try (ChannelRuntime runtime = ChannelRuntime.builder(delivery -> {
                        delivery.records().forEach(it -> taken.add(it.key() + " " + it.fields()));
                        return List.of();
                    })
                    .source(source)
                    .build()
                    .start()) {
                return runtime.await().get(0);
            }
        }
    }

    @Test
    void aJarOfLevel1RunsUnchanged() throws Exception {
        assertThat(run("level1.jar").state()).isEqualTo(SourceState.FINISHED);
        assertThat(taken).containsExactly("k0 {n=0}", "k1 {n=1}", "k2 {n=2}");
    }

    @Test
    void aJarOfAHigherLevelIsRefusedByName() throws Exception {
        assertThat(run("level2.jar").message())
                .isEqualTo("CONFIG: The connector frozen needs level 2 of the connector contract;"
                        + " this library offers 1.");
        assertThat(taken).isEmpty();
    }
}
