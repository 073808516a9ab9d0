package io.crmviews.merge.partition;

import io.crmviews.merge.compare.EditDistance;
import io.crmviews.merge.weigh.Constraints.Limit;
import io.crmviews.model.party.Validity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What exclusive identifiers and limits count of a cluster. A union is another value; both sides stay as they are. */
final class Holdings {

    private final List<Limit> limits;
    private final Set<Claim> claims = new LinkedHashSet<>(2);
    private final List<Set<Long>> counted;

    Holdings(List<Limit> limits) {
        this.limits = limits;
        counted = new ArrayList<>(limits.size());
        limits.forEach(limit -> counted.add(new HashSet<>(2)));
    }

    /** A proven identifier of an exclusive type. */
    private record Claim(long type, String value, Validity validity) {

        boolean agrees(Claim other) {
            return value.equals(other.value) || EditDistance.bounded(value, other.value, 1) <= 1;
        }
    }

    void claim(long type, String value, Validity validity) {
        claims.add(new Claim(type, value, validity));
    }

    void count(int limit, long value) {
        counted.get(limit).add(value);
    }

    static @Nullable Holdings union(@Nullable Holdings a, @Nullable Holdings b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        Holdings union = new Holdings(a.limits);
        union.claims.addAll(a.claims);
        union.claims.addAll(b.claims);
        for (int i = 0; i < a.limits.size(); i++) {
            union.counted.get(i).addAll(a.counted.get(i));
            union.counted.get(i).addAll(b.counted.get(i));
        }
        return union;
    }

    boolean contradicts(Holdings other) {
        if (claims.isEmpty() || other.claims.isEmpty()) {
            return false;
        }
        Set<Long> types = new TreeSet<>();
        claims.forEach(claim -> types.add(claim.type()));
        return types.stream().anyMatch(type -> contradicts(other, type));
    }

    /** Both hold identifiers of the type at overlapping times, and no two of them agree. */
    private boolean contradicts(Holdings other, long type) {
        boolean overlap = false;
        for (Claim one : claims) {
            for (Claim two : other.claims) {
                if (one.type() == type && two.type() == type) {
                    if (one.agrees(two)) {
                        return false;
                    }
                    overlap |= one.validity().overlaps(two.validity());
                }
            }
        }
        return overlap;
    }

    /** Whether both together hold more values than a limit allows and than either side alone. */
    boolean overflows(Holdings other) {
        for (int i = 0; i < limits.size(); i++) {
            Set<Long> both = new HashSet<>(counted.get(i));
            both.addAll(other.counted.get(i));
            int sides = Math.max(counted.get(i).size(), other.counted.get(i).size());
            if (both.size() > Math.max(limits.get(i).most(), sides)) {
                return true;
            }
        }
        return false;
    }
}
