package io.crmviews.merge.normalise;

import io.crmviews.model.party.Authentication;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * Which values of one record their holder proved. A value that is both claimed and verified is verified; where a record
 * holds more values than are kept, verified ones are kept first, so that claims cannot push them out.
 */
final class Proofs {

    private final TreeSet<Long> proven = new TreeSet<>();
    private final TreeSet<Long> kept = new TreeSet<>();

    <T> void take(Collection<T> values, T value, long hash, Authentication authentication) {
        values.add(value);
        if (authentication.isVerified()) {
            proven.add(hash);
        }
    }

    /** The values that are kept of a kind, in their own order. */
    <T extends Comparable<T>> List<T> bounded(Collection<T> values, ToLongFunction<T> hash) {
        List<T> some = values.size() > Normaliser.MAX_VALUES ? first(values, hash) : List.copyOf(values);
        if (!proven.isEmpty()) {
            some.stream().map(hash::applyAsLong).filter(proven::contains).forEach(kept::add);
        }
        return some;
    }

    private <T extends Comparable<T>> List<T> first(Collection<T> values, ToLongFunction<T> hash) {
        TreeSet<T> first = new TreeSet<>();
        values.stream()
                .filter(value -> proven.contains(hash.applyAsLong(value)))
                .limit(Normaliser.MAX_VALUES)
                .forEach(first::add);
        values.stream()
                .filter(value -> !first.contains(value))
                .limit(Normaliser.MAX_VALUES - first.size())
                .toList()
                .forEach(first::add);
        return List.copyOf(first);
    }

    /** The hashes of the values that were proved and are kept; asked last. */
    List<Long> kept() {
        return List.copyOf(kept);
    }
}
