package io.crmviews.connector.files.internal;

import io.crmviews.spi.channel.ChannelRecord;

/** What became of the bytes of a record. */
public sealed interface ParsedRecord {

    /**
     * They are a record.
     *
     * @param record the record
     */
    record Valid(ChannelRecord record) implements ParsedRecord {}

    /**
     * They are none.
     *
     * @param reason a sentence that quotes no value
     */
    record Invalid(String reason) implements ParsedRecord {}
}
