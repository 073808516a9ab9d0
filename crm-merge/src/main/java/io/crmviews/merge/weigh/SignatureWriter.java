package io.crmviews.merge.weigh;

import io.crmviews.merge.compare.DateLevel;
import io.crmviews.merge.compare.EditDistance;
import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Word;
import io.crmviews.merge.normalise.Word.Role;
import io.crmviews.merge.weigh.Prepared.PreparedPlace;
import io.crmviews.merge.weigh.Prepared.PreparedWords;
import java.util.List;

/** Writes the {@link Signature} of one side. */
final class SignatureWriter {

    private final long[] signature = new long[Signature.SIZE];
    private int at;
    private int used;

    private SignatureWriter() {}

    static long[] of(Prepared p) {
        SignatureWriter maker = new SignatureWriter();
        maker.counts(p);
        maker.next(Signature.ID);
        maker.id(p.features.ids());
        maker.region(p.places);
        maker.next(Signature.CONTACT);
        maker.email(p.features.emails());
        maker.phone(p.features.phones());
        maker.place(p.places);
        maker.words(p.person);
        return maker.signature;
    }

    private void next(int index) {
        at = index;
        used = 0;
    }

    private void put(int bits, long value) {
        signature[at] |= (value & ((1L << bits) - 1)) << used;
        used += bits;
    }

    private void counts(Prepared p) {
        Features f = p.features;
        put(2, f.kind().ordinal());
        put(2, f.gender().ordinal());
        put(2, Math.min(Signature.MANY, f.births().size()));
        put(2, Math.min(Signature.MANY, f.emails().size()));
        put(2, Math.min(Signature.MANY, f.phones().size()));
        put(2, Math.min(Signature.MANY, f.ids().size()));
        put(2, Math.min(Signature.MANY, f.addresses().size()));
        put(1, f.traits().isEmpty() ? 0 : 1);
        put(1, f.organization().isEmpty() ? 0 : 1);
        put(3, countOf(p.person));
        put(2, p.places.length == 1 ? Math.min(Signature.MANY, p.places[0].numbers().length) : 0);
        put(2, p.places.length == 1 ? streetWords(p.places[0].street()) : 0);
        boolean numbered = p.places.length == 1 && p.places[0].numbers().length == 1;
        put(9, numbered ? Hashing.of(p.places[0].place().numbers().get(0)) : 0);
        put(32, f.births().size() == 1 ? DateLevel.digits(f.births().get(0).packed()) : 0);
    }

    private static int countOf(PreparedWords words) {
        boolean fits = words.size() <= Signature.MOST_WORDS;
        for (int i = 0; i < words.size() && fits; i++) {
            fits = words.words()[i].text().length() < Signature.LONGEST;
        }
        return fits ? words.size() : Signature.MANY_WORDS;
    }

    private static int streetWords(PreparedWords street) {
        int names = 0;
        for (Word word : street.words()) {
            names += word.role() == Role.LEGAL_FORM ? 0 : 1;
        }
        return Math.min(Signature.MANY_STREET_WORDS, names);
    }

    private void id(List<Features.Id> ids) {
        if (ids.size() == 1) {
            Features.Id id = ids.get(0);
            signature[Signature.ID_TYPE] = id.typeHash();
            put(Signature.ID_BITS, id.hash());
            put(8, head(id.value()));
            put(8, tail(id.value()));
            put(5, Math.min(Signature.LONGEST, id.value().length()));
        }
        used = 45;
    }

    private void region(PreparedPlace[] places) {
        if (places.length == 1) {
            String region = places[0].place().region();
            put(6, Hashing.of(region));
            put(1, region.isEmpty() ? 0 : 1);
        }
    }

    private void email(List<Features.Email> emails) {
        if (emails.size() == 1) {
            Features.Email email = emails.get(0);
            put(10, email.hash());
            put(8, Hashing.of(email.local()));
            put(5, Math.min(Signature.LONGEST, email.local().length()));
            put(16, folded(EditDistance.letters(email.local())));
        }
        used = 39;
    }

    private void phone(List<Features.Phone> phones) {
        if (phones.size() == 1) {
            Features.Phone phone = phones.get(0);
            put(12, phone.hash());
            put(5, Math.min(Signature.LONGEST, phone.digits().length()));
            put(4, head(phone.digits()));
            put(4, tail(phone.digits()));
        }
    }

    private static long head(String text) {
        return Hashing.of(text.substring(0, Math.min(Signature.ENDS, text.length())));
    }

    private static long tail(String text) {
        return Hashing.of(text.substring(Math.max(0, text.length() - Signature.ENDS)));
    }

    private void place(PreparedPlace[] places) {
        if (places.length != 1) {
            return;
        }
        next(Signature.PLACE);
        part(places[0].place().postcode(), places[0].postcodeLetters());
        part(places[0].place().city(), places[0].cityLetters());
        next(Signature.STREET);
        PreparedWords street = places[0].street();
        for (int i = 0; i < street.size(); i++) {
            if (street.words()[i].role() != Role.LEGAL_FORM && used < 2 * Signature.PART) {
                part(street.words()[i].text(), street.letters()[i]);
            }
        }
    }

    private void part(String text, int letters) {
        put(16, folded(letters));
        put(5, Math.min(Signature.LONGEST, text.length()));
        put(9, Hashing.of(text));
    }

    private void words(PreparedWords words) {
        if (countOf(words) == Signature.MANY_WORDS) {
            return;
        }
        for (int i = 0; i < words.size(); i++) {
            next(Signature.WORDS + i);
            word(words.words()[i], words.letters()[i]);
            signature[Signature.SPOKEN + i / 2] |=
                    (long) spoken(words.words()[i], words.spokenLetters()[i]) << (i % 2 * Integer.SIZE);
        }
    }

    private void word(Word word, int letters) {
        put(28, (letters & 0x0FFF_FFFF) | ((letters >>> 28 | letters >>> 30) & 3) << 26);
        put(5, word.isInitial() ? 0 : word.text().length());
        put(4, word.role().ordinal());
        put(10, word.hash());
        put(5, word.text().charAt(0));
        put(4, word.sound());
        int groups = 0;
        for (long group : word.groups()) {
            groups |= 1 << (group & 7);
        }
        put(8, groups);
    }

    /** A word as it is spoken: its letters, its length, and whether it has enough sounds. */
    private static int spoken(Word word, int letters) {
        int enough = word.sounds() >= WordScore.LEAST_SOUNDS ? 1 : 0;
        return (letters & Signature.LATIN) | letters >>> 26 | word.spoken().length() << 26 | enough << 31;
    }

    /** A set of letters in half as many classes. */
    private static int folded(int letters) {
        return (letters | letters >>> 16) & 0xFFFF;
    }
}
