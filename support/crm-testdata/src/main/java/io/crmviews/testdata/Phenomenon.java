package io.crmviews.testdata;

/** What makes a customer or a record hard to match. Truth files name them in lower case. */
public enum Phenomenon {
    /** The given name has a typing error. */
    TYPO_GIVEN,
    /** The surname has a typing or hearing error. */
    TYPO_FAMILY,
    /** The name of an organisation has a typing error. */
    TYPO_ORGANIZATION,
    /** The e-mail address has a typing error. */
    TYPO_EMAIL,
    /** The phone number has a wrong or transposed digit. */
    TYPO_PHONE,
    /** The street or city has a typing error. */
    TYPO_ADDRESS,
    /** The birth date has one wrong digit. */
    TYPO_BIRTH_DATE,
    /** Day and month of the birth date are exchanged. */
    SWAPPED_DAY_MONTH,
    /** Given name and surname are exchanged. */
    SWAPPED_NAMES,
    /** A short form stands for the given name. */
    NICKNAME,
    /** Only the initial of the given name is known. */
    INITIAL_ONLY,
    /** Accents are lost, letters are upper case, long values are cut. */
    FOLDED,
    /** The surname is one that was given up before now. */
    FORMER_SURNAME,
    /** The address is one that was left before now. */
    FORMER_ADDRESS,
    /** The mobile number is one that was given up before now. */
    FORMER_PHONE,
    /** The e-mail address is one that was given up before now. */
    FORMER_EMAIL,
    /** The phone number is the household's, not the person's. */
    SHARED_PHONE,
    /** The e-mail address is used by several of the household. */
    SHARED_EMAIL,
    /** The device is used by several of the household. */
    SHARED_DEVICE,
    /** A twin: same birth date, surname and address as another customer. */
    TWIN,
    /** A parent and child of the same name at one address. */
    JUNIOR_SENIOR,
    /** A stranger, often in the same city, has the same name. */
    NAMESAKE,
    /** The mobile number belonged to another customer before. */
    RECYCLED_PHONE,
    /** A value says nothing: test@test.com, 0000000000, 1900-01-01, unknown. */
    PLACEHOLDER,
    /** One of several accounts of one customer in one channel. */
    SECOND_ACCOUNT,
    /** The legal form is written in another way or left out. */
    LEGAL_FORM_VARIANT,
    /** A branch of a firm: same name as another customer, elsewhere. */
    SISTER_BRANCH,
    /** Nothing in the record but a handle: nobody can link it. */
    UNLINKABLE
}
