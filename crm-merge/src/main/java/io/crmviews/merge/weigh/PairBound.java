package io.crmviews.merge.weigh;

import io.crmviews.merge.compare.DateLevel;
import io.crmviews.model.party.Gender;
import io.crmviews.model.party.PartyKind;
import org.jspecify.annotations.Nullable;

/**
 * What a pair weighs at the most, from one side and the signature of the other: never less than its weight, so a pair
 * whose bound is too small needs no comparison. Where a record has several values of a kind, the bound is what the kind
 * can be worth. Remembers the side that is known, since it meets many others. Not thread-safe.
 */
final class PairBound {

    private static final int UNKNOWN = Gender.UNKNOWN.ordinal();
    private static final PartyKind[] KINDS = PartyKind.values();

    private final BirthScore births;
    private final ContactBound contacts;
    private final PlaceBound places;
    private final NameBound names;
    private final boolean bounded;
    private final int prior;
    private final int rivalPersons;
    private final int rivalBranches;
    private final int rivalBirth;
    private final int rivalEmail;
    private final int rivalId;
    private final int site;
    private final int traits;
    private final int organizations;
    private @Nullable Prepared known;
    private long[] own = {};
    private int mostOfNames;
    private int birthWorth;
    private int stranger;
    private int rival;

    PairBound(Parameters p, int prior, BirthScore births, NameScore nameScore) {
        this.prior = prior;
        this.births = births;
        contacts = new ContactBound(p);
        places = new PlaceBound(p);
        names = new NameBound(p);
        bounded = nameScore.isBounded();
        rivalPersons = p.get(Parameter.RIVAL);
        rivalBranches = p.get(Parameter.RIVAL_BRANCH);
        rivalBirth = Math.max(0, p.get(Parameter.RIVAL_BIRTH));
        rivalId = Math.max(0, p.get(Parameter.RIVAL_ID));
        rivalEmail = Math.max(0, p.get(Parameter.RIVAL_EMAIL));
        site = Math.max(0, Math.max(p.get(Parameter.RIVAL_SITE_SAME), p.get(Parameter.RIVAL_SITE_DIFFERENT)));
        traits = Math.max(0, p.get(Parameter.TRAITS_CAP));
        organizations = bounded ? Math.max(0, p.get(Parameter.ORG_NAME_CAP)) : NameScore.UNBOUNDED;
    }

    void mute(MutedKeys keys) {
        contacts.mute(keys);
    }

    /** Takes the side that is known. */
    void take(Prepared one) {
        if (known == one) {
            return;
        }
        known = one;
        own = one.signature;
        mostOfNames = bounded ? one.person.most() : NameScore.UNBOUNDED;
        birthWorth = one.births.length == 1 ? one.births[0] : 0;
        contacts.take(one);
        places.take(one);
        names.take(one.person, own);
    }

    /** Whether the pair may weigh so much. What is cheap comes first. */
    boolean reaches(long[] s, int at, int least) {
        if (!add(s, at)) {
            return least <= PairScorer.IMPOSSIBLE;
        }
        if (Math.min(stranger, rival) + mostOfNames(s, at) < least) {
            return false;
        }
        addNames(s, at);
        return Math.min(stranger, rival) >= least;
    }

    /** Whether the pair may weigh so much against a stranger. */
    boolean looksAlike(Prepared one, long[] s, int least) {
        take(one);
        if (!add(s, 0) || stranger + mostOfNames(s, 0) < least) {
            return false;
        }
        addNames(s, 0);
        return stranger >= least;
    }

    /** Adds up all but names; false if the kinds of party exclude each other. */
    private boolean add(long[] s, int at) {
        if (PairScorer.excludes(KINDS[Signature.kind(own, 0)], KINDS[Signature.kind(s, at)])) {
            return false;
        }
        int birth = birth(s, at);
        int email = contacts.email(s, at);
        int id = contacts.id(s, at);
        int gender = gender(s, at);
        stranger = prior + birth + gender + id + email + contacts.phone(s, at) + places.most(s, at);
        rival = Math.min(birth, rivalBirth) + gender + Math.min(email, rivalEmail);
        rival += contacts.isOneId(s, at) ? Math.min(id, rivalId) : id;
        boolean branches = Signature.hasOrganization(own, 0) && Signature.hasOrganization(s, at);
        rival += branches ? rivalBranches + site : rivalPersons;
        if (Signature.hasTraits(own, 0) && Signature.hasTraits(s, at)) {
            stranger += traits;
        }
        return true;
    }

    private boolean arePersons(long[] s, int at) {
        return !Signature.hasOrganization(own, 0) && !Signature.hasOrganization(s, at);
    }

    private int mostOfNames(long[] s, int at) {
        return arePersons(s, at) ? mostOfNames : organizations;
    }

    private void addNames(long[] s, int at) {
        if (bounded && arePersons(s, at)) {
            names.compare(s, at);
            stranger += names.stranger;
            rival += names.rival;
        } else {
            stranger += mostOfNames(s, at);
            rival += mostOfNames(s, at);
        }
    }

    private int gender(long[] s, int at) {
        int one = Signature.gender(own, 0);
        int other = Signature.gender(s, at);
        return one == UNKNOWN || other == UNKNOWN ? 0 : births.gender(one == other);
    }

    private int birth(long[] s, int at) {
        int one = Signature.births(own, 0);
        int other = Signature.births(s, at);
        if (one == 0 || other == 0) {
            return 0;
        }
        if (one > 1 || other > 1) {
            return births.best();
        }
        DateLevel level = DateLevel.ofDigits(Signature.birth(own, 0), Signature.birth(s, at));
        return Math.min(births.bits(level), birthWorth);
    }
}
