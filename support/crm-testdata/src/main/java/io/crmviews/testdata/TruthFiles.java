package io.crmviews.testdata;

import io.crmviews.model.party.PostalAddress;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How the truth is written. */
final class TruthFiles {

    static final String RECORDS = "source,record,customer,phenomena";
    static final String EVENTS = "source,event,customer";
    static final String CUSTOMERS = "customer,household,country,organization,given,middle,family,suffix,birth_date,"
            + "email,mobile,landline,street,unit,city,region,postcode,previous_family,previous_email,previous_mobile,"
            + "previous_street,phenomena";

    private TruthFiles() {}

    static String record(Told told) {
        return Csv.line(
                told.fact().key().source(),
                told.fact().key().key(),
                Integer.toString(told.customer()),
                words(told.phenomena()));
    }

    static String event(Told told) {
        return Csv.line(told.fact().key().source(), told.fact().key().key(), Integer.toString(told.customer()));
    }

    static String customer(Customer who) {
        PostalAddress home = who.home().now();
        return Csv.line(
                Integer.toString(who.number()),
                Integer.toString(who.household()),
                who.country(),
                who.organization(),
                who.given(),
                who.middle(),
                who.family().now(),
                who.suffix(),
                who.birth().equals(LocalDate.MIN) ? "" : who.birth().toString(),
                who.email().now(),
                who.mobile().now(),
                who.landline(),
                home.street(),
                home.unit(),
                home.city(),
                home.region(),
                home.postcode(),
                previous(who.family(), who.family().before()),
                previous(who.email(), who.email().before()),
                previous(who.mobile(), who.mobile().before()),
                previous(who.home(), who.home().before().street()),
                words(who.phenomena()));
    }

    private static String previous(Dated<?> value, String before) {
        return value.hasChanged() ? before : "";
    }

    private static String words(Set<Phenomenon> phenomena) {
        return phenomena.stream()
                .sorted()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("|"));
    }
}
