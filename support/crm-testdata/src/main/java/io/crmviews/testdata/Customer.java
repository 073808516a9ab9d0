package io.crmviews.testdata;

import io.crmviews.model.party.Gender;
import io.crmviews.model.party.PostalAddress;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * One true customer: what holds now and what held before.
 *
 * @param number its number from 0, the truth
 * @param household the number of the household or firm
 * @param country ISO code of the market
 * @param organization the name of the organisation, empty for a person
 * @param given given name of the person or of the contact person
 * @param middle middle name, or empty
 * @param suffix Jr, Sr, or empty
 * @param birth birth date; {@link LocalDate#MIN} for an organisation
 * @param gender gender
 * @param family surname, before and after a marriage
 * @param email e-mail address, before and after
 * @param mobile mobile number in E.164, before and after
 * @param landline the household's number in E.164, or empty
 * @param home address, before and after a move
 * @param device the household's device id
 * @param document number of the identity card or the company register
 * @param phenomena what is special about this customer
 */
record Customer(
        int number,
        int household,
        String country,
        String organization,
        String given,
        String middle,
        String suffix,
        LocalDate birth,
        Gender gender,
        Dated<String> family,
        Dated<String> email,
        Dated<String> mobile,
        String landline,
        Dated<PostalAddress> home,
        String device,
        String document,
        Set<Phenomenon> phenomena) {

    boolean isOrganization() {
        return !organization.isEmpty();
    }

    Customer with(Phenomenon phenomenon) {
        Set<Phenomenon> more = EnumSet.of(phenomenon);
        more.addAll(phenomena);
        return new Customer(
                number,
                household,
                country,
                organization,
                given,
                middle,
                suffix,
                birth,
                gender,
                family,
                email,
                mobile,
                landline,
                home,
                device,
                document,
                more);
    }

    Customer withMobile(Dated<String> other) {
        return new Customer(
                number,
                household,
                country,
                organization,
                given,
                middle,
                suffix,
                birth,
                gender,
                family,
                email,
                other,
                landline,
                home,
                device,
                document,
                phenomena);
    }

    Customer withHome(Dated<PostalAddress> other) {
        return new Customer(
                number,
                household,
                country,
                organization,
                given,
                middle,
                suffix,
                birth,
                gender,
                family,
                email,
                mobile,
                landline,
                other,
                device,
                document,
                phenomena);
    }

    Customer withEmail(Dated<String> other) {
        return new Customer(
                number,
                household,
                country,
                organization,
                given,
                middle,
                suffix,
                birth,
                gender,
                family,
                other,
                mobile,
                landline,
                home,
                device,
                document,
                phenomena);
    }

    /** The same person under another name, gender and birth date. */
    Customer named(String givenName, Dated<String> surname, String suffixed, LocalDate born) {
        return new Customer(
                number,
                household,
                country,
                organization,
                givenName,
                middle,
                suffixed,
                born,
                gender,
                surname,
                email,
                mobile,
                landline,
                home,
                device,
                document,
                phenomena);
    }

    @Override
    public String toString() {
        return "Customer[" + number + "]";
    }
}
