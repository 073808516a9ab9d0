package io.crmviews.spi.channel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What lies between a channel that calls us and the thread that reads: a bounded queue that {@link ChannelSource#read}
 * drains. A receiver offers what came in with one request and gets a {@link Ticket}, on which it waits before it tells
 * the channel that all is well; so nothing is confirmed that is not stored, and a full buffer slows the channel down
 * instead of filling memory. Thread-safe.
 */
public final class PushBuffer implements AutoCloseable {

    private final int maxItems;
    private final long maxBytes;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Deque<Item> queue = new ArrayDeque<>();
    private final IdentityHashMap<Batch, List<Ticket>> drained = new IdentityHashMap<>();
    private int items;
    private long bytes;
    private boolean closed;

    private PushBuffer(int maxItems, long maxBytes) {
        if (maxItems < 1 || maxBytes < 1) {
            throw new IllegalArgumentException("A buffer holds at least one record and one byte.");
        }
        this.maxItems = maxItems;
        this.maxBytes = maxBytes;
    }

    /**
     * A buffer.
     *
     * @param maxItems the most records and rejects that wait or are read and not acknowledged, at least 1
     * @param maxBytes the most bytes of them, as the channel sent them, at least 1
     * @return an empty buffer
     */
    public static PushBuffer of(int maxItems, long maxBytes) {
        return new PushBuffer(maxItems, maxBytes);
    }

    /** A record or a reject, its share of the bytes, and the request it came with. */
    private record Item(Optional<ChannelRecord> record, Optional<Reject> reject, long bytes, Ticket ticket) {}

    /** What came with one request, on its way into the store. Thread-safe. */
    public final class Ticket {

        private int open;
        private final long bytes;
        private boolean lost;

        private Ticket(int items, long bytes) {
            this.open = items;
            this.bytes = bytes;
        }

        /**
         * Waits until all of it is stored.
         *
         * @param limit the longest wait
         * @return true if it is stored; false if not yet, or if the buffer was closed: the channel sends it again
         * @throws InterruptedException if the thread was interrupted while it waited
         */
        public boolean awaitStored(Duration limit) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = limit.toNanos();
                while (open > 0 && !lost && left > 0) {
                    left = changed.awaitNanos(left);
                }
                return open == 0;
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Puts in what came with one request, all or nothing. A request larger than the whole buffer is taken when nothing
     * else is in it.
     *
     * @param records its records, in order
     * @param rejects what could not be a record
     * @param size its bytes as the channel sent them
     * @param limit the longest wait for room; zero to be refused at once
     * @return the ticket to wait on; empty if there is no room, or if the buffer is closed: ask the channel to come again
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    public Optional<Ticket> offer(List<ChannelRecord> records, List<Reject> rejects, long size, Duration limit)
            throws InterruptedException {
        int count = records.size() + rejects.size();
        lock.lockInterruptibly();
        try {
            long left = limit.toNanos();
            while (!closed && !fits(count, size) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return closed || !fits(count, size) ? Optional.empty() : Optional.of(put(records, rejects, size));
        } finally {
            lock.unlock();
        }
    }

    private boolean fits(int count, long size) {
        return items == 0 || (items + count <= maxItems && bytes + size <= maxBytes);
    }

    private Ticket put(List<ChannelRecord> records, List<Reject> rejects, long size) {
        int count = records.size() + rejects.size();
        Ticket ticket = new Ticket(count, size);
        long share = size / Math.max(1, count);
        records.forEach(it -> queue.add(new Item(Optional.of(it), Optional.empty(), share, ticket)));
        rejects.forEach(it -> queue.add(new Item(Optional.empty(), Optional.of(it), share, ticket)));
        items += count;
        bytes += count == 0 ? 0 : size;
        changed.signalAll();
        return ticket;
    }

    /**
     * The next batch; for {@link ChannelSource#read}.
     *
     * @param limit how much, and how long to wait for a first item
     * @param checkpoint the batch's checkpoint
     * @return what is there, possibly nothing
     * @throws InterruptedException if the thread was interrupted while it waited
     * @throws IllegalStateException if the buffer is closed
     */
    public Batch drain(ReadLimit limit, Checkpoint checkpoint) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = limit.maxWait().toNanos();
            while (queue.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (closed) {
                throw new IllegalStateException("The buffer is closed.");
            }
            return take(limit, checkpoint);
        } finally {
            lock.unlock();
        }
    }

    private Batch take(ReadLimit limit, Checkpoint checkpoint) {
        Batch.Builder batch = Batch.builder(checkpoint);
        List<Ticket> tickets = new ArrayList<>();
        long size = 0;
        while (!queue.isEmpty() && tickets.size() < limit.records() && size < limit.bytes()) {
            Item item = queue.remove();
            item.record().ifPresent(batch::add);
            item.reject().ifPresent(batch::add);
            tickets.add(item.ticket());
            size += item.bytes();
        }
        Batch built = batch.build();
        if (!tickets.isEmpty()) {
            drained.put(built, tickets);
        }
        return built;
    }

    /**
     * Tells the receivers that a batch is stored; for {@link ChannelSource#ack}. A batch that is not of this buffer, or
     * was told already, changes nothing.
     *
     * @param batch a batch that {@link #drain} returned
     */
    public void stored(Batch batch) {
        lock.lock();
        try {
            List<Ticket> tickets = drained.remove(batch);
            if (tickets != null) {
                tickets.forEach(this::settle);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void settle(Ticket ticket) {
        ticket.open--;
        items--;
        if (ticket.open == 0) {
            bytes -= ticket.bytes;
        }
    }

    /**
     * How many records and rejects wait or are read and not acknowledged.
     *
     * @return zero or more
     */
    public int size() {
        lock.lock();
        try {
            return items;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what is not stored and tells whoever waits that it is not. Harmless when called again. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            queue.forEach(item -> item.ticket().lost = true);
            drained.values().forEach(tickets -> tickets.forEach(ticket -> ticket.lost = true));
            queue.clear();
            drained.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
