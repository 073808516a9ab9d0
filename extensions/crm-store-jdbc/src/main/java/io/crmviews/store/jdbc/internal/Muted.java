package io.crmviews.store.jdbc.internal;

/** The muted keys as they were read last: few, read by every step and seldom changed, so a step reads a version instead. */
final class Muted {

    static final Muted NONE = new Muted(0, new long[0]);

    private final long version;
    private final long[] keys;

    Muted(long version, long[] keys) {
        this.version = version;
        this.keys = keys;
    }

    /** The version of the table. */
    long version() {
        return version;
    }

    /** Ascending; not to be written. */
    long[] keys() {
        return keys;
    }
}
