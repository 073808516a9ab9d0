package io.crmviews.testdata;

import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.fact.Interaction.Reference;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Characteristic;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What happened between one customer and the company: purchases, calls, complaints, e-mails, posts, offers. A channel
 * that does not know the account names a mailbox or a caller's number instead, as it was on that day.
 */
final class Story {

    private static final LocalDate BEGIN = LocalDate.of(2023, 1, 1);
    private static final int MOST = 14;
    private static final double FLATNESS = 5;
    private static final double OFFERED = 0.45;
    private static final double REDEEMED = 0.35;
    private static final double ANONYMOUS = 0.2;
    private static final List<String> PRODUCTS = List.of(
            "kettle", "rain jacket", "desk lamp", "trail shoes", "toaster", "garden chair", "backpack", "headphones");
    private static final List<String> CALLS = List.of(
            "Asked when the delivery arrives.",
            "Wanted to change the delivery address.",
            "Asked about the warranty.",
            "Could not log in.");
    private static final List<String> COMPLAINTS = List.of(
            "The parcel arrived damaged.",
            "Charged twice for one order.",
            "Nobody called back as promised.",
            "The item stopped working after a week.");
    private static final List<String> POSTS = List.of(
            "How do I descale the kettle?",
            "The new jacket keeps me dry, well done.",
            "Is the lamp dimmable?",
            "Delivery took three weeks this time.");

    private final Customer who;
    private final List<Told> accounts;
    private final Dice dice;
    private final List<Told> events = new ArrayList<>();

    private Story(Customer who, List<Told> accounts, Dice dice) {
        this.who = who;
        this.accounts = accounts;
        this.dice = dice;
    }

    /** The interactions of a customer who has these accounts, oldest facts not first. */
    static List<Told> of(long seed, Customer who, List<Told> accounts) {
        Story story = new Story(who, accounts, Dice.of(seed, 3, who.number()));
        int touches = story.dice.skewed(MOST, FLATNESS);
        for (int touch = 0; touch < touches; touch++) {
            story.touch(story.dice.pick(accounts).fact().key());
        }
        if (story.dice.chance(OFFERED)) {
            story.offer();
        }
        return List.copyOf(story.events);
    }

    private void touch(RecordKey account) {
        LocalDate day = dice.day(BEGIN, Neighbourhood.TODAY);
        Touchpoint at = Touchpoint.of(account.source());
        switch (at) {
            case BRANCH, STORE, LOYALTY -> purchase(at, account, day);
            case CALLS -> call(account, day);
            case WEB ->
                event(at, "visit", Direction.INBOUND, subjects(at, account, day), day, "", Money.NONE, List.of());
            case FORUM ->
                event(at, "post", Direction.INBOUND, account(account), day, dice.pick(POSTS), Money.NONE, List.of());
        }
    }

    private void purchase(Touchpoint at, RecordKey account, LocalDate day) {
        List<Reference> order = List.of(new Reference("order", orderId()));
        event(at, "purchase", Direction.INBOUND, subjects(at, account, day), day, "", price(), order);
        if (dice.chance(0.12)) {
            event(
                    Touchpoint.CALLS,
                    "complaint",
                    Direction.INBOUND,
                    caller(day),
                    day.plusDays(dice.between(1, 9)),
                    dice.pick(COMPLAINTS),
                    Money.NONE,
                    order);
        }
    }

    private void call(RecordKey account, LocalDate day) {
        boolean outbound = dice.chance(0.15);
        event(
                Touchpoint.CALLS,
                "call",
                outbound ? Direction.OUTBOUND : Direction.INBOUND,
                subjects(Touchpoint.CALLS, account, day),
                day,
                outbound ? "Called back." : dice.pick(CALLS),
                Money.NONE,
                List.of());
    }

    /** An offer goes out by e-mail from the web shop and is perhaps redeemed in any channel that sells. */
    private void offer() {
        LocalDate day = dice.day(BEGIN, Neighbourhood.TODAY.minusMonths(1));
        List<Reference> offer = List.of(new Reference("offer", "OFFER-" + dice.between(10, 39)));
        event(
                Touchpoint.WEB,
                "offer-made",
                Direction.OUTBOUND,
                mailbox(day),
                day,
                dice.chance(0.5) ? "10 % off the next order" : "Free delivery for a month",
                Money.NONE,
                offer);
        if (dice.chance(REDEEMED)) {
            RecordKey account = dice.pick(accounts).fact().key();
            Touchpoint at = Touchpoint.of(account.source());
            if (at == Touchpoint.BRANCH || at == Touchpoint.STORE || at == Touchpoint.LOYALTY) {
                event(
                        at,
                        "offer-redeemed",
                        Direction.INBOUND,
                        account(account),
                        day.plusDays(dice.between(1, 25)),
                        "",
                        price(),
                        offer);
            }
        }
        if (dice.chance(0.2)) {
            event(
                    Touchpoint.WEB,
                    "e-mail",
                    Direction.INBOUND,
                    mailbox(day),
                    day.plusDays(1),
                    "Is this offer for me?",
                    Money.NONE,
                    offer);
        }
    }

    private List<Subject> subjects(Touchpoint at, RecordKey account, LocalDate day) {
        if (at == Touchpoint.STORE && dice.chance(ANONYMOUS)) {
            return mailbox(day);
        }
        return at == Touchpoint.CALLS && dice.chance(2 * ANONYMOUS) ? caller(day) : account(account);
    }

    private static List<Subject> account(RecordKey account) {
        return List.of(new Subject.OfRecord(account));
    }

    private List<Subject> mailbox(LocalDate day) {
        return List.of(new Subject.OfIdentifier("email", "", who.email().on(day)));
    }

    private List<Subject> caller(LocalDate day) {
        boolean household = !who.landline().isEmpty() && dice.chance(0.3);
        return List.of(new Subject.OfIdentifier(
                "phone", "", household ? who.landline() : who.mobile().on(day)));
    }

    private String orderId() {
        return Numbers.key('O', who.number() * 64L + events.size());
    }

    private Money price() {
        return new Money(BigDecimal.valueOf(499 + (long) dice.skewed(40_000, 2_000), 2), "GBP");
    }

    private void event(
            Touchpoint at,
            String kind,
            Direction direction,
            List<Subject> subjects,
            LocalDate day,
            String text,
            Money amount,
            List<Reference> references) {
        RecordKey key = new RecordKey(at.id(), Numbers.key('I', who.number() * 64L + events.size()));
        Instant time = day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(dice.between(25_200, 79_200));
        List<Characteristic> more =
                amount.isKnown() ? List.of(new Characteristic("product", dice.pick(PRODUCTS))) : List.of();
        Interaction interaction = new Interaction(
                key, Revision.occurred(time), kind, at.id(), direction, subjects, text, amount, references, more);
        events.add(new Told(interaction, who.number(), Set.of()));
    }
}
