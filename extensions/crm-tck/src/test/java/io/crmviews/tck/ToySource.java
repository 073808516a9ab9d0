package io.crmviews.tck;

import io.crmviews.spi.channel.Batch;
import io.crmviews.spi.channel.ChannelSource;
import io.crmviews.spi.channel.Checkpoint;
import io.crmviews.spi.channel.ConnectorException;
import io.crmviews.spi.channel.ConnectorException.Kind;
import io.crmviews.spi.channel.Context;
import io.crmviews.spi.channel.ReadLimit;
import io.crmviews.spi.channel.Reject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Reads the notes of a {@link ToyChannel} in the order of their numbers; the checkpoint is the last number. */
final class ToySource implements ChannelSource {

    private static final AtomicInteger SHARED = new AtomicInteger();
    private static final AtomicInteger FORGOTTEN = new AtomicInteger();
    private static final int PROCESS = (int) ProcessHandle.current().pid();

    private final ToyChannel channel;
    private final Mutation mutation;
    private final Context context;
    private final boolean forgets;
    private final IdentityHashMap<Batch, List<Integer>> read = new IdentityHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private int position;
    private boolean ended;
    private boolean closed;

    ToySource(ToyChannel channel, Mutation mutation, int position, Context context, boolean forgets) {
        this.channel = channel;
        this.mutation = mutation;
        this.position = position;
        this.context = context;
        this.forgets = forgets;
        SHARED.set(position);
        SHARED.set(position);
        if (mutation == Mutation.OLD_CHECKPOINTS_ARE_FORGOTTEN) {
            this.position = position == 0 ? 0 : Math.max(position, FORGOTTEN.get());
            FORGOTTEN.set(this.position);
        }
        if (mutation == Mutation.LEAKS_THREADS) {
            Thread leaked = new Thread(LockSupport::park, "leaked");
            leaked.setDaemon(true);
            leaked.start();
        }
    }

    static int position(Checkpoint from, Mutation mutation) throws ConnectorException {
        if (from.isStart()) {
            return 0;
        }
        String text = from.text();
        if (mutation == Mutation.CHECKPOINT_POINTS_INTO_ITS_PROCESS && text.matches("\\d+@\\d+")) {
            return text.endsWith("@" + PROCESS) ? Integer.parseInt(text.substring(0, text.indexOf('@'))) : 0;
        }
        if (!text.matches("\\d{1,9}")) {
            if (mutation == Mutation.BEGINS_ANEW_AT_GARBAGE) {
                return 0;
            }
            throw new ConnectorException(Kind.DATA, "The checkpoint is none of this connector.");
        }
        return Integer.parseInt(text);
    }

    @Override
    public Batch read(ReadLimit limit) throws ConnectorException, InterruptedException {
        if (closed && mutation != Mutation.READS_AFTER_CLOSE) {
            throw new IllegalStateException("The source is closed.");
        }
        try {
            fail(limit);
            Batch batch = next(limit);
            if (batch.records().isEmpty() && batch.rejects().isEmpty()) {
                idle(limit.maxWait());
                batch = next(limit);
            }
            if (mutation == Mutation.ACKNOWLEDGES_WHEN_IT_READS || mutation == Mutation.CONFIRMS_EARLY) {
                forget(batch);
            }
            return batch;
        } catch (IOException e) {
            throw new ConnectorException(Kind.TRANSIENT, "The channel cannot be read.", e);
        }
    }

    private void fail(ReadLimit limit) throws IOException, ConnectorException, InterruptedException {
        channel.countCall();
        Fault fault = channel.fault().orElse(null);
        if (fault == null) {
            return;
        }
        switch (fault) {
            case CUT -> {
                if (mutation != Mutation.TAKES_A_CUT_FOR_THE_END) {
                    throw new ConnectorException(Kind.TRANSIENT, "The line is cut.");
                }
            }
            case RATE_LIMITED ->
                throw mutation == Mutation.FORGETS_RETRY_AFTER
                        ? new ConnectorException(Kind.RATE_LIMITED, "Too often.")
                        : new ConnectorException(Kind.RATE_LIMITED, "Too often.", Duration.ofSeconds(7));
            case REFUSED -> {
                for (int i = 0; mutation == Mutation.RETRIES_REFUSED_CREDENTIALS && i < 30; i++) {
                    channel.countCall();
                }
                throw new ConnectorException(Kind.AUTH, "The password is refused.");
            }
            case SERVER_ERROR -> {
                if (mutation == Mutation.SERVER_ERROR_IS_A_RUNTIME_EXCEPTION) {
                    throw new IllegalStateException("500");
                }
                throw new ConnectorException(Kind.TRANSIENT, "The channel fails.");
            }
            case SLOW -> {
                Thread.sleep(
                        mutation == Mutation.WAITS_FOR_A_SLOW_SERVER
                                ? 5000
                                : limit.maxWait().toMillis());
                throw new ConnectorException(Kind.TRANSIENT, "The channel is slow.");
            }
        }
    }

    private void idle(Duration wait) throws InterruptedException {
        if (mutation == Mutation.IDLES_FOR_EVER) {
            Thread.sleep(6000);
        }
        if (mutation == Mutation.DEAF_TO_INTERRUPTS && wait.toSeconds() > 5) {
            LockSupport.parkNanos(1);
            for (int i = 0; i < 100; i++) {
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    LockSupport.parkNanos(1);
                }
            }
        }
        if (wait.toMillis() > 1000) {
            end.await(wait.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        }
    }

    private Batch next(ReadLimit limit) throws IOException {
        if (mutation == Mutation.SHARES_ITS_POSITION) {
            position = SHARED.get();
        }
        List<ToyChannel.Note> open = channel.notes().stream()
                .filter(it -> it.number() > position)
                .filter(it -> !read.values().stream().anyMatch(numbers -> numbers.contains(it.number())))
                .toList();
        Batch.Builder batch = Batch.builder(Checkpoint.START);
        List<Integer> numbers = new ArrayList<>();
        long bytes = 0;
        int most = mutation == Mutation.OVERFILLS_BATCHES ? limit.records() + 1 : limit.records();
        if ((mutation == Mutation.STOPS_AT_ITS_FIRST_END && ended)
                || (mutation == Mutation.TAKES_A_CUT_FOR_THE_END
                        && channel.fault().isPresent())) {
            most = 0;
        }
        int from = position;
        for (ToyChannel.Note note : open) {
            if (numbers.size() >= most || (bytes >= limit.bytes() && mutation != Mutation.IGNORES_THE_BYTE_LIMIT)) {
                break;
            }
            add(batch, note, limit);
            numbers.add(note.number());
            bytes += note.content().length();
            position = Math.max(position, note.number());
        }
        if (mutation == Mutation.CHECKPOINT_DOES_NOT_COVER_REJECTS) {
            position = Math.min(
                    position,
                    open.stream()
                            .filter(it -> !it.isSound())
                            .mapToInt(it -> it.number() - 1)
                            .min()
                            .orElse(position));
        }
        if (mutation == Mutation.SENDS_THE_LAST_RECORD_AGAIN_WHEN_IDLE && open.isEmpty()) {
            channel.notes().stream()
                    .filter(it -> it.number() == position)
                    .forEach(it -> batch.add(ToyConnector.record(it, mutation)));
        }
        SHARED.set(position);
        SHARED.set(position);
        FORGOTTEN.accumulateAndGet(position, Math::max);
        boolean atEnd = numbers.size() == open.size() || most == 0;
        ended |= atEnd;
        Batch built = batch.checkpoint(checkpoint(from))
                .endOfData(atEnd && !forgets)
                .heardUpTo(heard(atEnd))
                .build();
        if (forgets && !numbers.isEmpty()) {
            read.put(built, numbers);
            position = 0;
        }
        return built;
    }

    private java.time.Instant heard(boolean atEnd) {
        if (!atEnd || forgets) {
            return java.time.Instant.MIN;
        }
        java.time.Instant now = context.clock().instant();
        return mutation == Mutation.HEARS_THE_FUTURE ? now.plusSeconds(3600) : now;
    }

    private void add(Batch.Builder batch, ToyChannel.Note note, ReadLimit limit) {
        if (!note.isSound()) {
            if (mutation == Mutation.ONE_BAD_RECORD_STOPS_THE_REST) {
                throw new IllegalStateException("A note has no key.");
            }
            if (mutation != Mutation.DROPS_BAD_RECORDS) {
                String reason = mutation == Mutation.REASON_QUOTES_A_VALUE
                        ? "A note has no key: " + note.text()
                        : "A note has no key.";
                byte[] raw = mutation == Mutation.REJECT_WITHOUT_BYTES
                        ? new byte[0]
                        : note.content().getBytes(StandardCharsets.UTF_8);
                batch.add(Reject.of("notes", "note " + note.number(), reason, raw));
            }
        } else if ((note.isDelete() && mutation == Mutation.MISSES_DELETES)
                || (mutation == Mutation.LOSES_THE_LAST_RECORD && note.number() % 25 == 0)) {
            return;
        } else if (mutation == Mutation.FIELDS_DEPEND_ON_THE_BATCH_SIZE && limit.records() < 3) {
            batch.add(io.crmviews.spi.channel.ChannelRecord.builder("notes", note.key())
                    .build());
        } else {
            batch.add(ToyConnector.record(note, mutation));
        }
    }

    private Checkpoint checkpoint(int from) {
        if (forgets) {
            return Checkpoint.of("0");
        }
        int told = mutation == Mutation.CHECKPOINT_IS_TOO_FAR && position > from ? position + 1 : position;
        return Checkpoint.of(
                mutation == Mutation.CHECKPOINT_POINTS_INTO_ITS_PROCESS ? told + "@" + PROCESS : told + "");
    }

    @Override
    public void ack(Batch batch) throws ConnectorException {
        if (closed) {
            throw new IllegalStateException("The source is closed.");
        }
        try {
            forget(batch);
        } catch (IOException e) {
            throw new ConnectorException(Kind.TRANSIENT, "The channel cannot be told.", e);
        }
    }

    private void forget(Batch batch) throws IOException {
        for (int number : read.getOrDefault(batch, List.of())) {
            Files.deleteIfExists(channel.in().resolve("%08d".formatted(number)));
        }
        read.remove(batch);
    }

    @Override
    public void close() {
        if (closed && mutation == Mutation.THROWS_AT_A_SECOND_CLOSE) {
            throw new IllegalStateException("It is closed already.");
        }
        if (mutation == Mutation.FORGETS_WHAT_WAS_NOT_ACKNOWLEDGED) {
            try {
                for (Batch batch : List.copyOf(read.keySet())) {
                    forget(batch);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        closed = true;
        end.countDown();
    }
}
