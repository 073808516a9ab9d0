package io.crmviews.testdata;

import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.PostalAddress;
import io.crmviews.model.party.SocialHandle;
import io.crmviews.model.party.Usage;
import io.crmviews.model.party.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/** How one channel says a customer can be reached and identified: mailbox, phones, address, device, card, document. */
final class Reach {

    private static final double TYPO_EMAIL = 0.02;
    private static final double TYPO_PHONE = 0.02;
    private static final double TYPO_ADDRESS = 0.05;
    private static final double PLACEHOLDER = 0.012;

    private final Touchpoint at;
    private final Customer who;
    private final Dice dice;
    private final LocalDate told;
    private final SourceRecordBuilder record;
    private final Set<Phenomenon> seen;

    Reach(Touchpoint at, Customer who, Dice dice, LocalDate told, SourceRecordBuilder record, Set<Phenomenon> seen) {
        this.at = at;
        this.who = who;
        this.dice = dice;
        this.told = told;
        this.record = record;
        this.seen = seen;
    }

    void tell() {
        boolean reachable = false;
        if (at == Touchpoint.FORUM) {
            handle();
        }
        if (dice.chance(at.habits().email())) {
            email();
            reachable = true;
        }
        if (dice.chance(at.habits().phone())) {
            phones();
            reachable = true;
        }
        if (dice.chance(at.habits().address())) {
            record.medium(written(who.home().on(told)));
            reachable = true;
        }
        identifiers();
        if (!reachable && at == Touchpoint.FORUM) {
            seen.add(Phenomenon.UNLINKABLE);
        }
    }

    private boolean slips(double rate) {
        return dice.chance(rate * at.habits().slips());
    }

    private void handle() {
        String stem = Typos.ascii(
                        dice.chance(0.4) ? who.given() : who.home().now().city())
                .toLowerCase(Locale.ROOT);
        record.medium(new SocialHandle(
                Usage.CURRENT, "forum", stem + Numbers.mailbox(who.number(), 1) + "x", Authentication.CLAIMED));
    }

    private void email() {
        if (slips(PLACEHOLDER) && at != Touchpoint.WEB) {
            seen.add(Phenomenon.PLACEHOLDER);
            record.medium(Account.nobody(dice));
            return;
        }
        String address = who.email().on(told);
        if (who.email().isFormerOn(told)) {
            seen.add(Phenomenon.FORMER_EMAIL);
        }
        boolean confirmed = at == Touchpoint.WEB || at == Touchpoint.FORUM;
        if (!confirmed && slips(TYPO_EMAIL)) {
            seen.add(Phenomenon.TYPO_EMAIL);
            address = Typos.typed(dice, address);
        }
        Authentication proof = confirmed ? Account.proof(told) : Authentication.CLAIMED;
        record.medium(
                new EmailAddress(Usage.CURRENT, dice.chance(0.1) ? address.toUpperCase(Locale.ROOT) : address, proof));
    }

    private void phones() {
        if (slips(PLACEHOLDER)) {
            seen.add(Phenomenon.PLACEHOLDER);
            record.medium(new PhoneNumber(Usage.CURRENT, "0000000000", "", Authentication.CLAIMED));
            return;
        }
        boolean household = !who.landline().isEmpty() && dice.chance(at.habits().landline());
        boolean both = household && at == Touchpoint.BRANCH && dice.chance(0.6);
        if (!household || both) {
            if (who.mobile().isFormerOn(told)) {
                seen.add(Phenomenon.FORMER_PHONE);
            }
            record.medium(phone(who.mobile().on(told), who.isOrganization() ? "landline" : "mobile"));
        }
        if (household) {
            seen.add(Phenomenon.SHARED_PHONE);
            record.medium(phone(who.landline(), "landline"));
        }
    }

    private PhoneNumber phone(String number, String type) {
        String dialled = number;
        if (slips(TYPO_PHONE)) {
            seen.add(Phenomenon.TYPO_PHONE);
            dialled = number.substring(0, 5) + Typos.wrongDigit(dice, number.substring(5));
        }
        return new PhoneNumber(Usage.CURRENT, written(dialled), type, Authentication.CLAIMED);
    }

    /** Each channel has its own way to write a number; foreign ones are always written with their country code. */
    private String written(String number) {
        boolean foreign = !number.startsWith("+44");
        String national = foreign ? "00" + number.substring(1) : "0" + number.substring(3);
        return switch (at) {
            case BRANCH -> national.substring(0, 5) + " " + national.substring(5);
            case CALLS -> "00" + number.substring(1);
            case LOYALTY -> national;
            case WEB -> dice.chance(0.5) ? national : number.substring(0, 3) + " " + number.substring(3);
            default -> number;
        };
    }

    private PostalAddress written(PostalAddress home) {
        if (who.home().isFormerOn(told)) {
            seen.add(Phenomenon.FORMER_ADDRESS);
        }
        String street = home.street();
        if (dice.chance(0.3)) {
            street = street.replace("Street", "St")
                    .replace("Road", "Rd")
                    .replace("Avenue", "Ave")
                    .replace("Lane", "Ln")
                    .replace("straße", "str.");
        }
        String city = home.city();
        if (slips(TYPO_ADDRESS)) {
            seen.add(Phenomenon.TYPO_ADDRESS);
            boolean inStreet = dice.chance(0.6);
            street = inStreet ? Typos.typed(dice, street) : street;
            city = inStreet ? city : Typos.typed(dice, city);
        }
        return at == Touchpoint.CALLS
                ? new PostalAddress(Usage.CURRENT, "", "", city, "", home.postcode(), home.country())
                : full(home, street, city);
    }

    private PostalAddress full(PostalAddress home, String street, String city) {
        boolean partner = at == Touchpoint.LOYALTY;
        return new PostalAddress(
                Usage.CURRENT,
                partner ? Typos.folded(street, 24) : street,
                partner || dice.chance(0.2) ? "" : home.unit(),
                partner ? Typos.folded(city, 20) : city,
                at == Touchpoint.BRANCH ? home.region() : "",
                home.postcode(),
                home.country());
    }

    private void identifiers() {
        if (dice.chance(at.habits().device()) && !who.isOrganization()) {
            if (who.number() != who.household()) {
                seen.add(Phenomenon.SHARED_DEVICE);
            }
            record.medium(new Device(Usage.CURRENT, "browser", who.device()));
        }
        if (dice.chance(at.habits().card())) {
            record.identifier(Identifier.of("loyalty-card", Numbers.card(who.number(), 0)));
        }
        if (dice.chance(at.habits().document())) {
            Instant seenOn = told.atStartOfDay(ZoneOffset.UTC).toInstant();
            record.identifier(new Identifier(
                    who.isOrganization() ? "company-number" : "id-card",
                    who.country(),
                    who.document(),
                    Authentication.verifiedAt(seenOn),
                    Validity.ALWAYS));
        }
    }
}
