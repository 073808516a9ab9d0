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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Builds a {@link SourceRecord} step by step. Not thread-safe. */
public final class SourceRecordBuilder {

    private final RecordKey key;
    private Revision revision = Revision.UNKNOWN;
    private PartyKind kind = PartyKind.UNKNOWN;
    private Gender gender = Gender.UNKNOWN;
    private final Set<String> roles = new LinkedHashSet<>();
    private final List<PartyName> names = new ArrayList<>();
    private final List<PartialDate> birthDates = new ArrayList<>();
    private final List<ContactMedium> media = new ArrayList<>();
    private final List<Identifier> identifiers = new ArrayList<>();
    private final List<Characteristic> characteristics = new ArrayList<>();

    SourceRecordBuilder(RecordKey key) {
        this.key = key;
    }

    /**
     * Sets version and times.
     *
     * @param value the revision
     * @return this builder
     */
    public SourceRecordBuilder revision(Revision value) {
        revision = value;
        return this;
    }

    /**
     * Sets the kind of party.
     *
     * @param value the kind
     * @return this builder
     */
    public SourceRecordBuilder kind(PartyKind value) {
        kind = value;
        return this;
    }

    /**
     * Sets the gender.
     *
     * @param value the gender
     * @return this builder
     */
    public SourceRecordBuilder gender(Gender value) {
        gender = value;
        return this;
    }

    /**
     * Adds a role.
     *
     * @param value the role, not blank
     * @return this builder
     */
    public SourceRecordBuilder role(String value) {
        roles.add(value);
        return this;
    }

    /**
     * Adds a name.
     *
     * @param value the name
     * @return this builder
     */
    public SourceRecordBuilder name(PartyName value) {
        names.add(value);
        return this;
    }

    /**
     * Adds a birth date.
     *
     * @param value the date
     * @return this builder
     */
    public SourceRecordBuilder birthDate(PartialDate value) {
        birthDates.add(value);
        return this;
    }

    /**
     * Adds a contact medium.
     *
     * @param value the medium
     * @return this builder
     */
    public SourceRecordBuilder medium(ContactMedium value) {
        media.add(value);
        return this;
    }

    /**
     * Adds an identifier.
     *
     * @param value the identifier
     * @return this builder
     */
    public SourceRecordBuilder identifier(Identifier value) {
        identifiers.add(value);
        return this;
    }

    /**
     * Adds a characteristic.
     *
     * @param name its name, not blank
     * @param value its value, not blank
     * @return this builder
     */
    public SourceRecordBuilder characteristic(String name, String value) {
        characteristics.add(new Characteristic(name, value));
        return this;
    }

    /**
     * Makes the record.
     *
     * @return an immutable record of what was set
     */
    public SourceRecord build() {
        return new SourceRecord(
                key, revision, kind, roles, names, birthDates, gender, media, identifiers, characteristics);
    }
}
