package io.crmviews.merge.weigh;

/**
 * What e-mail addresses, phone numbers and identifiers add at the most, from one side and the signature of the other. Not
 * thread-safe.
 */
final class ContactBound {

    private final Parameters p;
    private long[] own = {};
    private int ids;
    private int idDifferent;
    private int emailWorth;
    private int localWorth;
    private int phoneWorth;
    private int idWorth;
    private boolean idMuted;
    private MutedKeys muted = MutedKeys.NONE;
    private long idHash;

    ContactBound(Parameters p) {
        this.p = p;
    }

    void mute(MutedKeys keys) {
        muted = keys;
        idMuted = ids == 1 && muted.mayMuteId(idHash);
    }

    /** What is different speaks against a pair, but for a value that proves nothing. */
    private int different(Parameter different) {
        return muted.isEmpty() ? p.get(different) : Math.max(0, p.get(different));
    }

    /** Takes the side that is known. */
    void take(Prepared taken) {
        own = taken.signature;
        if (taken.emails.length == 1) {
            emailWorth = Math.min(taken.emails[0], p.get(Parameter.EMAIL_EXACT));
            localWorth = Math.min(taken.emailLocals[0], emailWorth);
        }
        phoneWorth = taken.phones.length == 1 ? Math.min(taken.phones[0], p.get(Parameter.PHONE_EXACT)) : 0;
        ids = taken.ids.length;
        idDifferent = ids == 1 && taken.idCounts[0] ? p.get(Parameter.ID_DIFFERENT) : 0;
        idHash = ids == 1 ? taken.features.ids().get(0).hash() : 0;
        idMuted = ids == 1 && muted.mayMuteId(idHash);
        idWorth = taken.ids.length == 1 ? Math.min(taken.ids[0], p.get(Parameter.ID_EXACT)) : 0;
    }

    int email(long[] s, int at) {
        int one = Signature.emails(own, 0);
        int other = Signature.emails(s, at);
        if (one == 0 || other == 0) {
            return 0;
        }
        int different = different(Parameter.EMAIL_DIFFERENT);
        if (one > 1 || other > 1) {
            return Math.max(different, Math.max(p.get(Parameter.EMAIL_EXACT), p.get(Parameter.EMAIL_LOCAL)));
        }
        if (Signature.email(own, 0) == Signature.email(s, at)) {
            return Math.max(different, Math.max(emailWorth, p.get(Parameter.EMAIL_LOCAL)));
        }
        boolean like = Signature.local(own, 0) == Signature.local(s, at) || mayBeNear(s, at);
        return like ? Math.max(different, Math.min(localWorth, p.get(Parameter.EMAIL_LOCAL))) : different;
    }

    private boolean mayBeNear(long[] s, int at) {
        int one = Signature.localLength(own, 0);
        int other = Signature.localLength(s, at);
        int longer = Math.max(one, other);
        int limit = ContactScore.limit(longer);
        int letters = Integer.bitCount(Signature.localLetters(own, 0) ^ Signature.localLetters(s, at));
        boolean near = letters <= 2 * limit && Math.abs(one - other) <= limit;
        return (limit > 0 && (near || longer == Signature.LONGEST)) || p.get(Parameter.EMAIL_EDIT) > 0;
    }

    int phone(long[] s, int at) {
        int one = Signature.phones(own, 0);
        int other = Signature.phones(s, at);
        if (one == 0 || other == 0) {
            return 0;
        }
        int different = different(Parameter.PHONE_DIFFERENT);
        if (one > 1 || other > 1) {
            return Math.max(different, Math.max(p.get(Parameter.PHONE_EXACT), p.get(Parameter.PHONE_NEAR)));
        }
        if (Signature.phone(own, 0) == Signature.phone(s, at)) {
            return Math.max(different, phoneWorth);
        }
        int length = Signature.phoneLength(own, 0);
        boolean near = length == Signature.phoneLength(s, at)
                && (length < Signature.LEAST_ENDS
                        || Signature.phoneHead(own, 0) == Signature.phoneHead(s, at)
                        || Signature.phoneTail(own, 0) == Signature.phoneTail(s, at));
        return near ? Math.max(different, Math.min(phoneWorth, p.get(Parameter.PHONE_NEAR))) : different;
    }

    /** Whether both sides have one identifier at the most. */
    boolean isOneId(long[] s, int at) {
        return ids <= 1 && Signature.ids(s, at) <= 1;
    }

    int id(long[] s, int at) {
        int one = Signature.ids(own, 0);
        int other = Signature.ids(s, at);
        if (one == 0 || other == 0) {
            return 0;
        }
        if (one > 1 || other > 1) {
            int each = Math.max(0, Math.max(p.get(Parameter.ID_EXACT), p.get(Parameter.ID_NEAR)));
            return (other == 1 ? 1 : ids) * each;
        }
        if (Signature.idType(own, 0) != Signature.idType(s, at)) {
            return 0;
        }
        boolean silent = idMuted || muted.mayMuteId(Signature.idValue(s, at));
        return silent ? Math.max(0, idOfOneType(s, at)) : idOfOneType(s, at);
    }

    private int idOfOneType(long[] s, int at) {
        if (Signature.idValue(own, 0) == Signature.idValue(s, at)) {
            return Math.max(idDifferent, idWorth);
        }
        return mayBeOneEdit(s, at) ? Math.max(idDifferent, Math.min(idWorth, p.get(Parameter.ID_NEAR))) : idDifferent;
    }

    private boolean mayBeOneEdit(long[] s, int at) {
        int one = Signature.idLength(own, 0);
        int other = Signature.idLength(s, at);
        return Math.abs(one - other) <= 1
                && (Math.min(one, other) < Signature.LEAST_ENDS
                        || Signature.idHead(own, 0) == Signature.idHead(s, at)
                        || Signature.idTail(own, 0) == Signature.idTail(s, at));
    }
}
