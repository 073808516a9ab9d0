package io.crmviews.merge;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.PartyName;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import java.util.HashSet;
import java.util.Set;

/** The surnames and present addresses of a record, in a form that spelling does not change. */
record Homes(Set<String> surnames, Set<String> addresses) {

    static Homes of(SourceRecord record) {
        Set<String> surnames = new HashSet<>();
        for (PartyName name : record.names()) {
            if (name instanceof PersonName person && !surname(person).isEmpty()) {
                surnames.add(surname(person));
            }
        }
        Set<String> addresses = new HashSet<>();
        record.media().forEach(medium -> {
            if (medium instanceof PostalAddress address && address.usage() != Usage.FORMER) {
                String street = plain(address.street() + address.unit());
                String place = plain(address.postcode().isBlank() ? address.city() : address.postcode());
                if (!street.isEmpty() && !place.isEmpty()) {
                    addresses.add(street + "|" + place);
                }
            }
        });
        return new Homes(surnames, addresses);
    }

    boolean isSharedWith(Homes other) {
        return surnames.stream().anyMatch(other.surnames::contains)
                && addresses.stream().anyMatch(other.addresses::contains);
    }

    private static String surname(PersonName name) {
        String[] words = name.formatted().strip().split("\\s+", -1);
        return plain(name.family().isBlank() ? words[words.length - 1] : name.family());
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    @Override
    public String toString() {
        return "Homes";
    }
}
