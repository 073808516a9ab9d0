package io.crmviews.merge.key;

import java.util.Locale;

/**
 * The types of keys by which pairs become candidates. A key is live while no more nodes hold it than {@link KeyCaps} allows, whatever
 * else they hold; above that the value is generic and a compound type carries on.
 */
public enum KeyType {
    /** The sounds of two words of a person's name. */
    NAME_PAIR(80),
    /** The nickname group of one word and the sound of another. */
    NICKNAME_PAIR(60),
    /** The sound of a word and the full birth date. */
    NAME_BIRTH(60),
    /** The sound of a word and the birth year. */
    NAME_YEAR(60),
    /** The sound of a word and the birth day and month. */
    NAME_DAY(60),
    /** The birth date, day and month in either order. */
    BIRTH(80),
    /** The sound of a word and the postcode. */
    NAME_POSTCODE(60),
    /** A word and a city or another place of a life. */
    NAME_CITY(60),
    /** The birth date and the postcode. */
    BIRTH_POSTCODE(60),
    /** A word of a name by itself. */
    NAME(60),
    /** A house number and a word of the street. */
    STREET(60),
    /** A house number, and the postcode or city. */
    NUMBER_POSTCODE(60),
    /** An e-mail address. */
    EMAIL(60),
    /** The local part of an e-mail address. */
    EMAIL_LOCAL(60),
    /** The last seven digits of a phone number. */
    PHONE(60),
    /** An identifier. */
    ID(60),
    /** A device or handle. */
    DEVICE(40),
    /** Two words of an organisation's name. */
    ORG_PAIR(80),
    /** A word of an organisation's name by itself. */
    ORG_WORD(60),
    /** The sound of a word of an organisation's name and the postcode or city. */
    ORG_PLACE(60),
    /** An e-mail address that its holder proved: claims of others do not make it generic. */
    VERIFIED_EMAIL(60),
    /** The last seven digits of a phone number that its holder proved. */
    VERIFIED_PHONE(60),
    /** An identifier that its holder proved. */
    VERIFIED_ID(60);

    /** How many times its own cap the holders of a value may be until the value proves nothing, as shipped. */
    static final int SCORING = 5;

    private static final int BITS = 6;
    private static final KeyType[] TYPES = values();

    private final int cap;

    KeyType(int cap) {
        this.cap = cap;
    }

    /**
     * The most nodes that may hold a live key of this type, as shipped; see {@link KeyCaps}.
     *
     * @return the cap
     */
    public int cap() {
        return cap;
    }

    /**
     * The name in the model document.
     *
     * @return lower case with dots
     */
    public String documentName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /**
     * A key of this type.
     *
     * @param hash the hash of its value
     * @return the key: the type in the low bits, the hash above
     */
    public long key(long hash) {
        return (hash << BITS) | ordinal();
    }

    /**
     * Whether keys of this type stand for one value that somebody issued or holds, so that the number of its holders
     * tells what it proves.
     *
     * @return true for e-mail addresses, phones, identifiers, devices and handles
     */
    public boolean isIdentifier() {
        return switch (this) {
            case EMAIL, PHONE, ID, DEVICE, VERIFIED_EMAIL, VERIFIED_PHONE, VERIFIED_ID -> true;
            default -> false;
        };
    }

    /**
     * What a key keeps of the hash of its value.
     *
     * @param key a key
     * @return all but the highest bits
     */
    public static long hash(long key) {
        return key >>> BITS;
    }

    /**
     * The type of a key.
     *
     * @param key a key
     * @return its type
     */
    public static KeyType of(long key) {
        return TYPES[(int) (key & ((1 << BITS) - 1))];
    }
}
