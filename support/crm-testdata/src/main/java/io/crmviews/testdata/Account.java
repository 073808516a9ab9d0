package io.crmviews.testdata;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.OrganizationName;
import io.crmviews.model.party.PartialDate;
import io.crmviews.model.party.PartyKind;
import io.crmviews.model.party.PersonName;
import io.crmviews.model.party.Usage;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Makes what one channel knows of one customer: the values of the day it was last told, with its own mistakes. */
final class Account {

    private static final double FORMATTED_FAMILY_FIRST = 0.04;
    private static final double TYPO = 0.05;
    private static final double NICKNAME = 0.12;
    private static final double SWAP = 0.02;
    private static final double INITIAL = 0.03;
    private static final double DATE_SWAP = 0.02;
    private static final double DATE_TYPO = 0.02;
    private static final double PLACEHOLDER = 0.02;
    private static final Set<Touchpoint> ASK_GENDER = EnumSet.of(Touchpoint.BRANCH, Touchpoint.WEB, Touchpoint.LOYALTY);
    private static final int PARTNER_WIDTH = 20;
    private static final PartialDate DEFAULT_DATE = new PartialDate(1900, 1, 1);
    private static final PartialDate DEFAULT_YEAR = new PartialDate(1900, 0, 0);

    private final Touchpoint at;
    private final Customer who;
    private final Dice dice;
    private final LocalDate opened;
    private final LocalDate told;
    private final SourceRecordBuilder record;
    private final Reach reach;
    private final Set<Phenomenon> seen = EnumSet.noneOf(Phenomenon.class);

    private Account(Touchpoint at, Customer who, int again, Dice dice) {
        this.at = at;
        this.who = who;
        this.dice = dice;
        opened = dice.day(Neighbourhood.FIRST_DAY, Neighbourhood.TODAY.minusMonths(3));
        told = dice.chance(0.4) ? opened : dice.day(opened, Neighbourhood.TODAY);
        RecordKey key = new RecordKey(at.id(), Numbers.key(at.letter(), who.number() * 64L + slot(at) + again));
        record = SourceRecord.builder(key);
        reach = new Reach(at, who, dice, told, record, seen);
        if (again > 0) {
            seen.add(Phenomenon.SECOND_ACCOUNT);
        }
    }

    /** What the channel knows, the {@code again}-th time it meets this customer. */
    static Told of(long seed, Touchpoint at, Customer who, int again) {
        Account account = new Account(at, who, again, Dice.of(seed, 2, who.number(), slot(at), again));
        return account.tell();
    }

    private static int slot(Touchpoint at) {
        return 2 * (at.letter() - 'A');
    }

    private Told tell() {
        Instant changed = told.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(dice.between(25_200, 79_200));
        record.revision(Revision.occurred(changed));
        if (who.isOrganization()) {
            organization();
        } else {
            person();
        }
        reach.tell();
        record.characteristic("opened", opened.toString());
        seen.addAll(who.phenomena());
        return new Told(record.build(), who.number(), seen);
    }

    private boolean slips(double rate) {
        return dice.chance(rate * at.habits().slips());
    }

    private void organization() {
        String name = who.organization();
        if (slips(0.3)) {
            name = Firms.variant(dice, name);
            seen.add(Phenomenon.LEGAL_FORM_VARIANT);
        }
        if (slips(TYPO)) {
            name = Typos.typed(dice, name);
            seen.add(Phenomenon.TYPO_ORGANIZATION);
        }
        record.kind(PartyKind.ORGANIZATION).name(OrganizationName.of(at == Touchpoint.LOYALTY ? folded(name) : name));
        if (dice.chance(0.5)) {
            record.characteristic("contact", who.given() + " " + who.family().now());
        }
    }

    private void person() {
        record.kind(at == Touchpoint.FORUM ? PartyKind.UNKNOWN : PartyKind.INDIVIDUAL);
        if (slips(0.002)) {
            seen.add(Phenomenon.PLACEHOLDER);
            record.name(PersonName.formatted("unknown"));
        } else if (at != Touchpoint.FORUM || dice.chance(0.35)) {
            name(given(), family());
        }
        if (ASK_GENDER.contains(at) && dice.chance(0.7)) {
            record.gender(who.gender());
        }
        if (dice.chance(at.habits().birth())) {
            birth();
        }
    }

    private String given() {
        String given = who.given();
        boolean informal = at == Touchpoint.WEB || at == Touchpoint.FORUM || at == Touchpoint.CALLS;
        String familiar = Names.nickname(dice, given);
        if (dice.chance(informal ? 2 * NICKNAME : NICKNAME / 2) && !familiar.equals(given)) {
            seen.add(Phenomenon.NICKNAME);
            return familiar;
        }
        if (slips(INITIAL)) {
            seen.add(Phenomenon.INITIAL_ONLY);
            return given.substring(0, 1);
        }
        return slips(TYPO) ? noted(given, mistaken(given), Phenomenon.TYPO_GIVEN) : given;
    }

    private String family() {
        String family = who.family().on(told);
        if (who.family().isFormerOn(told)) {
            seen.add(Phenomenon.FORMER_SURNAME);
        }
        return slips(TYPO) ? noted(family, mistaken(family), Phenomenon.TYPO_FAMILY) : family;
    }

    private String mistaken(String word) {
        return at == Touchpoint.CALLS ? Typos.heard(dice, word) : Typos.typed(dice, word);
    }

    private String noted(String before, String after, Phenomenon phenomenon) {
        if (!before.equals(after)) {
            seen.add(phenomenon);
        }
        return after;
    }

    private void name(String given, String family) {
        boolean swapped = slips(SWAP);
        if (swapped) {
            seen.add(Phenomenon.SWAPPED_NAMES);
        }
        String first = swapped ? family : given;
        String last = swapped ? given : family;
        String suffix = dice.chance(0.5) ? who.suffix() : "";
        switch (at) {
            case BRANCH ->
                record.name(new PersonName(
                        Usage.CURRENT, "", first, dice.chance(0.7) ? who.middle() : "", last, "", suffix));
            case LOYALTY ->
                record.name(new PersonName(Usage.CURRENT, "", folded(first), "", folded(last), "", folded(suffix)));
            default -> record.name(PersonName.formatted(line(first, last)));
        }
    }

    private String line(String first, String last) {
        String line = dice.chance(FORMATTED_FAMILY_FIRST) ? last + ", " + first : first + " " + last;
        return at == Touchpoint.WEB && dice.chance(0.1) ? line.toLowerCase(Locale.ROOT) : line;
    }

    private String folded(String text) {
        String folded = Typos.folded(text, PARTNER_WIDTH);
        if (folded.length() < text.length() || !Typos.ascii(text).equals(text)) {
            seen.add(Phenomenon.FOLDED);
        }
        return folded;
    }

    private void birth() {
        LocalDate born = who.birth();
        if (slips(PLACEHOLDER)) {
            seen.add(Phenomenon.PLACEHOLDER);
            record.birthDate(at == Touchpoint.FORUM ? DEFAULT_YEAR : DEFAULT_DATE);
        } else if (at == Touchpoint.FORUM) {
            record.birthDate(new PartialDate(born.getYear(), 0, 0));
        } else if (born.getDayOfMonth() <= 12 && born.getDayOfMonth() != born.getMonthValue() && slips(3 * DATE_SWAP)) {
            seen.add(Phenomenon.SWAPPED_DAY_MONTH);
            record.birthDate(new PartialDate(born.getYear(), born.getDayOfMonth(), born.getMonthValue()));
        } else if (slips(DATE_TYPO)) {
            seen.add(Phenomenon.TYPO_BIRTH_DATE);
            record.birthDate(PartialDate.of(born.plusYears(dice.chance(0.5) ? 10 : -1)));
        } else {
            record.birthDate(PartialDate.of(born));
        }
    }

    /** An e-mail address that nobody has. */
    static EmailAddress nobody(Dice dice) {
        return EmailAddress.of(dice.chance(0.6) ? "test@test.com" : "unknown@unknown.com");
    }

    /** The proof that a confirmation link gives. */
    static Authentication proof(LocalDate day) {
        return Authentication.verifiedAt(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
