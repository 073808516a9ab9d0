package io.crmviews.testdata;

import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.Usage;
import java.util.List;
import java.util.Locale;

/** Invented cities, streets and postcodes in two markets. A street of a city always has the same postcode. */
final class Places {

    private static final List<String> CITY_HEADS =
            List.of(("Ash Bram Cold Dun El Fern Garth Hazel Iver Kirk Lang Mill Nether Oak"
                            + " Pen Quarn Raven Sel Thorn Ulver Wick Yar Harrow Brace Stan")
                    .split(" "));
    private static final List<String> CITY_TAILS = List.of(
            "bury", "combe", "dale", "field", "ford", "ham", "hurst", "leigh", "mere", "minster", "ness", "port",
            "stead", "stoke", "thorpe", "ton", "worth", "by", "caster", "holm");
    private static final List<String> REGIONS =
            List.of("Norshire", "Estmark", "Wolds", "Fenland", "Marchshire", "Southmoor", "Tynebank", "Vale");
    private static final List<String> STREETS =
            List.of(("Chapel Mill Orchard Station Church Victoria Albert Castle Park Bridge High"
                            + " Queen King Meadow River Spring Forge Quarry Tanner Weaver Abbey Priory Manor Holly Willow Cedar"
                            + " Elm Birch Rowan Heron Kestrel Swallow Fox Badger Harbour Lighthouse Windmill Market Canal Reservoir")
                    .split(" "));
    private static final List<String> STREET_TYPES =
            List.of("Street", "Road", "Lane", "Avenue", "Close", "Drive", "Court", "Grove", "Terrace", "Way");
    private static final List<String> CITIES_DE =
            List.of(("Altenrode Birkenau Dornfelden Eschental Falkenrode Grünhausen Hirschau"
                            + " Kirchbrück Lindenrode Moosfeld Neuwerder Oberkappel Rabenstein Steinwerth Tannenbrück Wiesenau")
                    .split(" "));
    private static final List<String> REGIONS_DE = List.of("Nordland", "Westmark", "Oberland");
    private static final List<String> STREETS_DE =
            List.of(("Linden Garten Bahnhof Berg Ring Schul Kirch Mühlen Wiesen Feld Rosen"
                            + " Birken Hafen Markt Schiller Brunnen")
                    .split(" "));
    private static final List<String> TYPES_DE = List.of("straße", "weg", "allee", "gasse", "platz");
    private static final String POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    private Places() {}

    static PostalAddress address(Dice dice, String country) {
        return country.equals("DE") ? german(dice) : british(dice);
    }

    /** Another address in the same city. */
    static PostalAddress sameCity(Dice dice, PostalAddress near) {
        PostalAddress other = address(dice, near.country());
        String postcode = near.country().equals("DE")
                ? near.postcode().substring(0, 3) + other.postcode().substring(3)
                : before(near.postcode())
                        + other.postcode().substring(before(other.postcode()).length());
        return new PostalAddress(
                Usage.CURRENT, other.street(), other.unit(), near.city(), near.region(), postcode, near.country());
    }

    /** The outward half of a British postcode. */
    private static String before(String postcode) {
        return postcode.substring(0, postcode.indexOf(' '));
    }

    private static PostalAddress british(Dice dice) {
        int cities = CITY_HEADS.size() * CITY_TAILS.size();
        int city = (int) (dice.skewed(cities, 15) * 61L % cities);
        String street = dice.pick(STREETS) + " " + dice.common(STREET_TYPES);
        int number = 1 + dice.skewed(240, 40);
        String unit = dice.chance(0.15) ? "Flat " + dice.between(1, 24) : "";
        return new PostalAddress(
                Usage.CURRENT,
                number + " " + street,
                unit,
                CITY_HEADS.get(city % CITY_HEADS.size()) + CITY_TAILS.get(city / CITY_HEADS.size()),
                REGIONS.get(city % REGIONS.size()),
                postcode(city, street, number),
                "GB");
    }

    private static PostalAddress german(Dice dice) {
        int city = dice.skewed(CITIES_DE.size(), 6);
        String street = dice.pick(STREETS_DE) + dice.common(TYPES_DE);
        int number = 1 + dice.skewed(180, 30);
        return new PostalAddress(
                Usage.CURRENT,
                street + " " + number,
                "",
                CITIES_DE.get(city),
                REGIONS_DE.get(city % REGIONS_DE.size()),
                String.format(Locale.ROOT, "%03d%02d", 200 + city * 37, Math.floorMod(street.hashCode(), 100)),
                "DE");
    }

    private static String postcode(int city, String street, int number) {
        int letters = POSTCODE_LETTERS.length();
        long hash = Dice.mix(street.hashCode() * 31L + city + number / 40L * 1_000_003L);
        char first = POSTCODE_LETTERS.charAt(city % letters);
        char second = POSTCODE_LETTERS.charAt(city / letters % letters);
        char third = POSTCODE_LETTERS.charAt(Math.floorMod(hash >>> 8, letters));
        char fourth = POSTCODE_LETTERS.charAt(Math.floorMod(hash >>> 16, letters));
        int district = 1 + Math.floorMod(hash >>> 24, 9);
        return "" + first + second + district + " " + Math.floorMod(hash >>> 32, 10) + third + fourth;
    }
}
