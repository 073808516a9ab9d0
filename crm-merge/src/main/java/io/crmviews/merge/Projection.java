package io.crmviews.merge;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.SocialHandle;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import java.util.Optional;

/** A record as one reader may see it: what a hidden field says is not there. */
final class Projection {

    private final Sight sight;

    Projection(Sight sight) {
        this.sight = sight;
    }

    SourceRecord of(SourceRecord whole) {
        SourceRecordBuilder seen = SourceRecord.builder(whole.key()).revision(whole.revision());
        if (may(Attribute.KIND)) {
            seen.kind(whole.kind());
        }
        if (may(Attribute.GENDER)) {
            seen.gender(whole.gender());
        }
        if (may(Attribute.BIRTH_DATE)) {
            whole.birthDates().forEach(seen::birthDate);
        }
        whole.names().forEach(name -> name(name).ifPresent(seen::name));
        whole.media().forEach(medium -> medium(medium).ifPresent(seen::medium));
        whole.identifiers().stream()
                .filter(identifier -> sight.may(Field.identifier(identifier.type())))
                .forEach(seen::identifier);
        whole.characteristics().stream()
                .filter(stated -> sight.may(Field.characteristic(stated.name())))
                .forEach(stated -> seen.characteristic(stated.name(), stated.value()));
        return seen.build();
    }

    private Optional<PartyName> name(PartyName name) {
        return name instanceof PersonName person
                ? person(person)
                : Optional.of(name).filter(any -> may(Attribute.ORGANIZATION_NAME));
    }

    private Optional<PartyName> person(PersonName name) {
        String formatted = shown(Attribute.NAME_FORMATTED, name.formatted());
        String given = shown(Attribute.NAME_GIVEN, name.given());
        String middle = shown(Attribute.NAME_MIDDLE, name.middle());
        String family = shown(Attribute.NAME_FAMILY, name.family());
        if (formatted.isBlank() && given.isBlank() && middle.isBlank() && family.isBlank()) {
            return Optional.empty();
        }
        String prefix = shown(Attribute.NAME_PREFIX, name.prefix());
        String suffix = shown(Attribute.NAME_SUFFIX, name.suffix());
        return Optional.of(new PersonName(name.usage(), formatted, given, middle, family, prefix, suffix));
    }

    private Optional<ContactMedium> medium(ContactMedium medium) {
        if (medium instanceof PostalAddress address) {
            return address(address);
        }
        return Optional.of(medium).filter(any -> sight.may(field(any)));
    }

    private static Field field(ContactMedium medium) {
        if (medium instanceof SocialHandle handle) {
            return new Field(Attribute.SOCIAL, handle.network());
        }
        if (medium instanceof Device device) {
            return Sight.field(device);
        }
        if (medium instanceof EmailAddress) {
            return Field.of(Attribute.EMAIL);
        }
        if (medium instanceof PhoneNumber) {
            return Field.of(Attribute.PHONE);
        }
        throw new IllegalArgumentException("A contact medium of this kind has no field.");
    }

    private Optional<ContactMedium> address(PostalAddress address) {
        String street = shown(Attribute.ADDRESS_STREET, address.street());
        String unit = shown(Attribute.ADDRESS_UNIT, address.unit());
        String city = shown(Attribute.ADDRESS_CITY, address.city());
        String region = shown(Attribute.ADDRESS_REGION, address.region());
        String postcode = shown(Attribute.ADDRESS_POSTCODE, address.postcode());
        String country = shown(Attribute.ADDRESS_COUNTRY, address.country());
        if ((street + unit + city + region + postcode + country).isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new PostalAddress(address.usage(), street, unit, city, region, postcode, country));
    }

    private String shown(Attribute attribute, String value) {
        return may(attribute) ? value : "";
    }

    private boolean may(Attribute attribute) {
        return sight.may(Field.of(attribute));
    }
}
