package io.crmviews.bridge.jsonlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.Config;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.ReadLimit;
import io.crmviews.tck.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JsonLinesBridgeTest {

    private static final Context CONTEXT =
            Context.builder("crm", () -> Instant.EPOCH).build();
    private static final ReadLimit READ = ReadLimit.of(100, 1 << 20, Duration.ofSeconds(20));

    @TempDir
    Path folder;

    private ScriptedSource script;

    @BeforeEach
    void script() throws Exception {
        script = new ScriptedSource(folder, true);
        script.seed(2);
    }

    private ChannelSource open(Config config) throws Exception {
        return new JsonLinesBridge().openSource(config, Checkpoint.START, CONTEXT);
    }

    @Test
    void line36AFailureThatIsReportedCountsAlsoIfTheSourceEndsWith0() throws Exception {
        script.inject(Fault.SERVER_ERROR);
        try (ChannelSource source = open(script.goodConfig())) {
            assertThatThrownBy(() -> source.read(READ))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessage("The source reports a failure and ends with 0.");
        }
    }

    @Test
    void theSourceSeesNoEnvironmentButWhatIsDeclaredAndItsSecretsAreMasked() throws Exception {
        Path stderr = folder.resolve("stderr");
        Config config = script.config()
                .set("environment", "REGION=eu-1")
                .set("stderrFile", stderr.toString())
                .build();
        try (ChannelSource source = open(config)) {
            Batch batch = source.read(READ);
            assertThat(batch.records()).hasSize(2);
            assertThat(batch.endOfData()).isTrue();
        }
        assertThat(Files.readString(stderr))
                .contains("REGION=eu-1", "***")
                .doesNotContain(ScriptedSource.PASSWORD, "HOME=", "JAVA");
    }

    @Test
    void aRunThatNeverEndsIsKilledWithItsChildrenAndLeavesNoFile() throws Exception {
        Path pid = folder.resolve("pid");
        Path script = folder.resolve("source");
        Files.writeString(
                script, Files.readString(script).replace("n=0\n", "sleep 600 & echo $! > " + pid + "\nwait\n"));
        ChannelSource source = open(this.script.goodConfig());
        source.read(ReadLimit.of(1, 1, Duration.ofMillis(10)));
        while (!Files.exists(pid) || Files.readString(pid).isBlank()) {
            Thread.sleep(10);
        }
        long child = Long.parseLong(Files.readString(pid).strip());
        source.close();
        while (ProcessHandle.of(child).filter(ProcessHandle::isAlive).isPresent()) {
            Thread.sleep(10);
        }
    }
}
