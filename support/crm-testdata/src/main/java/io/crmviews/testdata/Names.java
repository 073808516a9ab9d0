package io.crmviews.testdata;

import io.crmviews.model.party.Gender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Given names with their usual short forms, and surnames put together from syllables, skewed as real ones are. */
final class Names {

    private static final List<String> GIVEN_F = words(
            "Elizabeth:Liz/Beth/Betty Margaret:Maggie/Peggy Catherine:Cathy/Kate"
                    + " Susan:Sue Patricia:Pat/Tricia Jennifer:Jenny Deborah:Debbie Victoria:Vicky Alexandra:Alex/Sandra"
                    + " Charlotte:Lottie Rebecca:Becky Jessica:Jess Samantha:Sam Abigail:Abby Emily:Em Amelia:Millie"
                    + " Christine:Chris/Tina Barbara:Barb Theresa:Terry/Tess Eleanor:Ellie/Nell Isabella:Bella/Izzy"
                    + " Madeleine:Maddie Josephine:Josie Frances:Fran Pamela:Pam Judith:Judy Nicola:Nicky Amanda:Mandy Dorothy:Dot"
                    + " Penelope:Penny Gwendolyn:Gwen Harriet:Hattie Philippa:Pippa Rosemary:Rosie Stephanie:Steph Natalie:Nat"
                    + " Olivia:Liv Lucinda:Lucy Georgina:Georgie Beatrice:Bea Winifred:Freda Imogen:Immy Anna Helen Laura Sarah"
                    + " Emma Grace Hannah Ruth Alice Clare Diana Fiona Heather Irene Joan Karen Linda Mary Nora Rachel Sheila"
                    + " Tamsin Una Vera Wendy Yvonne Zoe Aisha Priya Leila Mei Ngozi Farah Sunita Ines Bronwen Carys Morag Orla"
                    + " Siobhan Aoife Hazel Ivy Pearl Marina Celia Edith Flora Greta Hilda Juno Lydia Maeve Petra Thea Willa");
    private static final List<String> GIVEN_M = words("William:Bill/Will Robert:Bob/Rob James:Jim/Jamie John:Jack"
            + " Richard:Dick/Rick Michael:Mike/Mick Thomas:Tom Charles:Charlie Edward:Ted/Eddie Joseph:Joe Daniel:Dan"
            + " Matthew:Matt Andrew:Andy Christopher:Chris Nicholas:Nick Anthony:Tony Benjamin:Ben Samuel:Sam David:Dave"
            + " Stephen:Steve Peter:Pete Gregory:Greg Timothy:Tim Jonathan:Jon Alexander:Alex/Sandy Philip:Phil"
            + " Ronald:Ron Kenneth:Ken Donald:Don Raymond:Ray Lawrence:Larry Frederick:Fred Leonard:Len Albert:Bert"
            + " Geoffrey:Geoff Douglas:Doug Gerald:Gerry Walter:Wally Vincent:Vince Maxwell:Max Zachary:Zach Nathaniel:Nate"
            + " Theodore:Theo Oliver:Ollie Terence:Terry Patrick:Paddy Harold:Harry Desmond:Des Mark Paul Simon Neil Adam"
            + " Alan Brian Colin Derek Eric Frank George Hugh Ian Keith Luke Martin Noel Oscar Quentin Roy Sean Trevor"
            + " Victor Wayne Yusuf Ravi Omar Imran Chidi Kwame Diego Rhys Owain Callum Euan Fergus Hamish Liam Niall Ewan"
            + " Felix Gavin Ivor Jasper Kit Lorcan Miles Nigel Piers Rory Silas Toby Wilfred Zane");
    private static final List<String> GIVEN_F_DE = words("Katharina:Kathi/Käthe Elisabeth:Lisa/Elli Margarete:Grete"
            + " Susanne:Susi Gabriele:Gabi Johanna:Hanna Friederike:Rike Angelika:Geli Brigitte:Gitte Ursula:Uschi"
            + " Monika:Moni Petra Sabine:Bine Ingrid Renate Jutta Heike Anke Birgit Claudia Doris Erika Frauke Gisela"
            + " Helga Ilse Karin Lena Marlene Nadine Silke Ulrike:Ulli Wiebke Yasemin Zeynep");
    private static final List<String> GIVEN_M_DE = words("Johannes:Hannes Friedrich:Fritz Heinrich:Heinz Wilhelm:Willi"
            + " Maximilian:Max Sebastian:Basti Alexander:Alex Matthias:Matze Wolfgang:Wolf Joachim:Achim Hans Günter"
            + " Jürgen Jörg Uwe Klaus Dieter Bernd Ralf Holger Torsten Sven Lars Jens Kai Stefan Andreas Markus Rainer"
            + " Volker Werner Erwin Emil Anton Mehmet Emre Götz");

    private static final Map<String, List<String>> SHORT_FORMS = shortForms();

    private static final String[] HEADS = ("Ald Bar Brad Cal Carl Cross Dal Den Ed Fair Gar Gil Hal Har Hol Hun Ken Lam"
                    + " Lang Mar Mor Nor Old Par Pem Pres Rad Rem Row Shel Stan Ston Tal Thorn Tre Wal War Wes Whit Win")
            .split(" ");
    private static final String[] MIDDLES = {"", "de", "er", "in", "ing", "le", "ma", "o", "ri", "ten", "ber"};
    private static final String[] TAILS =
            ("ton ley field wood man son worth well ford ham bridge smith ard ins ell by kin"
                            + " sey ett more shaw dale croft gate")
                    .split(" ");
    private static final String[] HEADS_DE =
            ("Acker Berg Brand Busch Dorn Eber Fal Grün Hart Jäger Kess Lind Möll Neu Ober Ries Schön Stein Tann Ul Voll"
                            + " Wald Weiss Zell Krüg")
                    .split(" ");
    private static final String[] MIDDLES_DE = {"", "el", "en", "er", "in"};
    private static final String[] TAILS_DE =
            "mann bach hofer er stein feld hausen meier berger ing thal bauer lich hardt wald kamp".split(" ");

    private static final int STRIDE = 7_919;
    private static final double FLATNESS = 25;
    private static final double DOUBLE_BARRELLED = 0.015;

    private Names() {}

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    private static List<String> pool(String country, Gender gender) {
        boolean german = country.equals("DE");
        if (gender == Gender.FEMALE) {
            return german ? GIVEN_F_DE : GIVEN_F;
        }
        return german ? GIVEN_M_DE : GIVEN_M;
    }

    private static String bare(String entry) {
        int colon = entry.indexOf(':');
        return colon < 0 ? entry : entry.substring(0, colon);
    }

    static String given(Dice dice, String country, Gender gender) {
        return bare(dice.common(pool(country, gender)));
    }

    /** A given name of the same gender with the same first letter if there is one, as parents of twins like. */
    static String sibling(Dice dice, String country, Gender gender, String given) {
        List<String> alike = pool(country, gender).stream()
                .map(Names::bare)
                .filter(name -> name.charAt(0) == given.charAt(0) && !name.equals(given))
                .toList();
        if (!alike.isEmpty() && dice.chance(0.4)) {
            return dice.pick(alike);
        }
        String other = given(dice, country, gender);
        while (other.equals(given)) {
            other = given(dice, country, gender);
        }
        return other;
    }

    /** A short form of a given name, or the name itself if it has none. */
    static String nickname(Dice dice, String given) {
        List<String> forms = SHORT_FORMS.getOrDefault(given, List.of());
        return forms.isEmpty() ? given : dice.pick(forms);
    }

    private static Map<String, List<String>> shortForms() {
        Map<String, List<String>> forms = new HashMap<>();
        List.of(GIVEN_F, GIVEN_M, GIVEN_F_DE, GIVEN_M_DE)
                .forEach(pool -> pool.forEach(entry -> {
                    int colon = entry.indexOf(':');
                    if (colon > 0) {
                        String given = entry.substring(0, colon);
                        forms.putIfAbsent(
                                given, List.of(entry.substring(colon + 1).split("/")));
                    }
                }));
        return forms;
    }

    static String family(Dice dice, String country) {
        String family = single(dice, country);
        return dice.chance(DOUBLE_BARRELLED) ? family + "-" + single(dice, country) : family;
    }

    private static String single(Dice dice, String country) {
        return country.equals("DE")
                ? composed(dice, HEADS_DE, MIDDLES_DE, TAILS_DE)
                : composed(dice, HEADS, MIDDLES, TAILS);
    }

    /** The stride, a prime, spreads the frequent ranks over all syllables. */
    private static String composed(Dice dice, String[] heads, String[] middles, String[] tails) {
        int all = heads.length * middles.length * tails.length;
        int rank = dice.skewed(all, FLATNESS);
        int index = (int) ((long) rank * STRIDE % all);
        return heads[index % heads.length]
                + middles[index / heads.length % middles.length]
                + tails[index / heads.length / middles.length];
    }
}
