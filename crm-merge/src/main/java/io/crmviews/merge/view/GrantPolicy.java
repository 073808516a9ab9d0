package io.crmviews.merge.view;

import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import java.util.List;

/** Permits what one of some grants covers. */
final class GrantPolicy implements AccessPolicy {

    private final List<Grant> grants;

    GrantPolicy(Grant... grants) {
        this.grants = List.of(grants);
    }

    @Override
    public boolean permits(Reader reader, Access access) {
        for (Grant grant : grants) {
            if (grant.isFor(reader.audience(), reader.purpose()) && grant.covers(access)) {
                return true;
            }
        }
        return false;
    }
}
