package io.crmviews.bench;

import io.crmviews.bench.Profiles.Customer;
import io.crmviews.merge.golden.Golden;
import io.crmviews.merge.golden.PreparedRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The merges as operations to measure: each works through a number of customers in turn. */
final class Workloads {

    static final int CUSTOMERS = 16;
    private static final long SEED = 11;

    private Workloads() {}

    static List<Customer> customers(int records) {
        return Profiles.customers(CUSTOMERS, records, SEED);
    }

    /** Merges of whole customers. */
    static <R, M> Meter.Operation merge(ProfileMerge<R, M> contender, int records) {
        List<R> prepared = customers(records).stream().map(contender::prepare).toList();
        return index -> contender.merge(prepared.get(index % CUSTOMERS));
    }

    /** Merges of whole customers, and the profile with all its values and records written out. */
    static Meter.Operation profile(int records) {
        LibraryMerge library = new LibraryMerge();
        List<List<PreparedRecord>> prepared =
                customers(records).stream().map(library::prepare).toList();
        return index -> library.merge(prepared.get(index % CUSTOMERS)).profile();
    }

    /** One record comes to a merged customer and wins nothing. */
    static Meter.Operation arrival(int records) {
        LibraryMerge library = new LibraryMerge();
        return lastOf(
                customers(records).stream()
                        .map(Profiles::withLoser)
                        .map(library::prepare)
                        .toList(),
                records,
                library);
    }

    /** One record comes to a merged customer and wins fields. */
    static Meter.Operation winningArrival(int records) {
        LibraryMerge library = new LibraryMerge();
        return lastOf(customers(records + 1).stream().map(library::prepare).toList(), records, library);
    }

    /** The last of each customer's records comes to the merge of the first ones. */
    private static Meter.Operation lastOf(List<List<PreparedRecord>> prepared, int records, LibraryMerge library) {
        List<Golden> before = prepared.stream()
                .map(rows -> library.merge(rows.subList(0, records)))
                .toList();
        return index -> {
            int at = index % CUSTOMERS;
            return library.arrive(before.get(at), prepared.get(at));
        };
    }

    /** The same as {@link #arrival(int)} at the limit. */
    static Meter.Operation limitArrival(int records) {
        LimitMerge limit = new LimitMerge();
        List<LimitMerge.Row[]> rows = customers(records).stream()
                .map(Profiles::withLoser)
                .map(limit::prepare)
                .toList();
        List<LimitMerge.Running> running = new ArrayList<>();
        for (LimitMerge.Row[] row : rows) {
            running.add(limit.running(Arrays.copyOf(row, records)));
        }
        return index -> {
            int at = index % CUSTOMERS;
            return limit.arrive(running.get(at), rows.get(at));
        };
    }
}
