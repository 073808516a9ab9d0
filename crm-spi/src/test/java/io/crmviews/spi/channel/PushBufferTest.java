package io.crmviews.spi.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Limits are there to end a hanging test, not to measure. */
@Timeout(30)
class PushBufferTest {

    private static final ReadLimit ALL = ReadLimit.of(100, 1 << 20, Duration.ZERO);
    private static final Duration LONG = Duration.ofSeconds(20);

    private static List<ChannelRecord> records(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> ChannelRecord.builder("s", "k" + i).build())
                .toList();
    }

    @Test
    void tellsTheReceiverOnceAllOfItsRequestIsStored() throws Exception {
        try (PushBuffer buffer = PushBuffer.of(10, 1000)) {
            PushBuffer.Ticket ticket =
                    buffer.offer(records(0, 3), List.of(), 30, Duration.ZERO).orElseThrow();
            Batch first = buffer.drain(ReadLimit.of(2, 100, Duration.ZERO), Checkpoint.of("1"));
            buffer.stored(first);
            assertThat(first.records()).hasSize(2);
            assertThat(ticket.awaitStored(Duration.ZERO)).isFalse();

            Batch rest = buffer.drain(ALL, Checkpoint.of("2"));
            assertThat(rest.checkpoint().text()).isEqualTo("2");
            buffer.stored(rest);
            buffer.stored(rest);
            assertThat(ticket.awaitStored(LONG)).isTrue();
            assertThat(buffer.size()).isZero();
        }
    }

    @Test
    void holdsNoMoreThanItsBoundUntilItIsStored() throws Exception {
        try (PushBuffer buffer = PushBuffer.of(4, 1000)) {
            assertThat(buffer.offer(records(0, 4), List.of(), 10, Duration.ZERO))
                    .isPresent();
            Batch batch = buffer.drain(ALL, Checkpoint.START);
            assertThat(buffer.offer(records(4, 5), List.of(), 1, Duration.ZERO)).isEmpty();

            buffer.stored(batch);
            assertThat(buffer.offer(records(4, 5), List.of(), 999, Duration.ZERO))
                    .isPresent();
            assertThat(buffer.offer(records(5, 6), List.of(), 2, Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void takesAnOversizedRequestAlone() throws Exception {
        try (PushBuffer buffer = PushBuffer.of(1, 1)) {
            assertThat(buffer.offer(records(0, 9), List.of(), 500, Duration.ZERO))
                    .isPresent();
            assertThat(buffer.offer(records(9, 10), List.of(), 1, Duration.ZERO))
                    .isEmpty();
        }
    }

    @Test
    void wakesAReceiverThatWaitsForRoomAndAReaderThatWaitsForRecords() throws Exception {
        try (PushBuffer buffer = PushBuffer.of(1, 1000)) {
            CompletableFuture<Batch> read = CompletableFuture.supplyAsync(
                    () -> quietly(() -> buffer.drain(ReadLimit.of(9, 99, LONG), Checkpoint.START)));
            assertThat(buffer.offer(records(0, 1), List.of(), 10, LONG)).isPresent();
            Batch batch = read.get();
            CompletableFuture<Optional<PushBuffer.Ticket>> second = CompletableFuture.supplyAsync(
                    () -> quietly(() -> buffer.offer(records(1, 2), List.of(), 10, LONG)));
            buffer.stored(batch);
            assertThat(second.get()).isPresent();
        }
    }

    @Test
    void closingLosesNothingThatWasConfirmed() throws Exception {
        PushBuffer buffer = PushBuffer.of(10, 1000);
        PushBuffer.Ticket read =
                buffer.offer(records(0, 1), List.of(), 10, Duration.ZERO).orElseThrow();
        Batch batch = buffer.drain(ALL, Checkpoint.START);
        PushBuffer.Ticket waiting =
                buffer.offer(records(1, 2), List.of(), 10, Duration.ZERO).orElseThrow();
        buffer.close();
        buffer.close();
        buffer.stored(batch);

        assertThat(read.awaitStored(LONG)).isFalse();
        assertThat(waiting.awaitStored(LONG)).isFalse();
        assertThat(buffer.offer(records(0, 1), List.of(), 1, LONG)).isEmpty();
        assertThatThrownBy(() -> buffer.drain(ALL, Checkpoint.START)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void carriesRejects() throws Exception {
        try (PushBuffer buffer = PushBuffer.of(10, 1000)) {
            Reject reject = Reject.of("s", "request 1", "It is bad.", "x".getBytes(StandardCharsets.UTF_8));
            assertThat(buffer.offer(List.of(), List.of(reject), 10, Duration.ZERO))
                    .isPresent();
            assertThat(buffer.drain(ALL, Checkpoint.START).rejects()).containsExactly(reject);
        }
    }

    private interface Waiting<T> {
        T call() throws InterruptedException;
    }

    private static <T> T quietly(Waiting<T> call) {
        try {
            return call.call();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
