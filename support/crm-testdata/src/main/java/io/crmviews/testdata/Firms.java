package io.crmviews.testdata;

import java.util.List;

/** Names of invented firms, and the ways their legal forms are written. */
final class Firms {

    private static final List<String> TRADES =
            List.of(("Logistics Printing Catering Joinery Bakery Dental Roofing Textiles"
                            + " Instruments Brewery Nursery Bookshop Freight Tooling Optics Ceramics Seeds Haulage Motors Cycles")
                    .split(" "));
    private static final List<String> TRADES_DE = List.of(
            "Logistik Druckerei Bäckerei Tischlerei Dachbau Textil Optik Brauerei Spedition Werkzeugbau".split(" "));
    private static final List<String> FORMS = List.of("Ltd", "Limited", "Ltd.");
    private static final List<String> FORMS_PLC = List.of("PLC", "plc", "Public Limited Company");
    private static final List<String> FORMS_LLP = List.of("LLP", "L.L.P.");
    private static final List<String> FORMS_DE = List.of("GmbH", "Gesellschaft mbH", "G.m.b.H.");
    private static final List<String> FORMS_KG = List.of("GmbH & Co. KG", "GmbH & Co KG", "GmbH und Co. KG");
    private static final List<List<String>> ALL = List.of(FORMS_KG, FORMS_DE, FORMS_PLC, FORMS_LLP, FORMS);

    private Firms() {}

    static String name(Dice dice, String country) {
        boolean german = country.equals("DE");
        String owner = Names.family(dice, country);
        String trade = dice.pick(german ? TRADES_DE : TRADES);
        List<String> forms = german
                ? (dice.chance(0.25) ? FORMS_KG : FORMS_DE)
                : dice.chance(0.8) ? FORMS : dice.chance(0.5) ? FORMS_PLC : FORMS_LLP;
        String partner = dice.chance(0.15) ? (german ? " & Söhne" : " & Sons") : "";
        return owner + partner + " " + trade + " " + forms.get(0);
    }

    /** The same firm with its legal form written in another way, or left out. */
    static String variant(Dice dice, String name) {
        for (List<String> forms : ALL) {
            if (name.endsWith(" " + forms.get(0))) {
                String stem = name.substring(0, name.length() - forms.get(0).length() - 1);
                return dice.chance(0.25)
                        ? stem
                        : stem.replace(" & ", dice.chance(0.5) ? " and " : " & ") + " "
                                + forms.get(dice.between(1, forms.size() - 1));
            }
        }
        return name;
    }
}
