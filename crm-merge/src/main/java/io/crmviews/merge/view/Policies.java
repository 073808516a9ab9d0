package io.crmviews.merge.view;

import io.crmviews.spi.policy.AccessPolicy;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Ready-made access policies. */
public final class Policies {

    private Policies() {}

    /**
     * Shows nothing to nobody: what holds where nothing else is said.
     *
     * @return the policy
     */
    public static AccessPolicy denyAll() {
        return (reader, access) -> false;
    }

    /**
     * Shows everything to everybody: for tests, and for programs whose only reader is the owner of the data.
     *
     * @return the policy
     */
    public static AccessPolicy allowAll() {
        return (reader, access) -> true;
    }

    /**
     * Shows what grants name, and nothing else. A grant with a limit of age shows no interaction then; give a clock for it.
     *
     * @param grants the grants; one that fits is enough
     * @return the policy
     */
    public static AccessPolicy granting(Grant... grants) {
        return granting(() -> Instant.MAX, List.of(grants));
    }

    /**
     * Shows what grants name, and nothing else; what is too old for a grant is told by a clock.
     *
     * @param now gives the present instant, such as {@code clock::instant}
     * @param grants the grants; one that fits is enough
     * @return the policy
     */
    public static AccessPolicy granting(Supplier<Instant> now, List<Grant> grants) {
        return new GrantPolicy(now, grants);
    }
}
