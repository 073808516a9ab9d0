package io.crmviews.merge.view;

import io.crmviews.spi.policy.AccessPolicy;

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
     * Shows what grants name, and nothing else.
     *
     * @param grants the grants; one that fits is enough
     * @return the policy
     */
    public static AccessPolicy granting(Grant... grants) {
        return new GrantPolicy(grants);
    }
}
