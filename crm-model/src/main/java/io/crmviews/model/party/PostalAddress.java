package io.crmviews.model.party;

/**
 * A postal address (TMF673 GeographicAddress, schema.org PostalAddress). Parts that a source does not state are empty;
 * at least one is not blank. Parts of one address stay together in a golden profile.
 *
 * @param usage how it is used
 * @param street street, number and what belongs to it, in one line, or empty
 * @param unit flat, floor or suite, or empty
 * @param city city or locality, or empty
 * @param region state, province or county, or empty
 * @param postcode postal code, or empty
 * @param country ISO 3166-1 alpha-2 code or the country's name as written, or empty
 */
public record PostalAddress(
        Usage usage, String street, String unit, String city, String region, String postcode, String country)
        implements ContactMedium {

    /** Checks that the address says something. */
    public PostalAddress {
        if (street.isBlank()
                && unit.isBlank()
                && city.isBlank()
                && region.isBlank()
                && postcode.isBlank()
                && country.isBlank()) {
            throw new IllegalArgumentException("A postal address needs at least one part.");
        }
    }

    @Override
    public String toString() {
        return "PostalAddress[" + usage + "]";
    }
}
