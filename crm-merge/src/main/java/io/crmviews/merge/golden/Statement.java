package io.crmviews.merge.golden;

import io.crmviews.model.party.Authentication.Assurance;
import io.crmviews.model.party.Usage;
import io.crmviews.model.source.RecordKey;
import java.time.Instant;

/**
 * What one record says of one field. Holds a personal value; {@link #toString()} does not.
 *
 * @param text the value as its source wrote it; of a field that stays with its group, that part of the whole, which may be
 *     empty
 * @param record the record
 * @param occurredAt when the record was last changed at its source; {@link Instant#MIN} if unknown
 * @param usage how the source says that it is used
 * @param assurance how far its holder proved it
 * @param records how many records state this value now; former statements do not count
 */
public record Statement(
        String text, RecordKey record, Instant occurredAt, Usage usage, Assurance assurance, int records) {

    @Override
    public String toString() {
        return "Statement[" + record + "]";
    }
}
