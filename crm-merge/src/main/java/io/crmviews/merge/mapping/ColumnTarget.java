package io.crmviews.merge.mapping;

import java.util.Locale;

/** What a column may hold. The names are the meanings in the word list of columns. */
enum ColumnTarget {
    KEY,
    SOURCE,
    GIVEN,
    GIVEN2,
    MIDDLE,
    FAMILY,
    FAMILY2,
    FAMILYALIAS,
    SUFFIX,
    TITLE,
    FULLNAME,
    NAME,
    ORG,
    ORGALIAS,
    MAIDEN,
    ALIAS,
    NICKNAME,
    BIRTHDATE,
    BIRTHYEAR,
    BIRTHMONTH,
    BIRTHDAY,
    GENDER,
    KIND,
    EMAIL,
    PHONE,
    MOBILE,
    LANDLINE,
    FAX,
    HOUSENUMBER,
    STREET,
    STREET2,
    UNIT,
    CITY,
    SUBURB,
    REGION,
    COUNTY,
    POSTCODE,
    COUNTRY,
    DEVICE,
    HANDLE,
    TWITTER,
    FACEBOOK,
    LINKEDIN,
    INSTAGRAM,
    TELEGRAM,
    WECHAT,
    SKYPE,
    WHATSAPP,
    WEBSITE,
    UPDATED,
    CREATED,
    BIRTHPLACE,
    NATIONALITY,
    OCCUPATION,
    IDENTIFIER,
    OTHER;

    static ColumnTarget of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether it is a part of a postal address. */
    boolean isAddress() {
        return compareTo(HOUSENUMBER) >= 0 && compareTo(COUNTRY) <= 0;
    }

    /** Whether it names a network in which a party has a handle. */
    boolean isHandle() {
        return compareTo(HANDLE) >= 0 && compareTo(WEBSITE) <= 0;
    }

    /** Whether a value says that the party is a person. */
    boolean isPersonal() {
        boolean namePart = compareTo(GIVEN) >= 0 && compareTo(FAMILYALIAS) <= 0;
        boolean vital = compareTo(BIRTHDATE) >= 0 && compareTo(GENDER) <= 0;
        return namePart || vital || this == MAIDEN || this == NICKNAME;
    }
}
