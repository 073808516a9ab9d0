package io.crmviews.bench;

import io.crmviews.bench.Profiles.Customer;
import io.crmviews.merge.golden.Golden;
import io.crmviews.merge.golden.GoldenMerge;
import io.crmviews.merge.golden.PreparedRecord;
import io.crmviews.merge.golden.ValueForms;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.GoldenField;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** This library: prepared records, one comparison a field and record. */
final class LibraryMerge implements ProfileMerge<List<PreparedRecord>, Golden> {

    private final GoldenMerge golden = GoldenMerge.of(Profiles.survivorship(), ValueForms.plain());

    @Override
    public List<PreparedRecord> prepare(Customer customer) {
        return List.copyOf(customer.records().stream().map(golden::prepare).toList());
    }

    @Override
    public Golden merge(List<PreparedRecord> records) {
        return golden.merge(records);
    }

    /** A record comes to a customer that is merged already; the records end with the new one. */
    Golden arrive(Golden before, List<PreparedRecord> records) {
        return golden.fold(before, records);
    }

    @Override
    public SortedMap<String, Winner> winners(List<PreparedRecord> records, Golden merged) {
        SortedMap<String, Winner> winners = new TreeMap<>();
        for (GoldenField field : merged.profile().fields()) {
            // The plain form of a gender is lower case; the other values are in their plain form already.
            String text = field.winner().text();
            boolean gender = field.field().attribute() == Attribute.GENDER;
            winners.put(
                    field.field().toString(),
                    new Winner(
                            gender ? text.toLowerCase(Locale.ROOT) : text,
                            field.winner().record().toString()));
        }
        return winners;
    }
}
