package io.crmviews.merge.normalise;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.profile.FieldGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What matching does not use of a record. The record itself is kept as it was said.
 *
 * @param field of which field values are not used; characteristics stand for devices and handles as well
 * @param cause why
 */
public record Shortfall(FieldGroup field, Cause cause) {

    /** Why values are not used. */
    public enum Cause {
        /** There are more values, or longer texts, than are compared: the first count, verified ones before others. */
        TRUNCATED,
        /** None of the values says anything: placeholders, signs without letters or digits, malformed values. */
        UNUSABLE
    }

    /**
     * What is not used of a record. Costs little more than a look at each value, unless something is too long.
     *
     * @param record the record
     * @param used its features
     * @return one entry a field and cause; empty for most records
     */
    public static List<Shortfall> of(SourceRecord record, Features used) {
        List<Shortfall> found = new ArrayList<>(0);
        names(record.names(), used, found);
        int emails = 0;
        int phones = 0;
        int addresses = 0;
        for (ContactMedium medium : record.media()) {
            emails += medium instanceof EmailAddress ? 1 : 0;
            phones += medium instanceof PhoneNumber ? 1 : 0;
            addresses += medium instanceof PostalAddress ? 1 : 0;
        }
        int others = record.media().size()
                - emails
                - phones
                - addresses
                + record.characteristics().size();
        check(FieldGroup.BIRTH_DATE, record.birthDates().size(), used.births().size(), record, found);
        check(FieldGroup.EMAIL, emails, used.emails().size(), record, found);
        check(FieldGroup.PHONE, phones, used.phones().size(), record, found);
        check(FieldGroup.ADDRESS, addresses, used.addresses().size(), record, found);
        check(FieldGroup.IDENTIFIER, record.identifiers().size(), used.ids().size(), record, found);
        check(FieldGroup.CHARACTERISTIC, others, used.traits().size(), record, found);
        return found;
    }

    private static void check(FieldGroup field, int said, int used, SourceRecord record, List<Shortfall> to) {
        if (said > 0 && used == 0) {
            to.add(new Shortfall(field, Cause.UNUSABLE));
        } else if (said > used && used == Normaliser.MAX_VALUES && distinct(field, record) > used) {
            to.add(new Shortfall(field, Cause.TRUNCATED));
        } else if (field == FieldGroup.ADDRESS && said > 0 && hasLongStreet(record)) {
            to.add(new Shortfall(field, Cause.TRUNCATED));
        }
    }

    private static boolean hasLongStreet(SourceRecord record) {
        for (ContactMedium medium : record.media()) {
            if (medium instanceof PostalAddress address && TextFolding.isCut(address.street())) {
                return true;
            }
        }
        return false;
    }

    private static long distinct(FieldGroup field, SourceRecord record) {
        Stream<? extends Optional<?>> values = switch (field) {
            case BIRTH_DATE -> record.birthDates().stream().map(Optional::of);
            case IDENTIFIER -> record.identifiers().stream().map((Identifier id) -> Traits.normaliseId(id));
            case CHARACTERISTIC ->
                Stream.concat(
                        record.media().stream().map(Traits::normalise),
                        record.characteristics().stream()
                                .map(stated -> Traits.normalise(stated.name(), stated.value())));
            default -> record.media().stream().map(medium -> normalised(field, medium));
        };
        return values.flatMap(Optional::stream).distinct().count();
    }

    private static Optional<?> normalised(FieldGroup field, ContactMedium medium) {
        if (field == FieldGroup.EMAIL && medium instanceof EmailAddress email) {
            return Emails.normalise(email.value());
        }
        if (field == FieldGroup.PHONE && medium instanceof PhoneNumber phone) {
            return Phones.normalise(phone.value());
        }
        boolean address = field == FieldGroup.ADDRESS && medium instanceof PostalAddress;
        return address ? Places.normalise((PostalAddress) medium) : Optional.empty();
    }

    private static void names(List<PartyName> names, Features used, List<Shortfall> to) {
        if (names.isEmpty()) {
            return;
        }
        if (used.words().isEmpty() && used.organization().isEmpty()) {
            to.add(new Shortfall(FieldGroup.NAME, Cause.UNUSABLE));
            return;
        }
        boolean full = Math.max(used.words().size(), used.organization().size()) == Normaliser.MAX_VALUES;
        if ((full && hasMoreWords(names, used)) || isAnyCut(names)) {
            to.add(new Shortfall(FieldGroup.NAME, Cause.TRUNCATED));
        }
    }

    private static boolean hasMoreWords(List<PartyName> names, Features used) {
        NameWords all = NameWords.of(used.kind(), names);
        return Math.max(all.person().size(), all.organization().size()) > Normaliser.MAX_VALUES;
    }

    private static boolean isAnyCut(List<PartyName> names) {
        for (PartyName name : names) {
            if (isCut(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCut(PartyName name) {
        if (name instanceof PersonName human) {
            return TextFolding.isCut(human.given())
                    || TextFolding.isCut(human.middle())
                    || TextFolding.isCut(human.family())
                    || TextFolding.isCut(human.formatted());
        }
        return name instanceof OrganizationName company && TextFolding.isCut(company.text());
    }
}
