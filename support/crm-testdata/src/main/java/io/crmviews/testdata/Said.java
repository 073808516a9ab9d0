package io.crmviews.testdata;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.Characteristic;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.SocialHandle;
import io.crmviews.model.party.Usage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/** The values of one record as flat texts, empty where it says nothing. */
record Said(SourceRecord record) {

    private static final PersonName NOBODY = PersonName.formatted("-");
    private static final PostalAddress NOWHERE = new PostalAddress(Usage.CURRENT, "", "", "", "", "", "-");

    String key() {
        return record.key().key();
    }

    PersonName person() {
        return record.names().stream()
                .filter(PersonName.class::isInstance)
                .map(PersonName.class::cast)
                .findFirst()
                .orElse(NOBODY);
    }

    String personLine() {
        PersonName name = person();
        return name.equals(NOBODY) ? "" : name.text();
    }

    String organization() {
        return record.names().stream()
                .filter(OrganizationName.class::isInstance)
                .findFirst()
                .map(name -> name.text())
                .orElse("");
    }

    boolean isOrganization() {
        return record.kind() == PartyKind.ORGANIZATION;
    }

    String gender(String female, String male) {
        return record.gender() == Gender.FEMALE ? female : record.gender() == Gender.MALE ? male : "";
    }

    String birth(DateTimeFormatter format) {
        return record.birthDates().stream()
                .filter(PartialDate::isFull)
                .findFirst()
                .map(date -> LocalDate.of(date.year(), date.month(), date.day()).format(format))
                .orElse("");
    }

    String birthYear() {
        return record.birthDates().stream()
                .findFirst()
                .map(date -> Integer.toString(date.year()))
                .orElse("");
    }

    String email() {
        return medium(EmailAddress.class, EmailAddress::value);
    }

    /** The number of a type; with an empty type the first number of any type. */
    String phone(String type) {
        return record.media().stream()
                .filter(PhoneNumber.class::isInstance)
                .map(PhoneNumber.class::cast)
                .filter(phone -> type.isEmpty() || type.equals(phone.type()) || isUntyped(phone, type))
                .findFirst()
                .map(PhoneNumber::value)
                .orElse("");
    }

    private static boolean isUntyped(PhoneNumber phone, String type) {
        return phone.type().isEmpty() && type.equals("mobile");
    }

    PostalAddress address() {
        return record.media().stream()
                .filter(PostalAddress.class::isInstance)
                .map(PostalAddress.class::cast)
                .findFirst()
                .orElse(NOWHERE);
    }

    boolean hasAddress() {
        return !address().equals(NOWHERE);
    }

    String country() {
        return hasAddress() ? address().country() : "";
    }

    String device() {
        return medium(Device.class, Device::id);
    }

    String handle() {
        return medium(SocialHandle.class, SocialHandle::handle);
    }

    private <M extends ContactMedium> String medium(Class<M> type, Function<M, String> value) {
        return record.media().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .map(value)
                .orElse("");
    }

    Optional<Identifier> identifier(String type) {
        return record.identifiers().stream()
                .filter(id -> id.type().equals(type))
                .findFirst();
    }

    String number(String type) {
        return identifier(type).map(Identifier::value).orElse("");
    }

    String characteristic(String name) {
        return record.characteristics().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(Characteristic::value)
                .orElse("");
    }

    ZonedDateTime changed() {
        return record.revision().occurredAt().atZone(ZoneOffset.UTC);
    }

    LocalDate opened() {
        return LocalDate.parse(characteristic("opened"));
    }
}
