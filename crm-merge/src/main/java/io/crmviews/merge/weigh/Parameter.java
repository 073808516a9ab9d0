package io.crmviews.merge.weigh;

import java.util.Locale;

/**
 * A number of the model, in bits of weight of evidence (log2 of a likelihood ratio, Fellegi and Sunter 1969) unless said
 * otherwise. Its name in the model document is the constant's in lower case with dots.
 */
public enum Parameter {
    /** Weight from which a pair is one customer. */
    MATCH,
    /** Weight from which a pair goes to review. */
    REVIEW,
    /** Weight from which an edge needs no support from its neighbours. */
    STRONG,
    /** Least mean weight of the cross pairs that an edge below strong needs. */
    BRIDGE,
    /** How far below the match threshold an edge may lie if its cross pairs support it. */
    WEAK_SPAN,
    /** Least mean weight of the cross pairs that such a weak edge needs. */
    WEAK_BRIDGE,
    /** Cross pairs count for no less than this. */
    CROSS_LEAST,
    /** Cross pairs count for no more than this. */
    CROSS_MOST,
    /** Most that one agreeing word of a person's name is worth. */
    WORD_CAP,
    /** Most that all words of a person's name are worth. */
    NAME_CAP,
    /** Off for two forms of one given name. */
    WORD_NICKNAME,
    /** An initial that agrees is worth this. */
    WORD_INITIAL,
    /** Off for a word that begins the other. */
    WORD_PREFIX,
    /** Off for any edit. */
    WORD_EDIT,
    /** Off for an edit of the whole word; shorter edits in proportion. */
    WORD_EDIT_SHARE,
    /** Off for a word that is written in another way, as by other tables of transliteration. */
    WORD_SPOKEN,
    /** Off for a word that has the same consonants only. */
    WORD_SOUND,
    /** Off for words joined on one side. */
    WORD_JOINED,
    /** Off for a word that plays different roles. */
    WORD_ROLE,
    /** Most that a name is worth whose other words conflict: relatives share all but one word. */
    NAME_CONFLICT_CAP,
    /** For given names left over on both sides. */
    GIVEN_CONFLICT,
    /** For surnames left over on both sides. */
    FAMILY_CONFLICT,
    /** For middle names left over on both sides. */
    MIDDLE_CONFLICT,
    /** For words of names in one line left over on both sides. */
    ANY_CONFLICT,
    /** For an initial that disagrees. */
    INITIAL_CONFLICT,
    /** For a generation (Jr, Sr) that disagrees. */
    SUFFIX_CONFLICT,
    /** For each word left over on one side only. */
    WORD_EXTRA,
    /** Most taken off for words left over on one side. */
    WORD_EXTRA_CAP,
    /** Most that one agreeing word of an organisation's name is worth. */
    ORG_WORD_CAP,
    /** Most that all words of an organisation's name are worth. */
    ORG_NAME_CAP,
    /** Most that an organisation's name is worth that is the same as a whole, whatever its words are worth. */
    ORG_NAME_SAME,
    /** For words left over on both sides of organisations' names, at the most. */
    ORG_CONFLICT,
    /** For each word left over on one side only. */
    ORG_EXTRA,
    /** Most taken off for words left over on one side. */
    ORG_EXTRA_CAP,
    /** Most that an equal birth date is worth. */
    BIRTH_EXACT,
    /** Day and month exchanged. */
    BIRTH_SWAPPED,
    /** One digit off. */
    BIRTH_ONE_DIGIT,
    /** Month and day agree. */
    BIRTH_MONTH_DAY,
    /** Year and month agree. */
    BIRTH_YEAR_MONTH,
    /** Year and day agree. */
    BIRTH_YEAR_DAY,
    /** Known in part, agreeing. */
    BIRTH_PARTIAL,
    /** The same year, month and day a little off. */
    BIRTH_SHIFTED,
    /** The year one or ten off, month and day a little off. */
    BIRTH_SHIFTED_YEAR,
    /** The same year only. */
    BIRTH_YEAR,
    /** Years one apart. */
    BIRTH_NEAR_YEAR,
    /** Different. */
    BIRTH_DIFFERENT,
    /** Equal gender. */
    GENDER_SAME,
    /** Different gender. */
    GENDER_DIFFERENT,
    /** Most that an equal e-mail address is worth. */
    EMAIL_EXACT,
    /** Equal local part, other domain. */
    EMAIL_LOCAL,
    /** Off an equal address for few edits. */
    EMAIL_EDIT,
    /** All addresses differ. */
    EMAIL_DIFFERENT,
    /** Most that an equal phone number is worth. */
    PHONE_EXACT,
    /** One digit of the number off. */
    PHONE_NEAR,
    /** All numbers differ. */
    PHONE_DIFFERENT,
    /** Most that an equal identifier is worth. */
    ID_EXACT,
    /** One character of the identifier off. */
    ID_NEAR,
    /** All identifiers of a type that repeats differ. */
    ID_DIFFERENT,
    /** Most that all parts of an address are worth. */
    ADDRESS_CAP,
    /** Share of the lesser parts of an address that counts, 1 for all. */
    ADDRESS_REST,
    /** Most that a street is worth. */
    STREET_CAP,
    /** Most that a house number is worth. */
    NUMBER_CAP,
    /** Most that a postcode is worth. */
    POSTCODE_CAP,
    /** Most that a city is worth. */
    CITY_CAP,
    /** Most that a region is worth. */
    REGION_CAP,
    /** House numbers differ in one street. */
    NUMBER_DIFFERENT,
    /** Postcodes differ. */
    POSTCODE_DIFFERENT,
    /** Streets differ. */
    STREET_DIFFERENT,
    /** Cities differ. */
    CITY_DIFFERENT,
    /** Regions differ. */
    REGION_DIFFERENT,
    /** Least that an address is worth. */
    ADDRESS_LEAST,
    /** Most that a place of a person's life is worth, such as a birth place. */
    PLACE_CAP,
    /** Such places differ. */
    PLACE_DIFFERENT,
    /** Most that a shared device is worth. */
    DEVICE_CAP,
    /** Most that a handle is worth. */
    HANDLE_CAP,
    /** Most that another characteristic is worth. */
    TRAIT_CAP,
    /** Another characteristic differs. */
    TRAIT_DIFFERENT,
    /** Most that all characteristics are worth. */
    TRAITS_CAP,
    /** The rival explanation's start for persons: members of one household. */
    RIVAL,
    /** The same for organisations: branches of one. */
    RIVAL_BRANCH,
    /** Most that an equal birth date is worth against a relative: twins share it. */
    RIVAL_BIRTH,
    /** Most that an e-mail address is worth against a relative: families share it. */
    RIVAL_EMAIL,
    /** Most that an identifier is worth against a relative: families share accounts and policies. */
    RIVAL_ID,
    /** An organisation's address agrees, against a sister branch. */
    RIVAL_SITE_SAME,
    /** An organisation's house number or street differs, against a sister branch. */
    RIVAL_SITE_DIFFERENT;

    /**
     * The name in the model document.
     *
     * @return lower case with dots
     */
    public String documentName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
