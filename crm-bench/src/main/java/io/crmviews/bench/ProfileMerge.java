package io.crmviews.bench;

import io.crmviews.bench.Profiles.Customer;
import java.util.List;
import java.util.SortedMap;

/**
 * A contender of the profile merge. It prepares its own form of each record beforehand; a merge finds the winning value
 * of each field and the record that it is from.
 *
 * @param <R> its form of a customer's records
 * @param <M> its merged profile
 */
interface ProfileMerge<R, M> {

    /** Everything that does not depend on the other records of the customer. Not measured. */
    R prepare(Customer customer);

    /** What is measured. */
    M merge(R records);

    /** The winners in a common form, to compare contenders; not measured. */
    SortedMap<String, Winner> winners(R records, M merged);

    /**
     * The winner of a field.
     *
     * @param text the value
     * @param record the record that states it
     */
    record Winner(String text, String record) {}

    /** All contenders, the library first. */
    static List<ProfileMerge<?, ?>> contenders() {
        return List.of(new LibraryMerge(), new LimitMerge(), new HashMapMerge(), new JsonTreeMerge());
    }
}
