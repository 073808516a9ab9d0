package io.crmviews.merge.mapping;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.Characteristic;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** A source record being put together: what is said twice in it is kept once. */
final class Draft {

    private final Scope scope;
    private final Revision revision;
    private final PartyKind kind;
    private final SourceRecordBuilder builder;
    private final Set<String> nameTexts = new HashSet<>();
    private final Set<ContactMedium> media = new LinkedHashSet<>();
    private final Set<Identifier> identifiers = new LinkedHashSet<>();
    private final Set<PartialDate> birthDates = new LinkedHashSet<>();
    private final Set<Characteristic> characteristics = new LinkedHashSet<>();

    Draft(Scope scope, RecordKey key, Revision revision, PartyKind kind) {
        this.scope = scope;
        this.revision = revision;
        this.kind = kind;
        this.builder = SourceRecord.builder(key).revision(revision).kind(kind);
    }

    Scope scope() {
        return scope;
    }

    Revision revision() {
        return revision;
    }

    PartyKind kind() {
        return kind;
    }

    SourceRecordBuilder builder() {
        return builder;
    }

    void add(PartyName name) {
        if (nameTexts.add(name.text().toLowerCase(Locale.ROOT))) {
            builder.name(name);
        }
    }

    void add(PartialDate date) {
        birthDates.add(date);
    }

    void add(ContactMedium medium) {
        media.add(medium);
    }

    void add(Identifier identifier) {
        identifiers.add(identifier);
    }

    void characteristic(String name, String value) {
        characteristics.add(new Characteristic(name, value));
    }

    SourceRecord build() {
        birthDates.forEach(builder::birthDate);
        media.forEach(builder::medium);
        identifiers.forEach(builder::identifier);
        characteristics.forEach(c -> builder.characteristic(c.name(), c.value()));
        return builder.build();
    }
}
