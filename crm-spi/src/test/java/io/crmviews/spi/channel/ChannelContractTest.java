package io.crmviews.spi.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelContractTest {

    private static final Context CONTEXT =
            Context.builder("branch", () -> Instant.EPOCH).build();

    /** The least that compiles: nothing declared, so nothing may half work. */
    private final ChannelConnector bare = new ChannelConnector() {
        @Override
        public ConnectorInfo info() {
            return ConnectorInfo.builder("bare", "1.0").build();
        }

        @Override
        public List<Problem> check(Config config, Context context) {
            return List.of();
        }
    };

    @Test
    void whatIsNotDeclaredFailsWithAMessage() {
        Config config = Config.builder().build();

        assertThatThrownBy(() -> bare.openSource(config, Checkpoint.START, CONTEXT))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("The connector bare is not a source.");
        assertThatThrownBy(() -> bare.discover(config, CONTEXT))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("The connector bare does not discover streams.");
    }

    @Test
    void aCheckpointIsBoundedAndCopied() {
        byte[] bytes = {1, 2};
        Checkpoint checkpoint = Checkpoint.of(bytes);
        bytes[0] = 9;

        assertThat(checkpoint.bytes()).containsExactly(1, 2);
        assertThat(checkpoint).isEqualTo(Checkpoint.of(new byte[] {1, 2}));
        assertThat(Checkpoint.of("").isStart()).isTrue();
        assertThat(Checkpoint.of("x".repeat(Checkpoint.MAX_BYTES)).bytes()).hasSize(64 * 1024);
        assertThatThrownBy(() -> Checkpoint.of("x".repeat(Checkpoint.MAX_BYTES + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReadLimitIsPositive() {
        assertThatThrownBy(() -> ReadLimit.of(0, 1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReadLimit.of(1, 0, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReadLimit.of(1, 1, Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBatchMayMoveTheCheckpointAlone() {
        Batch batch = Batch.builder(Checkpoint.of("a")).build();

        assertThat(batch.records()).isEmpty();
        assertThat(batch.heardUpTo()).isEqualTo(Instant.MIN);
        assertThat(batch.endOfData()).isFalse();
    }

    @Test
    void aFailureSaysWhatCanBeDone() {
        ConnectorException limited =
                new ConnectorException(ConnectorException.Kind.RATE_LIMITED, "Too many calls.", Duration.ofSeconds(7));

        assertThat(limited.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(new ConnectorException(ConnectorException.Kind.AUTH, "No.").retryAfter())
                .isEmpty();
    }
}
