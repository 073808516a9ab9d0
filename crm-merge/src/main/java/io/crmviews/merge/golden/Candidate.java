package io.crmviews.merge.golden;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.FieldGroup;

/**
 * A value that may win a field, as a strategy sees it.
 *
 * @param group the group of the field
 * @param text the value in its canonical form; the parts of a name or address in one line
 * @param parts how many parts of it are stated: of a name, an address or a date; else 1
 * @param usage how the source says it is used
 * @param assurance how far its holder proved it; {@code CLAIMED} for what cannot be proved
 * @param record the record that states it
 */
public record Candidate(
        FieldGroup group,
        String text,
        int parts,
        Usage usage,
        Authentication.Assurance assurance,
        SourceRecord record) {

    @Override
    public String toString() {
        return "Candidate[" + group + ", " + record.key() + "]";
    }
}
