package io.crmviews.connector.files.internal;

import java.util.List;

/** Turns the bytes of a record into a channel record. Not thread-safe. */
interface RecordFormat {

    /**
     * Parses a record whose frame is sound.
     *
     * @param raw the bytes
     * @param position where it stands, for messages
     * @return the record, or why it is none
     */
    ParsedRecord parse(RawRecord raw, String position);

    /**
     * The fields that are known before the first record.
     *
     * @return the columns; empty if records name their own
     */
    List<String> columns();
}
