package io.crmviews.merge.weigh;

import io.crmviews.merge.compare.DateLevel;

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

    static final int SPOKEN = WORDS + MOST_WORDS;
    static final int ID_TYPE = 1;
    static final int ID = 2;
    static final int CONTACT = 3;
    static final int PLACE = 4;
    static final int STREET = 5;
    /** How many bits stand for the value of an identifier. */
    static final int ID_BITS = 24;

    static final int PART = 30;
    static final int ENDS = 3;

    static final int LATIN = (1 << 26) - 1;

    private Signature() {}

    static long[] of(Prepared p) {
        return SignatureWriter.of(p);
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
