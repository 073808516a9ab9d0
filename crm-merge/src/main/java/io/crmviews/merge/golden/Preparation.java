package io.crmviews.merge.golden;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.Characteristic;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.SocialHandle;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one record into columns; of several values that one record states, the better one stays, else the first. */
final class Preparation {

    private static final Attribute[] ATTRIBUTES = Attribute.values();

    private final Columns columns;
    private final ValueForms forms;
    private final SourceRecord record;
    private final @Nullable Object[] values;
    private final @Nullable String[] texts;
    private final long[] ranks;
    private final long[] hashes;
    private final List<Listed> listed = new ArrayList<>();

    Preparation(Columns columns, ValueForms forms, SourceRecord record) {
        this.columns = columns;
        this.forms = forms;
        this.record = record;
        this.values = new Object[columns.size()];
        this.texts = new String[columns.size()];
        this.ranks = new long[columns.size()];
        this.hashes = new long[columns.counting()];
    }

    PreparedRecord prepare() {
        if (record.kind() != PartyKind.UNKNOWN) {
            plain(Attribute.KIND, "", record.kind().name());
        }
        if (record.gender() != Gender.UNKNOWN) {
            plain(Attribute.GENDER, "", record.gender().name());
        }
        if (!record.roles().isEmpty()) {
            record.roles().stream().sorted().forEach(role -> plain(Attribute.ROLE, "", role));
        }
        record.names().forEach(this::name);
        record.birthDates().forEach(this::date);
        record.media().forEach(this::medium);
        record.identifiers().forEach(this::identifier);
        for (Characteristic said : record.characteristics()) {
            plain(Attribute.CHARACTERISTIC, said.name(), said.value());
        }
        return new PreparedRecord(record, values, texts, ranks, hashes, listed);
    }

    private void name(PartyName name) {
        if (name instanceof PersonName person) {
            whole(FieldGroup.NAME, person, person.usage());
        } else if (name instanceof OrganizationName organization) {
            claimed(Attribute.ORGANIZATION_NAME, organization.text(), organization.usage());
        }
    }

    private void date(PartialDate date) {
        int parts = (date.year() > 0 ? 1 : 0) + (date.month() > 0 ? 1 : 0) + (date.day() > 0 ? 1 : 0);
        state(Attribute.BIRTH_DATE, "", date.iso(), parts, Usage.CURRENT, Authentication.Assurance.CLAIMED);
    }

    private void medium(ContactMedium medium) {
        if (medium instanceof EmailAddress email) {
            state(Attribute.EMAIL, "", email.value(), 1, email.usage(), assurance(email.authentication()));
        } else if (medium instanceof PhoneNumber phone) {
            state(Attribute.PHONE, "", phone.value(), 1, phone.usage(), assurance(phone.authentication()));
        } else if (medium instanceof PostalAddress address) {
            whole(FieldGroup.ADDRESS, address, address.usage());
        } else if (medium instanceof SocialHandle social) {
            Authentication proof = social.authentication();
            state(Attribute.SOCIAL, social.network(), social.handle(), 1, social.usage(), assurance(proof));
        } else if (medium instanceof Device device) {
            String type = device.type().isEmpty() ? "device" : device.type();
            state(Attribute.DEVICE, type, device.id(), 1, device.usage(), Authentication.Assurance.CLAIMED);
        }
    }

    private void identifier(Identifier identifier) {
        Authentication.Assurance assurance = assurance(identifier.authentication());
        state(Attribute.IDENTIFIER, identifier.type(), identifier.value(), 1, Usage.CURRENT, assurance);
    }

    private static Authentication.Assurance assurance(Authentication authentication) {
        return authentication.assurance();
    }

    private void plain(Attribute attribute, String qualifier, String text) {
        state(attribute, qualifier, text, 1, Usage.CURRENT, Authentication.Assurance.CLAIMED);
    }

    private void claimed(Attribute attribute, String text, Usage usage) {
        state(attribute, "", text, 1, usage, Authentication.Assurance.CLAIMED);
    }

    /** A name or an address: its parts that stay together, and each part that has a column of its own. */
    private void whole(FieldGroup group, Object value, Usage usage) {
        int column = columns.together(group);
        if (column != Columns.NONE) {
            together(column, value, usage);
        }
        for (Attribute part : ATTRIBUTES) {
            if (part.group() == group && !columns.isTogether(part)) {
                String text = Parts.of(value, part);
                if (!text.isBlank()) {
                    claimed(part, text, usage);
                }
            }
        }
    }

    private void together(int column, Object value, Usage usage) {
        StringBuilder line = new StringBuilder();
        int parts = 0;
        for (Field field : columns.get(column).fields()) {
            String text = Parts.isSaidByOthers(value, field.attribute()) ? "" : Parts.of(value, field.attribute());
            String canonical = text.isBlank() ? "" : forms.canonical(field.attribute(), text, record);
            if (!canonical.isEmpty()) {
                line.append(parts == 0 ? "" : " ").append(canonical);
                parts++;
            }
        }
        if (parts > 0) {
            FieldGroup group = columns.get(column).group();
            Authentication.Assurance claimed = Authentication.Assurance.CLAIMED;
            keep(column, value, new Candidate(group, line.toString(), parts, usage, claimed, record));
        }
    }

    private void state(
            Attribute attribute,
            String qualifier,
            String text,
            int parts,
            Usage usage,
            Authentication.Assurance assurance) {
        String canonical = forms.canonical(attribute, text, record);
        if (canonical.isEmpty()) {
            return;
        }
        Candidate candidate = new Candidate(attribute.group(), canonical, parts, usage, assurance, record);
        int column = columns.alone(attribute, qualifier);
        if (column != Columns.NONE) {
            keep(column, text, candidate);
        } else {
            list(new Field(attribute, qualifier), text, candidate);
        }
    }

    private void list(Field field, String text, Candidate candidate) {
        Strategy rule = columns.rule(field);
        Listed value = new Listed(field, text, candidate.text(), rule.rank(candidate));
        for (int i = 0; i < listed.size() && !rule.isKeepingAll(); i++) {
            Listed before = listed.get(i);
            if (before.field().equals(field)) {
                if (rule.replaces(value.rank(), value.canonical(), before.rank(), before.canonical())) {
                    listed.set(i, value);
                }
                return;
            }
        }
        listed.add(value);
    }

    private void keep(int column, Object value, Candidate candidate) {
        Column place = columns.get(column);
        long rank = place.strategy().rank(candidate);
        String before = texts[column];
        if (before == null || place.strategy().replaces(rank, candidate.text(), ranks[column], before)) {
            ranks[column] = rank;
            values[column] = value;
            texts[column] = candidate.text();
            if (place.slot() != Columns.NONE) {
                hashes[place.slot()] = TextHash.of(candidate.text());
            }
        }
    }
}
