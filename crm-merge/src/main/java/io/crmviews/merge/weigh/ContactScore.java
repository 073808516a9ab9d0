package io.crmviews.merge.weigh;

import io.crmviews.merge.compare.EditDistance;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.weigh.Evidence.Item;
import java.util.List;

/** E-mail addresses, phone numbers and identifiers: the best pair of each counts, or their all being different. */
final class ContactScore {

    private static final int LEAST_LOCAL = 4;
    private static final int LEAST_ID = 5;
    private static final String GENERIC = "held by too many to count";

    private final Parameters p;
    private MutedKeys muted = MutedKeys.NONE;
    /** The best comparison of one kind, and its level. */
    private int best;

    private String level = "";

    ContactScore(Parameters p) {
        this.p = p;
    }

    void mute(MutedKeys keys) {
        muted = keys;
    }

    void add(Prepared a, Prepared b, Tally tally) {
        if (a.emails.length > 0 && b.emails.length > 0) {
            addEmails(a, b, tally);
        }
        if (a.phones.length > 0 && b.phones.length > 0) {
            addPhones(a, b, tally);
        }
        if (a.ids.length > 0 && b.ids.length > 0) {
            addIds(a, b, tally);
        }
    }

    private void begin() {
        best = Integer.MIN_VALUE;
        level = "";
    }

    /** Keeps the better of two comparisons of one kind. */
    private void offer(int weight, String words) {
        if (weight > best) {
            best = weight;
            level = words;
        }
    }

    private void addEmails(Prepared a, Prepared b, Tally tally) {
        begin();
        for (int i = 0; i < a.emails.length; i++) {
            for (int j = 0; j < b.emails.length; j++) {
                Features.Email x = a.features.emails().get(i);
                Features.Email y = b.features.emails().get(j);
                if (!isSilent(KeyType.EMAIL, KeyType.VERIFIED_EMAIL, a, x.hash(), b, y.hash())) {
                    int exact = Math.min(Math.min(a.emails[i], b.emails[j]), p.get(Parameter.EMAIL_EXACT));
                    int local = Math.min(Math.min(a.emailLocals[i], b.emailLocals[j]), exact);
                    email(x, y, exact, local);
                }
            }
        }
        if (best == Integer.MIN_VALUE) {
            tally.note(Item.EMAIL, GENERIC);
        } else {
            tally.add(Item.EMAIL, level, best, Math.min(best, p.get(Parameter.RIVAL_EMAIL)));
        }
    }

    private void email(Features.Email x, Features.Email y, int exact, int local) {
        if (x.hash() == y.hash()) {
            offer(exact, "same address");
        } else if (x.local().length() >= LEAST_LOCAL && x.local().equals(y.local())) {
            offer(Math.min(local, p.get(Parameter.EMAIL_LOCAL)), "same name, other domain");
        } else {
            offer(p.get(Parameter.EMAIL_DIFFERENT), "different");
            offer(near(x, y, local), "few letters off");
        }
    }

    private boolean isSilent(KeyType claimed, KeyType verified, Prepared a, long one, Prepared b, long other) {
        return !muted.isEmpty() && muted.silences(claimed, verified, a.features, one, b.features, other);
    }

    /** The most edits of the local part of an address. */
    static int limit(int length) {
        return Math.min(3, length / 4);
    }

    private int near(Features.Email x, Features.Email y, int exact) {
        int length = Math.max(x.local().length(), y.local().length());
        int limit = limit(length);
        if (limit == 0) {
            return Integer.MIN_VALUE;
        }
        int distance = EditDistance.bounded(x.local(), y.local(), limit);
        if (distance > limit) {
            return Integer.MIN_VALUE;
        }
        int domain = x.domain().equals(y.domain()) ? 0 : p.get(Parameter.EMAIL_EDIT);
        return Math.min(exact, p.get(Parameter.EMAIL_LOCAL)) + distance * p.get(Parameter.EMAIL_EDIT) + domain;
    }

    private void addPhones(Prepared a, Prepared b, Tally tally) {
        begin();
        for (int i = 0; i < a.phones.length; i++) {
            for (int j = 0; j < b.phones.length; j++) {
                Features.Phone x = a.features.phones().get(i);
                Features.Phone y = b.features.phones().get(j);
                if (!isSilent(KeyType.PHONE, KeyType.VERIFIED_PHONE, a, x.hash(), b, y.hash())) {
                    phone(x, y, Math.min(Math.min(a.phones[i], b.phones[j]), p.get(Parameter.PHONE_EXACT)));
                }
            }
        }
        if (best == Integer.MIN_VALUE) {
            tally.note(Item.PHONE, GENERIC);
        } else {
            tally.add(Item.PHONE, level, best, 0);
        }
    }

    private void phone(Features.Phone x, Features.Phone y, int exact) {
        offer(p.get(Parameter.PHONE_DIFFERENT), "different");
        if (x.isSame(y)) {
            offer(exact, "same number");
        } else if (x.digits().length() == y.digits().length() && EditDistance.bounded(x.digits(), y.digits(), 1) == 1) {
            offer(Math.min(exact, p.get(Parameter.PHONE_NEAR)), "one digit off");
        }
    }

    private void addIds(Prepared a, Prepared b, Tally tally) {
        List<Features.Id> left = a.features.ids();
        List<Features.Id> right = b.features.ids();
        for (int i = 0; i < left.size(); ) {
            long type = left.get(i).typeHash();
            int end = i;
            while (end < left.size() && left.get(end).typeHash() == type) {
                end++;
            }
            addType(a, b, i, end, right, tally);
            i = end;
        }
    }

    private void addType(Prepared a, Prepared b, int from, int to, List<Features.Id> right, Tally tally) {
        begin();
        boolean silent = false;
        for (int i = from; i < to; i++) {
            Features.Id x = a.features.ids().get(i);
            for (int j = 0; j < right.size(); j++) {
                Features.Id y = right.get(j);
                if (x.typeHash() != y.typeHash()) {
                    continue;
                }
                if (isSilent(KeyType.ID, KeyType.VERIFIED_ID, a, x.hash(), b, y.hash())) {
                    silent = true;
                } else {
                    id(x, y, Math.min(Math.min(a.ids[i], b.ids[j]), p.get(Parameter.ID_EXACT)), a.idCounts[i]);
                }
            }
        }
        if (best != Integer.MIN_VALUE) {
            tally.add(Item.IDENTIFIER, level, best, Math.min(best, p.get(Parameter.RIVAL_ID)));
        } else if (silent) {
            tally.note(Item.IDENTIFIER, GENERIC);
        }
    }

    private void id(Features.Id x, Features.Id y, int exact, boolean counts) {
        if (x.hash() == y.hash()) {
            offer(exact, "same");
        } else if (Math.min(x.value().length(), y.value().length()) >= LEAST_ID
                && EditDistance.bounded(x.value(), y.value(), 1) == 1) {
            offer(Math.min(exact, p.get(Parameter.ID_NEAR)), "one character off");
        } else {
            offer(counts ? p.get(Parameter.ID_DIFFERENT) : 0, "different");
        }
    }
}
