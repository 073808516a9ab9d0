package io.crmviews.model.party;

/** Administrative gender as a source states it (the value set of HL7 FHIR AdministrativeGender). */
public enum Gender {
    /** Female. */
    FEMALE,
    /** Male. */
    MALE,
    /** Stated, and neither female nor male. */
    OTHER,
    /** Not stated. */
    UNKNOWN
}
