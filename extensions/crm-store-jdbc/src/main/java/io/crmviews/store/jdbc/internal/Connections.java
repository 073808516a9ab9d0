package io.crmviews.store.jdbc.internal;

/** Lends connections, one to a thread at a time. Thread-safe. */
interface Connections extends AutoCloseable {

    /**
     * A connection to read with.
     *
     * @throws io.crmviews.spi.store.StoreException if none can be had
     */
    Session forReading();

    /**
     * A connection to write with.
     *
     * @throws io.crmviews.spi.store.StoreException if none can be had
     */
    Session forWriting();

    /** Takes a connection back; one that is broken is not lent again. */
    void back(Session session, boolean broken);

    @Override
    void close();
}
