package io.crmviews.merge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import io.crmviews.spi.channel.ChannelRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoMappingTest {

    private static List<String> row(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    private static AutoMapping infer(String header, String... rows) {
        return AutoMapping.infer(
                row(header),
                new Sample(Arrays.stream(rows).map(AutoMappingTest::row).toList()));
    }

    /** The facts of the last row. */
    private static SourceRecord last(String header, String... rows) {
        AutoMapping inferred = infer(header, rows);
        List<String> names = row(header);
        List<String> values = row(rows[rows.length - 1]);
        ChannelRecord.Builder record = ChannelRecord.builder("table", "1");
        for (int i = 0; i < names.size(); i++) {
            if (!values.get(i).isEmpty()) {
                record.field(names.get(i), values.get(i));
            }
        }
        MappingResult result = inferred.mapping().map(record.build());
        assertThat(result).isInstanceOf(MappingResult.Facts.class);
        return (SourceRecord) ((MappingResult.Facts) result).facts().get(0);
    }

    private static String meanings(AutoMapping inferred) {
        return inferred.columns().stream().map(InferredColumn::meaning).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "first_name|fname|FirstName|forename|name_first|Vorname|prénom|имя|client_first_name; given name",
                "surname|last_name|lname|LASTNAME|familyName|Nachname|apellidos|cognome|фамилия; family name",
                "full_name|fullName|displayName|nombre_completo|姓名; person's whole name",
                "company|org_name|organisation|Firma|razon_social|site_name|BusinessName; organisation's name",
                "dob|DateOfBirth|birth_date|Geburtsdatum|date_naissance|fecha_nacimiento|dob_spoken; birth date",
                "gender|sex|Geschlecht|sexe|SEX_CODE; gender",
                "email|e-mail|EmailAddress|email_2|courriel|primary_email; e-mail address",
                "phone|Telephone|tel_no|phone2|PhoneNumber|contact_number|Telefon; phone number",
                "mobile|cell_phone|handy|movil|customer_mobile; mobile number",
                "address|addr1|street_address|Straße|rue|calle|current_street_1|address_street1; street",
                "postcode|ZIP|PLZ|codigo_postal|zip_code|postcode_fake|addressZip; postcode",
                "city|town|Ort|ville|ciudad|current_city; city",
                "maiden_name|Geburtsname|birth_name; birth name",
                "previous_address|old_street|prev_street_1; former street",
                "previous_last_name|former_surname; former family name",
                "guardian_name|mother_maiden_name|emergency_contact_phone|director; characteristic",
                "street_number|house_no|Hausnummer; house number",
                "updated_at|lastModified|changed_on; time of change",
                "favourite_colour|column2|birth_order|program_name|number_of_children|email_opt_in; characteristic"
            })
    void columnsAreKnownByTheirNames(String names, String meaning) {
        for (String name : row(names)) {
            AutoMapping inferred = AutoMapping.infer(List.of("record_id", name), new Sample(List.of()));
            assertThat(inferred.columns().get(1).meaning()).as(name).isEqualTo(meaning);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "soc_sec_id,true",
        "ssn,true",
        "uganda_nin,true",
        "patient_acct,true",
        "mrns,true",
        "idhs_provider_id,true",
        "card_no,true",
        "passport_number,true",
        "registration_number,true",
        "tax_last4,true",
        "medicaid,true",
        "VAT,true",
        "client_id,true",
        "account,true",
        "household_id,false",
        "batch_id,false",
        "row_number,false",
        "number_per_site,false",
        "store_id,false",
        "status_code,false"
    })
    void identifiersCarryTheirColumn(String name, boolean expected) {
        AutoMapping inferred = AutoMapping.infer(List.of("record_id", name), new Sample(List.of()));
        assertThat(inferred.columns().get(1).meaning().startsWith("identifier"))
                .as(name)
                .isEqualTo(expected);
    }

    @Test
    void personsInManyColumns() {
        SourceRecord record = last(
                "record_id|source|given_name|surname|sex|street_number|address_1|address_2|suburb|postcode|state"
                        + "|date_of_birth|soc_sec_id|colour",
                "1|crm|Ann|Smith|F|12|Main Street|Rose Cottage|Leeds|LS1|wa|19790523|123|blue");
        assertThat(record.kind()).isEqualTo(PartyKind.INDIVIDUAL);
        assertThat(record.key()).hasToString("crm/1");
        assertThat(record.names()).containsExactly(PersonName.of("Ann", "Smith"));
        assertThat(record.gender()).isEqualTo(Gender.FEMALE);
        assertThat(record.birthDates()).containsExactly(new PartialDate(1979, 5, 23));
        assertThat(record.media())
                .containsExactly(
                        new PostalAddress(Usage.CURRENT, "12 Main Street, Rose Cottage", "", "Leeds", "wa", "LS1", ""));
        assertThat(record.identifiers())
                .extracting(id -> id.type() + "=" + id.value())
                .containsExactly("soc_sec_id=123");
        assertThat(record.characteristics()).extracting(c -> c.name()).containsExactly("colour");
    }

    @Test
    void formerNamesAndAddressesAreMarked() {
        SourceRecord record = last(
                "id|first_name|last_name|current_street_1|current_street_2|current_city|previous_last_name|maiden_name"
                        + "|previous_street_1|previous_city|old_email",
                "1|Ann|Smith|5 High St|Apt 2|Leeds|Brown|Jones|9 Low St|York|a@b.com");
        assertThat(record.names())
                .containsExactly(
                        PersonName.of("Ann", "Smith"),
                        new PersonName(Usage.FORMER, "", "Ann", "", "Brown", "", ""),
                        new PersonName(Usage.FORMER, "", "Ann", "", "Jones", "", ""));
        assertThat(record.media())
                .contains(
                        new PostalAddress(Usage.CURRENT, "5 High St", "Apt 2", "Leeds", "", "", ""),
                        new PostalAddress(Usage.FORMER, "9 Low St", "", "York", "", "", ""))
                .anyMatch(medium -> medium instanceof EmailAddress email && email.usage() == Usage.FORMER);
    }

    @Test
    void billingAndShippingAreTwoAddresses() {
        SourceRecord record = last(
                "id|name|billing_address|billing_city|shipping_address|shipping_city|postcode",
                "1|Ann|5 High St|Leeds|9 Low St|York|LS1");
        assertThat(record.media())
                .containsExactly(
                        new PostalAddress(Usage.CURRENT, "5 High St", "", "Leeds", "", "LS1", ""),
                        new PostalAddress(Usage.CURRENT, "9 Low St", "", "York", "", "", ""));
    }

    @Test
    void aLoneNameIsOfUnknownKindUnlessTheTableSaysMore() {
        assertThat(last("id|name", "1|Ann Smith")).satisfies(record -> {
            assertThat(record.kind()).isEqualTo(PartyKind.UNKNOWN);
            assertThat(record.names()).containsExactly(PersonName.formatted("Ann Smith"));
        });
        assertThat(last("id|name|dob", "1|Ann Smith|1979").kind()).isEqualTo(PartyKind.INDIVIDUAL);
        SourceRecord body = last("id|name", "1|Acme Ltd", "2|Foo GmbH", "3|Bar S.p.A.");
        assertThat(body.kind()).isEqualTo(PartyKind.ORGANIZATION);
        assertThat(body.names()).containsExactly(OrganizationName.of("Bar S.p.A."));
    }

    @Test
    void aSchemaColumnChoosesTheKindOfNames() {
        String header = "id|name|schema";
        assertThat(last(header, "1|Ann|Person", "2|Acme|Company").names()).containsExactly(OrganizationName.of("Acme"));
        assertThat(last(header, "1|Acme|Company", "2|Ann|Person").names()).containsExactly(PersonName.formatted("Ann"));
        assertThat(last(header, "1|Ann|person", "2|Acme|legalentity").kind())
                .as("no other word for an organisation")
                .isEqualTo(PartyKind.ORGANIZATION);
        assertThat(last(header, "1|Ann|Company", "2|Acme|LegalEntity").kind()).isEqualTo(PartyKind.UNKNOWN);
    }

    @Test
    void theContactOfAnOrganisationIsNotTheParty() {
        String header = "id|entity_type|org_name|given_name|surname";
        SourceRecord body = last(header, "1|person||Ann|Smith", "2|organization|Acme Ltd|Bob|Brown");
        assertThat(body.names()).containsExactly(OrganizationName.of("Acme Ltd"));
        assertThat(body.characteristics())
                .extracting(c -> c.name() + "=" + c.value())
                .containsExactly("contact_person=Bob Brown");
        SourceRecord person = last(header, "1|organization|Acme Ltd||", "2|person|Acme Ltd|Ann|Smith");
        assertThat(person.names()).containsExactly(PersonName.of("Ann", "Smith"));
        assertThat(person.characteristics()).extracting(c -> c.name()).containsExactly("org_name");
    }

    @Test
    void aCompanyBesideAPersonIsWhereThePersonWorks() {
        SourceRecord person = last("id|first_name|last_name|company", "1|Ann|Smith|Acme Ltd");
        assertThat(person.kind()).isEqualTo(PartyKind.INDIVIDUAL);
        assertThat(person.characteristics()).extracting(c -> c.name()).containsExactly("company");
        assertThat(last("id|first_name|last_name|company", "1|||Acme Ltd").names())
                .containsExactly(OrganizationName.of("Acme Ltd"));
    }

    @Test
    void aChildIsThePartyWhereNobodyElseIs() {
        assertThat(meanings(infer("id|child_first_name|child_last_name|mother_first_name", "1|Ann|Smith|Eve")))
                .isEqualTo("record key, given name, family name, characteristic");
        assertThat(meanings(infer("id|first_name|last_name|child_first_name", "1|Ann|Smith|Eve")))
                .endsWith("characteristic");
    }

    @Test
    void whatANameMeansDependsOnItsCompany() {
        assertThat(meanings(infer("id|Name|Vorname", "1|Müller|Hans")))
                .isEqualTo("record key, family name, given name");
        assertThat(meanings(infer("id|name|first_name", "1|Ann Smith|Ann"))).isEqualTo("record key, name, given name");
        assertThat(meanings(infer("id|nom|ville", "1|Acme|Paris"))).isEqualTo("record key, name, city");
        assertThat(meanings(infer("id|by|city", "1|x|Oslo"))).isEqualTo("record key, characteristic, city");
        assertThat(meanings(infer("id|calle|numero", "1|Mayor|5"))).isEqualTo("record key, street, house number");
    }

    @Test
    void valuesCanBelieTheNameOfAColumn() {
        String[] rows = new String[20];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i + "|Yes|01/31/1" + i % 9 + "|a" + i + "@example.org|grp" + i % 3;
        }
        assertThat(meanings(infer("id|website|email|contact|group_no", rows)))
                .isEqualTo("record key, characteristic, characteristic, e-mail address, characteristic");
    }

    @Test
    void datesAreReadInTheOrderThatTheColumnShows() {
        String header = "id|dob";
        assertThat(last(header, "1|23/05/1979", "2|04/05/1979").birthDates())
                .containsExactly(new PartialDate(1979, 5, 4));
        assertThat(last(header, "1|05/23/1979", "2|04/05/1979").birthDates())
                .containsExactly(new PartialDate(1979, 4, 5));
        assertThat(last(header, "1|79-05-23", "2|04-05-06").birthDates()).containsExactly(new PartialDate(2004, 5, 6));
        assertThat(last("id|dob|zip", "1|04/05/1979|12345").birthDates())
                .as("a column named zip is American")
                .containsExactly(new PartialDate(1979, 4, 5));
    }

    @Test
    void eachCountryHasItsOrder() {
        String header = "id|dob|country";
        String[] rows = {"1|05/23/1979|US", "2|05/24/1979|US", "3|23/05/1979|AU", "4|04/05/1979|US", "5|04/05/1979|AU"};
        assertThat(last(header, rows).birthDates()).containsExactly(new PartialDate(1979, 5, 4));
        assertThat(last(header, Arrays.copyOf(rows, 4)).birthDates()).containsExactly(new PartialDate(1979, 4, 5));
    }

    @Test
    void yearMonthAndDayInThreeColumns() {
        SourceRecord record = last("id|fname_c1|fname_c2|lname_c1|by|bm|bd", "1|HANS|PETER|MEYER|1979|5|23");
        assertThat(record.names()).containsExactly(PersonName.of("HANS PETER", "MEYER"));
        assertThat(record.birthDates()).containsExactly(new PartialDate(1979, 5, 23));
    }

    @Test
    void severalValuesInOneColumnAreTakenApart() {
        SourceRecord record = last("id|name|phones|fax", "1|Ann|0113 1; 0113 2|5");
        assertThat(record.media())
                .extracting(medium -> ((PhoneNumber) medium).value())
                .containsExactly("0113 1", "0113 2", "5");
        assertThat(((PhoneNumber) record.media().get(2)).type()).isEqualTo("fax");
    }

    @Test
    void wordsForNoValueAreNoValues() {
        SourceRecord record = last("id|first_name|last_name|email", "1|Ann|NULL|N/A");
        assertThat(record.names()).containsExactly(PersonName.of("Ann", ""));
        assertThat(record.media()).isEmpty();
    }

    @Test
    void theReportIsATableAndTheDocumentCanBeReadBack() {
        AutoMapping inferred = infer("id|first_name|x", "1|Ann|2");
        assertThat(inferred.table().lines())
                .containsExactly(
                        "id          record key",
                        "first_name  given name",
                        "x           characteristic  not recognised");
        assertThat(inferred.keyColumn()).isEqualTo("id");
        assertThat(Mapping.parse(inferred.mapping().toJson()).toJson())
                .isEqualTo(inferred.mapping().toJson());
    }

    @Test
    void aRepeatedColumnIsAnError() {
        List<String> twice = new ArrayList<>(List.of("id", "name", "name"));
        assertThatThrownBy(() -> AutoMapping.infer(twice, new Sample(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name");
    }
}
