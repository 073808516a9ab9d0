package io.crmviews.merge.memory;

import io.crmviews.merge.internal.LongList;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.SourceState;
import io.crmviews.spi.store.StoredCustomer;
import io.crmviews.spi.store.StoredRecord;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of a store held after earlier commits, and when these were made. Of a record whose history grows, the
 * longer list is the present one's: an earlier state keeps its length only.
 */
final class Memory {

    /** {@code versions}: how many of the present history were history then. */
    private record Was(StoredRecord record, int versions) {

        static @Nullable Was of(@Nullable StoredRecord record) {
            return record == null
                    ? null
                    : new Was(with(record, List.of()), record.history().size());
        }

        private static StoredRecord with(StoredRecord record, List<Fact> history) {
            return new StoredRecord(
                    record.key(),
                    record.ids(),
                    record.current(),
                    history,
                    record.predecessors(),
                    record.node(),
                    record.customer());
        }

        StoredRecord whole(List<Fact> presentHistory) {
            return with(record, presentHistory.subList(0, Math.min(versions, presentHistory.size())));
        }

        long greatestId() {
            return Memory.greatestId(record);
        }
    }

    private static long greatestId(StoredRecord record) {
        return record.ids().isEmpty() ? Past.UNNUMBERED : Collections.max(record.ids());
    }

    private record Forgettable(long position, Runnable forget) {}

    private final Past<RecordKey, Was> records = new Past<>((key, was) -> was.greatestId());
    private final Past<Long, StoredCustomer> customers = new Past<>((number, customer) -> number);
    private final Past<Long, RecordKey> carriers = new Past<>((id, carrier) -> id);
    private final Past<String, SourceState> sources = new Past<>((source, state) -> Past.UNNUMBERED);
    private final List<Instant> times = new ArrayList<>();
    private final LongList nextNumbers = new LongList();
    private final Deque<Forgettable> oldest = new ArrayDeque<>();
    private final long kept;

    /** {@code kept}: how many commits before the present one are kept. */
    Memory(long kept) {
        this.kept = kept;
    }

    /** Begins the next commit. */
    void commit(Instant at, long nextNumber) {
        boolean back = !times.isEmpty() && at.isBefore(times.get(times.size() - 1));
        times.add(back ? times.get(times.size() - 1) : at);
        nextNumbers.add(nextNumber);
        while (!oldest.isEmpty() && oldest.peek().position() <= oldest()) {
            oldest.remove().forget().run();
        }
    }

    private long position() {
        return times.size();
    }

    /** The oldest position that can be asked for. */
    long oldest() {
        return Math.max(0, position() - kept);
    }

    Instant committedAt(long position) {
        return position == 0 ? Instant.MIN : times.get((int) position - 1);
    }

    long nextNumber(long position) {
        return position == 0 ? 1 : nextNumbers.get((int) position - 1);
    }

    long positionAt(Instant instant) {
        int low = 0;
        int high = times.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(middle).isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    void overwrite(RecordKey key, @Nullable StoredRecord before, StoredRecord after) {
        if (before != null || greatestId(after) < nextNumber(position() - 1)) {
            note(records, key, Was.of(before), Was.of(after));
        }
    }

    void overwrite(long number, @Nullable StoredCustomer before, @Nullable StoredCustomer after) {
        note(customers, number, before, after);
    }

    void overwrite(long id, @Nullable RecordKey before, RecordKey after) {
        note(carriers, id, before, after);
    }

    void overwrite(String source, @Nullable SourceState before, SourceState after) {
        note(sources, source, before, after);
    }

    /** Within a commit, after {@link #commit}. */
    private <K, V> void note(Past<K, V> past, K key, @Nullable V before, @Nullable V after) {
        long at = position();
        past.overwrite(key, before, after, at, nextNumber(at - 1));
        if (kept < Long.MAX_VALUE) {
            oldest.add(new Forgettable(at, () -> past.forgetUntil(key, at)));
        }
    }

    @Nullable
    StoredRecord record(RecordKey key, @Nullable StoredRecord present, long position) {
        Was was = records.at(key, Was.of(present), position, nextNumber(position));
        return was == null || present == null ? null : was.whole(present.history());
    }

    @Nullable
    StoredCustomer customer(long number, @Nullable StoredCustomer present, long position) {
        return customers.at(number, present, position, nextNumber(position));
    }

    @Nullable
    RecordKey carrier(long id, @Nullable RecordKey present, long position) {
        return carriers.at(id, present, position, nextNumber(position));
    }

    @Nullable
    SourceState source(String source, @Nullable SourceState present, long position) {
        return sources.at(source, present, position, nextNumber(position));
    }

    /** Forgets what records were and that others had to do with them; costs time in proportion to all that is kept. */
    void erase(Set<RecordKey> erased) {
        erased.forEach(records::forget);
        records.replaceAll(was -> {
            if (was.record().current() instanceof MatchAssertion said
                    && (erased.contains(said.a()) || erased.contains(said.b()))) {
                return null;
            }
            return new Was(without(was.record(), erased), was.versions());
        });
        customers.replaceAll(customer -> without(customer, erased));
        carriers.replaceAll(carrier -> erased.contains(carrier) ? null : carrier);
    }

    /** The same record, which has inherited nothing from erased ones. */
    static StoredRecord without(StoredRecord record, Set<RecordKey> erased) {
        return record.predecessors().stream().noneMatch(erased::contains)
                ? record
                : new StoredRecord(
                        record.key(),
                        record.ids(),
                        record.current(),
                        record.history(),
                        kept(record.predecessors(), erased),
                        record.node(),
                        record.customer());
    }

    private static @Nullable StoredCustomer without(StoredCustomer customer, Set<RecordKey> erased) {
        List<RecordKey> kept = kept(customer.records(), erased);
        if (kept.size() == customer.records().size()) {
            return customer;
        }
        return kept.isEmpty() ? null : new StoredCustomer(customer.number(), kept);
    }

    private static List<RecordKey> kept(List<RecordKey> keys, Set<RecordKey> erased) {
        return keys.stream().filter(key -> !erased.contains(key)).toList();
    }
}
