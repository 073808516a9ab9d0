package io.crmviews.merge;

import io.crmviews.merge.golden.Golden;
import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.Simulation;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.profile.GoldenValue;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.CustomerStore;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Merges every customer by two policies and tells the differences, a page of customers at a time. */
final class SurvivorshipTrial {

    private static final int PAGE = 500;

    private final GoldenMerge now;
    private final GoldenMerge then;
    private final int samplesOfField;
    private final Consumer<Simulation.Difference> visitor;
    private final SortedMap<Field, Long> fields = new TreeMap<>();
    private final List<Simulation.Difference> samples = new ArrayList<>();
    private long customers;
    private long changed;

    SurvivorshipTrial(GoldenMerge now, GoldenMerge then, int samplesOfField, Consumer<Simulation.Difference> visitor) {
        this.now = now;
        this.then = then;
        this.samplesOfField = samplesOfField;
        this.visitor = visitor;
    }

    Simulation over(CustomerStore store) {
        long after = 0;
        while (after >= 0) {
            long from = after;
            after = store.read(state -> page(state, from));
        }
        return new Simulation(customers, changed, fields, samples);
    }

    /** The number of the last customer of a page; negative if there is none. */
    private long page(StoreReader state, long after) {
        Collection<StoredCustomer> page =
                state.customers(state.customerNumbers(after, PAGE)).values();
        page.stream()
                .sorted((x, y) -> Long.compare(x.number(), y.number()))
                .forEach(customer -> compare(state, customer));
        return page.stream().mapToLong(StoredCustomer::number).max().orElse(-1);
    }

    private void compare(StoreReader state, StoredCustomer customer) {
        List<SourceRecord> records = new ArrayList<>();
        state.records(customer.records()).values().forEach(stored -> {
            if (stored.current() instanceof SourceRecord record) {
                records.add(record);
            }
        });
        GoldenProfile before = now.profile(records);
        GoldenProfile after = then.profile(records);
        Set<Field> differ = Golden.changes(before, after);
        customers++;
        changed += differ.isEmpty() ? 0 : 1;
        differ.stream()
                .sorted()
                .forEach(field -> tell(new Simulation.Difference(
                        new CustomerId(customer.number()), field, keys(before, field), keys(after, field))));
    }

    private void tell(Simulation.Difference difference) {
        long told = fields.merge(difference.field(), 1L, Long::sum);
        if (told <= samplesOfField) {
            samples.add(difference);
        }
        visitor.accept(difference);
    }

    private static List<RecordKey> keys(GoldenProfile profile, Field field) {
        return profile.values(field).stream().map(GoldenValue::record).toList();
    }
}
