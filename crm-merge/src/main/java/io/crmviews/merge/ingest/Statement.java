package io.crmviews.merge.ingest;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.SocialHandle;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which fields a record says something of. Pure. */
final class Statement {

    private final Map<Field, List<Object>> values = new HashMap<>();

    private Statement(SourceRecord record) {
        if (record.kind() != PartyKind.UNKNOWN) {
            say(Attribute.KIND, record.kind());
        }
        if (record.gender() != Gender.UNKNOWN) {
            say(Attribute.GENDER, record.gender());
        }
        record.roles().stream().sorted().forEach(role -> say(Attribute.ROLE, role));
        record.birthDates().forEach(date -> say(Attribute.BIRTH_DATE, date));
        record.names().forEach(this::name);
        record.media().forEach(this::medium);
        record.identifiers().forEach(identifier -> say(Field.identifier(identifier.type()), identifier));
        record.characteristics().forEach(stated -> say(Field.characteristic(stated.name()), stated.value()));
    }

    /** All fields of which one of two versions says something. */
    static Set<Field> all(Optional<SourceRecord> before, Optional<SourceRecord> after) {
        return together(stated(before, after));
    }

    private static Set<Field> stated(Optional<SourceRecord> before, Optional<SourceRecord> after) {
        Set<Field> fields = new HashSet<>(values(before).keySet());
        fields.addAll(values(after).keySet());
        return fields;
    }

    /** The fields of a group win or lose together: a street may bring another record's postcode along. */
    private static Set<Field> together(Set<Field> fields) {
        Set<Field> all = new HashSet<>(fields);
        for (Attribute attribute : Attribute.values()) {
            if (!attribute.isQualified() && fields.stream().anyMatch(field -> field.group() == attribute.group())) {
                all.add(Field.of(attribute));
            }
        }
        return all;
    }

    /**
     * The fields of which two versions say different things: all of both if only one is there, or if their times differ,
     * since the latest value may win.
     */
    static Set<Field> changed(Optional<SourceRecord> before, Optional<SourceRecord> after) {
        Set<Field> fields = stated(before, after);
        if (time(before).equals(time(after))) {
            Map<Field, List<Object>> old = values(before);
            Map<Field, List<Object>> now = values(after);
            fields.removeIf(field -> old.getOrDefault(field, List.of()).equals(now.getOrDefault(field, List.of())));
        }
        return together(fields);
    }

    private static Map<Field, List<Object>> values(Optional<SourceRecord> version) {
        return version.map(Statement::new).map(said -> said.values).orElse(Map.of());
    }

    private static Optional<Instant> time(Optional<SourceRecord> version) {
        return version.map(said -> said.revision().occurredAt());
    }

    private void name(PartyName name) {
        if (name instanceof OrganizationName organization) {
            say(Attribute.ORGANIZATION_NAME, organization);
        } else if (name instanceof PersonName person) {
            part(Attribute.NAME_FORMATTED, person.formatted(), person.usage());
            part(Attribute.NAME_GIVEN, person.given(), person.usage());
            part(Attribute.NAME_MIDDLE, person.middle(), person.usage());
            part(Attribute.NAME_FAMILY, person.family(), person.usage());
            part(Attribute.NAME_PREFIX, person.prefix(), person.usage());
            part(Attribute.NAME_SUFFIX, person.suffix(), person.usage());
        }
    }

    private void medium(ContactMedium medium) {
        if (medium instanceof EmailAddress email) {
            say(Attribute.EMAIL, email);
        } else if (medium instanceof PhoneNumber phone) {
            say(Attribute.PHONE, phone);
        } else if (medium instanceof SocialHandle handle) {
            say(new Field(Attribute.SOCIAL, handle.network()), handle);
        } else if (medium instanceof Device device) {
            say(new Field(Attribute.DEVICE, device.type().isEmpty() ? "device" : device.type()), device);
        } else if (medium instanceof PostalAddress address) {
            part(Attribute.ADDRESS_STREET, address.street(), address.usage());
            part(Attribute.ADDRESS_UNIT, address.unit(), address.usage());
            part(Attribute.ADDRESS_CITY, address.city(), address.usage());
            part(Attribute.ADDRESS_REGION, address.region(), address.usage());
            part(Attribute.ADDRESS_POSTCODE, address.postcode(), address.usage());
            part(Attribute.ADDRESS_COUNTRY, address.country(), address.usage());
        }
    }

    private void part(Attribute attribute, String value, Object usage) {
        if (!value.isBlank()) {
            say(Field.of(attribute), List.of(value, usage));
        }
    }

    private void say(Attribute attribute, Object value) {
        say(Field.of(attribute), value);
    }

    private void say(Field field, Object value) {
        values.computeIfAbsent(field, any -> new ArrayList<>(1)).add(value);
    }
}
