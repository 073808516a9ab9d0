package io.crmviews.testdata;

import io.crmviews.model.party.Gender;
import io.crmviews.model.party.PostalAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes one hundred customers at a time: households of one city quarter and firms, then what ties strangers together
 * (namesakes, recycled numbers, sister branches). A neighbourhood depends on the seed and its number only, so that a
 * population streams, and a larger one begins with the smaller one.
 */
final class Neighbourhood {

    static final int SIZE = 100;
    static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private static final double GERMAN = 0.12;
    private static final double FIRM = 0.05;
    private static final double SISTER_BRANCH = 0.3;
    private static final double COUPLE = 0.55;
    private static final double CHILDREN = 0.45;
    private static final double TWINS = 0.12;
    private static final double JUNIOR = 0.10;
    private static final double MOVED = 0.18;
    private static final double MARRIED = 0.12;
    private static final double NEW_NUMBER = 0.15;
    private static final double NEW_MAILBOX = 0.15;
    private static final double SHARED_MAILBOX = 0.12;
    private static final double LANDLINE = 0.6;
    private static final List<String> DOMAINS = List.of(
            "kestrelmail.example",
            "northpost.example",
            "brightmail.example",
            "mymail.example",
            "postfach.example",
            "harbournet.example");

    private final int first;
    private final Dice dice;
    private final List<Customer> members = new ArrayList<>(SIZE + 4);

    private Neighbourhood(long seed, int index) {
        this.first = index * SIZE;
        this.dice = Dice.of(seed, 1, index);
    }

    /** The hundred customers of a neighbourhood, numbered from {@code index * SIZE}. */
    static List<Customer> customers(long seed, int index) {
        Neighbourhood made = new Neighbourhood(seed, index);
        made.settle();
        made.nameAlike();
        made.recycleNumbers();
        return List.copyOf(made.members.subList(0, SIZE));
    }

    private void settle() {
        while (members.size() < SIZE) {
            String country = dice.chance(GERMAN) ? "DE" : "GB";
            if (dice.chance(FIRM)) {
                firm(country);
            } else {
                household(country);
            }
        }
    }

    /** Near the end of the neighbourhood everybody lives alone, so that no family is cut in two. */
    private boolean roomForMany() {
        return members.size() < SIZE - 4;
    }

    private int next() {
        return first + members.size();
    }

    private void firm(String country) {
        String name = Firms.name(dice, country);
        int branches = roomForMany() && dice.chance(SISTER_BRANCH) ? 2 : 1;
        for (int branch = 0; branch < branches; branch++) {
            Customer made = person(country, next(), Places.address(dice, country), Gender.FEMALE, 40);
            String mailbox = Typos.ascii(name.substring(0, name.indexOf(' '))).toLowerCase(Locale.ROOT)
                    + Numbers.mailbox(next(), 0);
            Customer firm = new Customer(
                    made.number(),
                    made.household(),
                    country,
                    name,
                    made.given(),
                    "",
                    "",
                    LocalDate.MIN,
                    Gender.UNKNOWN,
                    Dated.always(made.family().now()),
                    Dated.always("office@" + mailbox + ".example"),
                    Dated.always(Numbers.landline(country, made.number())),
                    "",
                    made.home(),
                    made.device(),
                    made.document(),
                    Set.of());
            members.add(branches > 1 ? firm.with(Phenomenon.SISTER_BRANCH) : firm);
        }
    }

    private void household(String country) {
        int household = next();
        Gender gender = dice.chance(0.5) ? Gender.FEMALE : Gender.MALE;
        int age = dice.between(22, 78);
        Customer head = person(country, household, Places.address(dice, country), gender, age);
        members.add(head);
        if (roomForMany() && dice.chance(COUPLE)) {
            members.add(partner(head, opposite(gender), age));
            if (age >= 40 && dice.chance(CHILDREN)) {
                children(head, age);
            }
        }
        shareMailbox(household);
    }

    private Customer partner(Customer head, Gender gender, int age) {
        Customer partner = at(head, gender, Math.max(20, age + dice.between(-5, 5)));
        if (!dice.chance(0.8)) {
            return partner;
        }
        boolean latelyMarried = dice.chance(MARRIED);
        String common = head.family().now();
        Dated<String> family = latelyMarried
                ? new Dated<>(partner.family().now(), dice.day(FIRST_DAY.plusYears(1), TODAY), common)
                : Dated.always(common);
        return renamed(partner, partner.given(), family, "", partner.birth());
    }

    private void children(Customer head, int age) {
        int youngest = Math.max(14, age - 45);
        Gender gender = dice.chance(0.5) ? Gender.FEMALE : Gender.MALE;
        Customer child = relative(head, at(head, gender, dice.between(youngest, age - 20)));
        if (dice.chance(TWINS)) {
            twins(head, child);
        } else if (gender == head.gender() && dice.chance(JUNIOR)) {
            members.set(
                    head.number() - first,
                    renamed(head, head.given(), head.family(), "Sr", head.birth())
                            .with(Phenomenon.JUNIOR_SENIOR));
            members.add(renamed(child, head.given(), child.family(), "Jr", child.birth())
                    .with(Phenomenon.JUNIOR_SENIOR));
        } else {
            members.add(child);
        }
    }

    private void twins(Customer head, Customer child) {
        members.add(child.with(Phenomenon.TWIN));
        Gender gender = dice.chance(0.6) ? child.gender() : opposite(child.gender());
        Customer other = relative(head, at(head, gender, 20));
        String given = Names.sibling(dice, head.country(), gender, child.given());
        members.add(renamed(other, given, other.family(), "", child.birth()).with(Phenomenon.TWIN));
    }

    private static Gender opposite(Gender gender) {
        return gender == Gender.MALE ? Gender.FEMALE : Gender.MALE;
    }

    private Customer relative(Customer head, Customer child) {
        return renamed(child, child.given(), Dated.always(head.family().now()), "", child.birth());
    }

    private Customer at(Customer head, Gender gender, int age) {
        Customer made = person(head.country(), head.household(), head.home().now(), gender, age);
        return new Customer(
                made.number(),
                made.household(),
                made.country(),
                "",
                made.given(),
                made.middle(),
                "",
                made.birth(),
                gender,
                made.family(),
                made.email(),
                made.mobile(),
                head.landline(),
                head.home(),
                head.device(),
                made.document(),
                Set.of());
    }

    private Customer person(String country, int household, PostalAddress home, Gender gender, int age) {
        int number = next();
        String given = Names.given(dice, country, gender);
        String family = Names.family(dice, country);
        LocalDate birth = dice.day(TODAY.minusYears(age + 1), TODAY.minusYears(age));
        return new Customer(
                number,
                household,
                country,
                "",
                given,
                dice.chance(0.4) ? Names.given(dice, country, gender) : "",
                "",
                birth,
                gender,
                Dated.always(family),
                mailboxes(given, Dated.always(family), birth, number),
                mobiles(country, number),
                dice.chance(LANDLINE) ? Numbers.landline(country, household) : "",
                homes(home),
                Numbers.device(household),
                Numbers.document(number),
                Set.of());
    }

    /** A person is named anew and gets mailboxes to match. */
    private Customer renamed(Customer who, String given, Dated<String> family, String suffix, LocalDate birth) {
        return who.named(given, family, suffix, birth).withEmail(mailboxes(given, family, birth, who.number()));
    }

    private Dated<String> mailboxes(String given, Dated<String> family, LocalDate birth, int number) {
        String now = mailbox(given, family.now(), birth, number, 0);
        if (family.hasChanged() || dice.chance(NEW_MAILBOX)) {
            LocalDate day = family.hasChanged() ? family.changed() : dice.day(FIRST_DAY.plusYears(1), TODAY);
            return new Dated<>(mailbox(given, family.before(), birth, number, 1), day, now);
        }
        return Dated.always(now);
    }

    private String mailbox(String given, String family, LocalDate birth, int number, int slot) {
        String first = Typos.ascii(given).toLowerCase(Locale.ROOT);
        String last = Typos.ascii(family).toLowerCase(Locale.ROOT).replace("-", "");
        String local = switch (dice.below(4)) {
            case 0 -> first + "." + last;
            case 1 -> first.charAt(0) + last;
            case 2 -> last + "." + first;
            default -> first + birth.getYear() % 100 + "_";
        };
        return local + Numbers.mailbox(number, slot) + "@" + dice.common(DOMAINS);
    }

    private Dated<String> mobiles(String country, int number) {
        String now = Numbers.mobile(country, number, 0);
        return dice.chance(NEW_NUMBER)
                ? new Dated<>(Numbers.mobile(country, number, 1), dice.day(FIRST_DAY.plusYears(1), TODAY), now)
                : Dated.always(now);
    }

    private Dated<PostalAddress> homes(PostalAddress home) {
        return dice.chance(MOVED)
                ? new Dated<>(
                        dice.chance(0.6) ? Places.sameCity(dice, home) : Places.address(dice, home.country()),
                        dice.day(FIRST_DAY.plusYears(1), TODAY),
                        home)
                : Dated.always(home);
    }

    private void shareMailbox(int household) {
        int size = next() - household;
        if (size < 2 || !dice.chance(SHARED_MAILBOX)) {
            return;
        }
        Customer head = members.get(household - first);
        members.set(household - first, head.with(Phenomenon.SHARED_EMAIL));
        int other = household - first + 1;
        members.set(other, members.get(other).withEmail(head.email()).with(Phenomenon.SHARED_EMAIL));
    }

    /** One pair of strangers a neighbourhood bears the same name, and half of these pairs live in one city. */
    private void nameAlike() {
        int one = aPerson();
        int two = aPerson();
        Customer original = members.get(one);
        Customer other = members.get(two);
        boolean possible = original.household() != other.household()
                && original.country().equals(other.country())
                && other.phenomena().isEmpty();
        if (possible) {
            Customer named = renamed(other, original.given(), original.family(), "", other.birth());
            members.set(one, original.with(Phenomenon.NAMESAKE));
            Dated<PostalAddress> near =
                    Dated.always(Places.sameCity(dice, original.home().now()));
            members.set(two, (dice.chance(0.5) ? named.withHome(near) : named).with(Phenomenon.NAMESAKE));
        }
    }

    /** A number given up by one is given, at least half a year later, to somebody in another household. */
    private void recycleNumbers() {
        for (int giver = 0; giver < SIZE; giver++) {
            Customer former = members.get(giver);
            int taker = aPerson();
            Customer later = members.get(taker);
            LocalDate day =
                    former.mobile().hasChanged() ? former.mobile().changed().plusDays(180) : TODAY;
            if (day.isBefore(TODAY.minusMonths(6))
                    && later.household() != former.household()
                    && !later.mobile().hasChanged()
                    && dice.chance(0.15)) {
                members.set(giver, former.with(Phenomenon.RECYCLED_PHONE));
                Dated<String> taken = new Dated<>(
                        later.mobile().now(),
                        dice.day(day, TODAY),
                        former.mobile().before());
                members.set(taker, later.withMobile(taken).with(Phenomenon.RECYCLED_PHONE));
            }
        }
    }

    private int aPerson() {
        int index = dice.below(SIZE);
        while (members.get(index).isOrganization()) {
            index = dice.below(SIZE);
        }
        return index;
    }
}
