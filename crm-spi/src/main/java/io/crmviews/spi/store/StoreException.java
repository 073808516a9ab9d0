package io.crmviews.spi.store;

/**
 * A store could not do what was asked. Nothing was written by halves: either all of a unit of work is there or nothing. The
 * message names the trouble and no value; the database's own message is left out, since it may quote one.
 */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What the trouble is, by what can be done about it. */
    public enum Kind {
        /** The store may not be written: a file or a database that is read-only. Give the right to write, or read only. */
        READ_ONLY("the store is read-only"),
        /** Somebody else kept it locked for longer than the store waits. Try again. */
        LOCKED("somebody else holds a lock for too long"),
        /** What is stored is damaged, or is no store. Restore a backup. */
        CORRUPT("what is stored is damaged or is no store"),
        /** There is no room left. Make some, and go on. */
        FULL("there is no room left"),
        /** A statement took longer than it may. Try again. */
        TIMEOUT("a statement took longer than it may"),
        /** All connections are in use. Try again, or allow more. */
        EXHAUSTED("all connections are in use"),
        /** The connection broke. Whether the unit of work was written is not known; taking the same facts again is harmless. */
        DISCONNECTED("the connection broke, so whether the unit was written is not known"),
        /** The store cannot be reached or opened. */
        UNREACHABLE("it cannot be reached or opened"),
        /** Other writers kept overtaking this one. Try again. */
        CONFLICT("other writers kept overtaking this one"),
        /** A newer version of the library wrote the store. Use that version. */
        NEWER_SCHEMA("a newer version of the library wrote it"),
        /** The store is closed. */
        CLOSED("the store is closed"),
        /** Anything else. */
        OTHER("the database refused");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    /** What the trouble is. */
    private final Kind kind;

    /**
     * Says what the trouble is.
     *
     * @param kind the trouble
     * @param detail what helps to find it, such as the database's code or the name of a file; no personal value
     */
    public StoreException(Kind kind, String detail) {
        super("The store failed: " + kind.sentence + " (" + detail + ").");
        this.kind = kind;
    }

    /**
     * What the trouble is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }
}
