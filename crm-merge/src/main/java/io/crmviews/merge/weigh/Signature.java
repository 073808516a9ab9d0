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

/**
 * What a bound on a pair's weight needs to know of the other side, in {@value #SIZE} numbers that a store keeps with a
 * node: most candidates are strangers, and a stranger is told apart by them before its node is read. Texts stand in
 * them by short hashes, lengths and sets of letters, so two that differ may look equal, but never the other way round.
 * No model enters here.
 */
final class Signature {

    /** How many numbers there are. */
    static final int SIZE = 12;
    /** More values of a kind than a signature holds. */
    static final int MANY = 2;
    /** More words of a name than it holds. */
    static final int MANY_WORDS = 7;

    static final int MOST_WORDS = 4;
    /** More words of a street than it holds. */
    static final int MANY_STREET_WORDS = 3;
    /** A text of so many characters keeps its first or its last three if one of them is edited. */
    static final int LEAST_ENDS = 8;
    /** Texts that are longer count as so long. */
    static final int LONGEST = 31;

    /** Where the words of a name begin. */
    static final int WORDS = 6;

    private static final int SPOKEN = WORDS + MOST_WORDS;
    private static final int ID_TYPE = 1;
    private static final int ID = 2;
    private static final int CONTACT = 3;
    private static final int PLACE = 4;
    private static final int STREET = 5;
    /** How many bits stand for the value of an identifier. */
    static final int ID_BITS = 24;

    private static final int PART = 30;
    private static final int ENDS = 3;

    private static final int LATIN = (1 << 26) - 1;

    private final long[] signature = new long[SIZE];
    private int at;
    private int used;

    private Signature() {}

    static long[] of(Prepared p) {
        Signature maker = new Signature();
        maker.counts(p);
        maker.next(ID);
        maker.id(p.features.ids());
        maker.region(p.places);
        maker.next(CONTACT);
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
        put(2, Math.min(MANY, f.births().size()));
        put(2, Math.min(MANY, f.emails().size()));
        put(2, Math.min(MANY, f.phones().size()));
        put(2, Math.min(MANY, f.ids().size()));
        put(2, Math.min(MANY, f.addresses().size()));
        put(1, f.traits().isEmpty() ? 0 : 1);
        put(1, f.organization().isEmpty() ? 0 : 1);
        put(3, countOf(p.person));
        put(2, p.places.length == 1 ? Math.min(MANY, p.places[0].numbers().length) : 0);
        put(2, p.places.length == 1 ? streetWords(p.places[0].street()) : 0);
        boolean numbered = p.places.length == 1 && p.places[0].numbers().length == 1;
        put(9, numbered ? Hashing.of(p.places[0].place().numbers().get(0)) : 0);
        put(32, f.births().size() == 1 ? DateLevel.digits(f.births().get(0).packed()) : 0);
    }

    private static int countOf(PreparedWords words) {
        boolean fits = words.size() <= MOST_WORDS;
        for (int i = 0; i < words.size() && fits; i++) {
            fits = words.words()[i].text().length() < LONGEST;
        }
        return fits ? words.size() : MANY_WORDS;
    }

    private static int streetWords(PreparedWords street) {
        int names = 0;
        for (Word word : street.words()) {
            names += word.role() == Role.LEGAL_FORM ? 0 : 1;
        }
        return Math.min(MANY_STREET_WORDS, names);
    }

    private void id(List<Features.Id> ids) {
        if (ids.size() == 1) {
            Features.Id id = ids.get(0);
            signature[ID_TYPE] = id.typeHash();
            put(ID_BITS, id.hash());
            put(8, head(id.value()));
            put(8, tail(id.value()));
            put(5, Math.min(LONGEST, id.value().length()));
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
            put(5, Math.min(LONGEST, email.local().length()));
            put(16, folded(EditDistance.letters(email.local())));
        }
        used = 39;
    }

    private void phone(List<Features.Phone> phones) {
        if (phones.size() == 1) {
            Features.Phone phone = phones.get(0);
            put(12, phone.hash());
            put(5, Math.min(LONGEST, phone.digits().length()));
            put(4, head(phone.digits()));
            put(4, tail(phone.digits()));
        }
    }

    private static long head(String text) {
        return Hashing.of(text.substring(0, Math.min(ENDS, text.length())));
    }

    private static long tail(String text) {
        return Hashing.of(text.substring(Math.max(0, text.length() - ENDS)));
    }

    private void place(PreparedPlace[] places) {
        if (places.length != 1) {
            return;
        }
        next(PLACE);
        part(places[0].place().postcode(), places[0].postcodeLetters());
        part(places[0].place().city(), places[0].cityLetters());
        next(STREET);
        PreparedWords street = places[0].street();
        for (int i = 0; i < street.size(); i++) {
            if (street.words()[i].role() != Role.LEGAL_FORM && used < 2 * PART) {
                part(street.words()[i].text(), street.letters()[i]);
            }
        }
    }

    private void part(String text, int letters) {
        put(16, folded(letters));
        put(5, Math.min(LONGEST, text.length()));
        put(9, Hashing.of(text));
    }

    private void words(PreparedWords words) {
        if (countOf(words) == MANY_WORDS) {
            return;
        }
        for (int i = 0; i < words.size(); i++) {
            next(WORDS + i);
            word(words.words()[i], words.letters()[i]);
            signature[SPOKEN + i / 2] |=
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
        return (letters & LATIN) | letters >>> 26 | word.spoken().length() << 26 | enough << 31;
    }

    /** A set of letters in half as many classes. */
    private static int folded(int letters) {
        return (letters | letters >>> 16) & 0xFFFF;
    }

    private static int bits(long number, int from, int count) {
        return (int) (number >>> from) & ((1 << count) - 1);
    }

    static int kind(long[] s, int at) {
        return bits(s[at], 0, 2);
    }

    static int gender(long[] s, int at) {
        return bits(s[at], 2, 2);
    }

    static int births(long[] s, int at) {
        return bits(s[at], 4, 2);
    }

    static int emails(long[] s, int at) {
        return bits(s[at], 6, 2);
    }

    static int phones(long[] s, int at) {
        return bits(s[at], 8, 2);
    }

    static int ids(long[] s, int at) {
        return bits(s[at], 10, 2);
    }

    static int places(long[] s, int at) {
        return bits(s[at], 12, 2);
    }

    static boolean hasTraits(long[] s, int at) {
        return bits(s[at], 14, 1) != 0;
    }

    static boolean hasOrganization(long[] s, int at) {
        return bits(s[at], 15, 1) != 0;
    }

    static int words(long[] s, int at) {
        return bits(s[at], 16, 3);
    }

    static int numbers(long[] s, int at) {
        return bits(s[at], 19, 2);
    }

    static int streetWords(long[] s, int at) {
        return bits(s[at], 21, 2);
    }

    static int number(long[] s, int at) {
        return bits(s[at], 23, 9);
    }

    /** The digits of the only birth date, as {@link DateLevel#digits(int)} writes them. */
    static int birth(long[] s, int at) {
        return (int) (s[at] >>> 32);
    }

    /** The whole hash of the type: that two identifiers of one type differ speaks against a pair. */
    static long idType(long[] s, int at) {
        return s[at + ID_TYPE];
    }

    static int idValue(long[] s, int at) {
        return bits(s[at + ID], 0, ID_BITS);
    }

    static int idHead(long[] s, int at) {
        return bits(s[at + ID], 24, 8);
    }

    static int idTail(long[] s, int at) {
        return bits(s[at + ID], 32, 8);
    }

    static int idLength(long[] s, int at) {
        return bits(s[at + ID], 40, 5);
    }

    static int region(long[] s, int at) {
        return bits(s[at + ID], 45, 6);
    }

    static boolean hasRegion(long[] s, int at) {
        return bits(s[at + ID], 51, 1) != 0;
    }

    static int email(long[] s, int at) {
        return bits(s[at + CONTACT], 0, 10);
    }

    static int local(long[] s, int at) {
        return bits(s[at + CONTACT], 10, 8);
    }

    static int localLength(long[] s, int at) {
        return bits(s[at + CONTACT], 18, 5);
    }

    static int localLetters(long[] s, int at) {
        return bits(s[at + CONTACT], 23, 16);
    }

    static int phone(long[] s, int at) {
        return bits(s[at + CONTACT], 39, 12);
    }

    static int phoneLength(long[] s, int at) {
        return bits(s[at + CONTACT], 51, 5);
    }

    static int phoneHead(long[] s, int at) {
        return bits(s[at + CONTACT], 56, 4);
    }

    static int phoneTail(long[] s, int at) {
        return bits(s[at + CONTACT], 60, 4);
    }

    static int postcode(long[] s, int at) {
        return bits(s[at + PLACE], 0, PART);
    }

    static int city(long[] s, int at) {
        return bits(s[at + PLACE], PART, PART);
    }

    static int street(long[] s, int at, int word) {
        return bits(s[at + STREET], word * PART, PART);
    }

    static int letters(int part) {
        return part & 0xFFFF;
    }

    static int length(int part) {
        return part >>> 16 & 31;
    }

    /** Whether two parts may be one text: their hashes agree. */
    static boolean mayBeSame(int part, int other) {
        return part >>> 21 == other >>> 21;
    }

    static int wordLetters(long word) {
        return bits(word, 0, 28);
    }

    /** 0 for an initial. */
    static int wordLength(long word) {
        return bits(word, 28, 5);
    }

    static int wordRole(long word) {
        return bits(word, 33, 4);
    }

    static int wordHash(long word) {
        return bits(word, 37, 10);
    }

    static int wordFirst(long word) {
        return bits(word, 47, 5);
    }

    static int wordSound(long word) {
        return bits(word, 52, 4);
    }

    static int wordGroups(long word) {
        return bits(word, 56, 8);
    }

    /** The spoken form of a word. */
    static int spoken(long[] s, int at, int word) {
        return (int) (s[at + SPOKEN + word / 2] >>> (word % 2 * Integer.SIZE));
    }

    static int spokenLetters(int spoken) {
        return spoken & LATIN;
    }

    static int spokenLength(int spoken) {
        return spoken >>> 26 & 31;
    }

    /** Whether a word has so many sounds that equal sounds say something. */
    static boolean hasSounds(int spoken) {
        return spoken < 0;
    }
}
