package io.crmviews.merge.view;

import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Permits what one of some grants covers. */
final class GrantPolicy implements AccessPolicy {

    private final List<Grant> grants;
    private final Supplier<Instant> now;

    GrantPolicy(Supplier<Instant> now, List<Grant> grants) {
        this.now = now;
        this.grants = List.copyOf(grants);
    }

    @Override
    public boolean permits(Reader reader, Access access) {
        for (Grant grant : grants) {
            if (grant.isFor(reader.audience(), reader.purpose()) && grant.covers(access, now)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean demandsLogFirst(Reader reader) {
        return grants.stream()
                .anyMatch(grant -> grant.demandsLogFirst() && grant.isFor(reader.audience(), reader.purpose()));
    }
}
