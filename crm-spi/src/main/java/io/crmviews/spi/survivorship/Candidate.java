package io.crmviews.spi.survivorship;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.FieldGroup;

/**
 * A value that may win a field, as a strategy sees it. Immutable.
 *
 * @param group the group of the field
 * @param text the value in its canonical form; the parts of a name or address in one line
 * @param written the value as its source wrote it; the parts of a name or address in one line
 * @param parts how many parts of it are stated: of a name, an address or a date; else 1. A bare initial is not counted
 * @param whole whether it is whole for its kind: a name with given name and surname, a street with city or postal code, a
 *     date with year, month and day; any other value is
 * @param usage how the source says it is used
 * @param assurance how far its holder proved it; {@code CLAIMED} for what cannot be proved
 * @param record the record that states it
 */
public record Candidate(
        FieldGroup group,
        String text,
        String written,
        int parts,
        boolean whole,
        Usage usage,
        Authentication.Assurance assurance,
        SourceRecord record) {

    @Override
    public String toString() {
        return "Candidate[" + group + ", " + record.key() + "]";
    }
}
