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
import io.crmviews.spi.survivorship.Candidate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one record into columns, or hands its values to who overrides {@link #keep} and {@link #list}; of several values that one record states, the better one stays, else the first. */
class Preparation {

    private static final int PARTS_OF_DATE = 3;
    private static final int USUAL_LENGTH = 64;
    private static final Attribute[] ATTRIBUTES = Attribute.values();

    private final Columns columns;
    private final ValueForms forms;
    private final SourceRecord record;
    private final @Nullable Object[] values;
    private final @Nullable String[] texts;
    private final long[] ranks;
    private final long[] hashes;
    private final List<Listed> listed = new ArrayList<>();
    /** The part of each attribute that was asked for last, and its canonical text. */
    private final @Nullable String[] parts = new String[ATTRIBUTES.length];

    private final @Nullable String[] canonicals = new String[ATTRIBUTES.length];

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
        read();
        return new PreparedRecord(record, values, texts, ranks, hashes, listed);
    }

    /** Hands over all values of the record in its order. */
    void read() {
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
        StringBuilder line = new StringBuilder(USUAL_LENGTH);
        StringBuilder written = new StringBuilder(USUAL_LENGTH);
        int parts = 0;
        for (Field field : columns.get(column).fields()) {
            String text = Parts.isSaidByOthers(value, field.attribute()) ? "" : Parts.of(value, field.attribute());
            String canonical = canonical(field.attribute(), text);
            if (!canonical.isEmpty()) {
                line.append(line.isEmpty() ? "" : " ").append(canonical);
                written.append(written.isEmpty() ? "" : " ").append(text.strip());
                parts += Parts.isInitial(field.attribute(), canonical) ? 0 : 1;
            }
        }
        if (!line.isEmpty()) {
            FieldGroup group = columns.get(column).group();
            boolean whole = Parts.isWhole(value);
            Authentication.Assurance claimed = Authentication.Assurance.CLAIMED;
            String text = line.toString();
            Candidate candidate = new Candidate(group, text, written.toString(), parts, whole, usage, claimed, record);
            keep(column, value, candidate, Parts.agreement(value, text, this::canonical));
        }
    }

    /** Parts are asked for twice: by themselves, and for what values agree on. */
    private String canonical(Attribute attribute, String text) {
        if (text.isBlank()) {
            return "";
        }
        int part = attribute.ordinal();
        String known = canonicals[part];
        if (known == null || !text.equals(parts[part])) {
            known = forms.canonical(attribute, text, record);
            canonicals[part] = known;
            parts[part] = text;
        }
        return known;
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
            unusable(attribute, qualifier, text, usage, assurance);
            return;
        }
        boolean whole = attribute != Attribute.BIRTH_DATE || parts == PARTS_OF_DATE;
        Candidate candidate = new Candidate(attribute.group(), canonical, text, parts, whole, usage, assurance, record);
        int column = columns.alone(attribute, qualifier);
        if (column != Columns.NONE) {
            keep(column, text, candidate, canonical);
        } else {
            list(new Field(attribute, qualifier), text, candidate);
        }
    }

    /** Takes a placeholder, or what is malformed. */
    void unusable(Attribute attribute, String qualifier, String text, Usage usage, Authentication.Assurance assurance) {
        // It stands in no profile.
    }

    /** Takes a value of a field without column. */
    void list(Field field, String text, Candidate candidate) {
        Strategy rule = columns.rule(field);
        long rank = rule.rank(candidate);
        int place = 0;
        for (int i = 0; i < listed.size(); i++) {
            Listed before = listed.get(i);
            if (before.field().equals(field)) {
                place++;
                if (!rule.isKeepingAll()) {
                    if (rule.replaces(rank, candidate.text(), before.rank(), before.canonical())) {
                        listed.set(i, new Listed(field, text, candidate.text(), rank, 0));
                    }
                    return;
                }
            }
        }
        listed.add(new Listed(field, text, candidate.text(), rank, rule.isOrdering() ? 0 : place));
    }

    /** Takes a value of a column. */
    void keep(int column, Object value, Candidate candidate, String agreement) {
        Column place = columns.get(column);
        long rank = place.strategy().rank(candidate);
        String before = texts[column];
        if (before == null || place.strategy().replaces(rank, candidate.text(), ranks[column], before)) {
            ranks[column] = rank;
            values[column] = value;
            texts[column] = candidate.text();
            if (place.slot() != Columns.NONE) {
                hashes[place.slot()] = TextHash.of(agreement);
            }
        }
    }
}
