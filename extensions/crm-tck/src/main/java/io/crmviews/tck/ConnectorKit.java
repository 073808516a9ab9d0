package io.crmviews.tck;

import io.crmviews.spi.channel.ChannelConnector;
import io.crmviews.tck.internal.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The kit: extend this class, implement two methods, run it with JUnit 5. Each case gets a fresh fixture and ends within
 * two minutes. Cases of capabilities that the connector does not declare, and of what the fixture cannot do, are skipped
 * by name. After the last case a certificate is written as HTML and JSON, with a table and a JSON Schema of the
 * configuration ({@link ConnectorDocs}), into {@code target/certificates}, or into the
 * folder that the system property {@code crm.certificates} names. A case waits at most 20 seconds for something that
 * must come; the system property {@code crm.kit.patience} sets other seconds, for a channel that is slow by nature.
 */
@SuppressWarnings("exports") // the extension that writes the certificate is nobody's to use
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ExtendWith(CertificateExtension.class)
public abstract class ConnectorKit
        implements DescriptorCases,
                ConfigCases,
                SourceCases,
                ResumeCases,
                CrashCases,
                LifecycleCases,
                BadDataCases,
                FaultCases,
                TextCases,
                PushCases,
                LookupCases,
                SenderCases {

    private final Deque<Workbench> benches = new ArrayDeque<>();
    private @Nullable Path folder;

    /** For the class that extends the kit. */
    protected ConnectorKit() {}

    /**
     * The connector under test, made by its public constructor as {@link java.util.ServiceLoader} does.
     *
     * @return a new connector
     */
    public abstract ChannelConnector connector();

    /**
     * The channel that a case talks to.
     *
     * @param scratch an empty folder that is deleted after the case
     * @return a new fixture
     * @throws Exception if it cannot be made
     */
    protected abstract ConnectorFixture fixture(Path scratch) throws Exception;

    @Override
    public final Workbench bench() {
        return benches.getFirst();
    }

    @Override
    public final Workbench anotherBench() throws Exception {
        Path root = folder;
        if (root == null) {
            throw new IllegalStateException("There is no case running.");
        }
        Path scratch = Files.createDirectory(root.resolve("fixture-" + benches.size()));
        Workbench bench = new Workbench(connector(), fixture(scratch));
        benches.addLast(bench);
        return bench;
    }

    @BeforeEach
    final void makeBench() throws Exception {
        folder = Files.createTempDirectory("crm-kit");
        Workbench made = anotherBench();
        benches.clear();
        benches.add(made);
    }

    @AfterEach
    final void clearBench() throws Exception {
        for (Workbench bench : benches) {
            bench.fixture().close();
        }
        benches.clear();
        if (folder != null) {
            Folders.delete(folder);
        }
    }
}
