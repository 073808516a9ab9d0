package io.crmviews.model.fact;

import io.crmviews.model.party.Characteristic;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.util.List;
import java.util.Set;

/**
 * What one source says about one party (TMF632 Party): a version of a record. Every attribute is multi-valued in the
 * order of the source; immutable; equality is by all components.
 *
 * @param key the record's name
 * @param revision its version and times
 * @param kind individual, organisation, or unknown
 * @param roles the roles the party plays (TMF PartyRole): {@code customer}, {@code employee of ...}; may be empty
 * @param names its names, current and former
 * @param birthDates its birth dates as stated; for an organisation its founding date
 * @param gender the stated gender
 * @param media e-mail, phone, address, social, device
 * @param identifiers documents, accounts, cards
 * @param characteristics everything else that was said
 */
public record SourceRecord(
        RecordKey key,
        Revision revision,
        PartyKind kind,
        Set<String> roles,
        List<PartyName> names,
        List<PartialDate> birthDates,
        Gender gender,
        List<ContactMedium> media,
        List<Identifier> identifiers,
        List<Characteristic> characteristics)
        implements Fact {

    /** Copies the collections. */
    public SourceRecord {
        roles = Set.copyOf(roles);
        names = List.copyOf(names);
        birthDates = List.copyOf(birthDates);
        media = List.copyOf(media);
        identifiers = List.copyOf(identifiers);
        characteristics = List.copyOf(characteristics);
    }

    /**
     * Starts a record.
     *
     * @param key the record's name
     * @return a builder with everything else unknown or empty
     */
    public static SourceRecordBuilder builder(RecordKey key) {
        return new SourceRecordBuilder(key);
    }

    /**
     * Whether two versions say the same, whatever their revision.
     *
     * @param other the other version
     * @return true if only the revision may differ
     */
    public boolean saysTheSameAs(SourceRecord other) {
        return withRevision(Revision.UNKNOWN).equals(other.withRevision(Revision.UNKNOWN));
    }

    @Override
    public SourceRecord withRevision(Revision other) {
        return new SourceRecord(
                key, other, kind, roles, names, birthDates, gender, media, identifiers, characteristics);
    }

    @Override
    public String toString() {
        return "SourceRecord[" + key + "]";
    }
}
