package io.crmviews.testdata;

import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.PostalAddress;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How each channel writes its customers: its own field names, nesting and forms of dates. */
final class RecordFiles {

    private static final DateTimeFormatter DAY_FIRST = form("dd/MM/yyyy");
    private static final DateTimeFormatter DAY_FIRST_TIME = form("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter YEAR_FIRST = form("yyyy/MM/dd");
    private static final DateTimeFormatter YEAR_FIRST_TIME = form("yyyy/MM/dd HH:mm");
    private static final DateTimeFormatter MONTH_FIRST = form("MM/dd/yyyy");
    private static final DateTimeFormatter ISO = form("yyyy-MM-dd");

    private RecordFiles() {}

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /** The name of the file of a channel's customers. */
    static String file(Touchpoint at) {
        return switch (at) {
            case BRANCH -> "customers.csv";
            case WEB -> "accounts.jsonl";
            case STORE -> "buyers.jsonl";
            case CALLS -> "contacts.csv";
            case FORUM -> "members.jsonl";
            case LOYALTY -> "cards.csv";
        };
    }

    /** The first line of the file, or empty. */
    static String header(Touchpoint at) {
        return switch (at) {
            case BRANCH ->
                "customer_no,kind,first_name,middle_names,surname,suffix,company,contact,born,sex,mobile,home_phone,"
                        + "email,street,flat,town,county,postcode,country,document,document_seen,loyalty_card,opened,changed";
            case CALLS ->
                "contact_id,caller,company,date_of_birth,phone,other_phone,email,town,post_code,country,card_no,noted";
            case LOYALTY -> "CARD_ID,CARD_NO,GIVEN,FAMILY,SUFFIX,ORG,DOB,SEX,ADDR,CITY,ZIP,CTRY,TEL,EMAIL,UPDATED";
            default -> "";
        };
    }

    static String line(Touchpoint at, Said said) {
        return switch (at) {
            case BRANCH -> branch(said);
            case WEB -> web(said);
            case STORE -> store(said);
            case CALLS -> calls(said);
            case FORUM -> forum(said);
            case LOYALTY -> loyalty(said);
        };
    }

    private static String branch(Said said) {
        PersonName name = said.person();
        PostalAddress home = said.address();
        String document = said.number(said.isOrganization() ? "company-number" : "id-card");
        return Csv.line(
                said.key(),
                said.isOrganization() ? "firm" : "person",
                name.given().isEmpty() && !said.isOrganization() ? said.personLine() : name.given(),
                name.middle(),
                name.family(),
                name.suffix(),
                said.organization(),
                said.characteristic("contact"),
                said.birth(DAY_FIRST),
                said.gender("F", "M"),
                said.phone("mobile"),
                said.phone("landline"),
                said.email(),
                home.street(),
                home.unit(),
                home.city(),
                home.region(),
                home.postcode(),
                said.country(),
                document,
                document.isEmpty() ? "" : said.changed().format(DAY_FIRST),
                said.number("loyalty-card"),
                said.opened().format(DAY_FIRST),
                said.changed().format(DAY_FIRST_TIME));
    }

    private static String web(Said said) {
        Json json = new Json()
                .put("accountId", said.key())
                .begin("profile")
                .put("type", said.isOrganization() ? "business" : "personal")
                .put("displayName", said.personLine())
                .put("businessName", said.organization())
                .put("birthday", said.birth(ISO))
                .put("gender", said.gender("female", "male"))
                .end()
                .begin("login")
                .put("email", said.email())
                .put("confirmedAt", said.changed().format(ISO))
                .end()
                .put("phone", said.phone(""));
        if (said.hasAddress()) {
            address(json, said, "address", "line1", "line2", "city", "postcode");
        }
        return json.put("browser", said.device())
                .put("created", said.opened().toString())
                .put("modified", said.changed().toInstant().toString())
                .line();
    }

    private static String store(Said said) {
        Json json = new Json()
                .put("id", said.key())
                .begin("buyer")
                .put("fullName", said.personLine())
                .put("company", said.organization())
                .put("mail", said.email())
                .put("tel", said.phone(""))
                .put("dob", said.birth(DAY_FIRST))
                .end();
        if (said.hasAddress()) {
            address(json, said, "shipTo", "street", "extra", "town", "zip");
        }
        return json.put("bonusCard", said.number("loyalty-card"))
                .put("device", said.device())
                .bare("updatedMillis", Long.toString(said.changed().toInstant().toEpochMilli()))
                .line();
    }

    private static void address(
            Json json, Said said, String object, String street, String unit, String city, String postcode) {
        PostalAddress home = said.address();
        json.begin(object)
                .put(street, home.street())
                .put(unit, home.unit())
                .put(city, home.city())
                .put(postcode, home.postcode())
                .put("country", said.country())
                .end();
    }

    private static String calls(Said said) {
        return Csv.line(
                said.key(),
                said.personLine(),
                said.organization(),
                said.birth(YEAR_FIRST),
                said.phone(""),
                said.phone("mobile").isEmpty() || said.phone("mobile").equals(said.phone(""))
                        ? ""
                        : said.phone("mobile"),
                said.email(),
                said.address().city(),
                said.address().postcode(),
                said.country(),
                said.number("loyalty-card"),
                said.changed().format(YEAR_FIRST_TIME));
    }

    private static String forum(Said said) {
        return new Json()
                .put("uid", said.key())
                .put("nick", said.handle())
                .put("realName", said.personLine())
                .begin("mail")
                .put("address", said.email())
                .bare("verified", said.email().isEmpty() ? "" : "true")
                .end()
                .bare("bornYear", said.birthYear())
                .put("device", said.device())
                .put("joined", said.opened().toString())
                .put("seen", said.changed().toInstant().toString())
                .line();
    }

    private static String loyalty(Said said) {
        PersonName name = said.person();
        return Csv.line(
                said.key(),
                said.number("loyalty-card"),
                name.given().isEmpty() && !said.isOrganization() ? said.personLine() : name.given(),
                name.family(),
                name.suffix(),
                said.organization(),
                said.birth(MONTH_FIRST),
                said.gender("F", "M"),
                said.address().street(),
                said.address().city(),
                said.address().postcode(),
                said.country(),
                said.phone(""),
                said.email(),
                said.changed().format(MONTH_FIRST));
    }
}
