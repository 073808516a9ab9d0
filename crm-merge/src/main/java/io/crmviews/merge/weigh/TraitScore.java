package io.crmviews.merge.weigh;

import io.crmviews.merge.compare.EditDistance;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.weigh.Evidence.Item;
import java.util.List;

/** Devices, handles, places of a life, and every other characteristic that both sides state under one name. */
final class TraitScore {

    private static final int LEAST_NEAR = 4;

    private final Parameters p;
    private MutedKeys muted = MutedKeys.NONE;

    TraitScore(Parameters p) {
        this.p = p;
    }

    void mute(MutedKeys keys) {
        muted = keys;
    }

    void add(Prepared a, Prepared b, Tally tally) {
        List<Features.Trait> left = a.features.traits();
        List<Features.Trait> right = b.features.traits();
        int sum = 0;
        int j = 0;
        for (int i = 0; i < left.size(); ) {
            long name = left.get(i).nameHash();
            int endLeft = end(left, i);
            while (j < right.size() && right.get(j).name().compareTo(left.get(i).name()) < 0) {
                j++;
            }
            if (j < right.size() && right.get(j).nameHash() == name) {
                int endRight = end(right, j);
                sum += compare(a, i, endLeft, b, j, endRight);
                j = endRight;
            }
            i = endLeft;
        }
        if (sum != 0) {
            int capped = Math.min(sum, p.get(Parameter.TRAITS_CAP));
            tally.add(Item.CHARACTERISTIC, capped > 0 ? "agree" : "disagree", capped, 0);
        }
    }

    private static int end(List<Features.Trait> traits, int from) {
        int end = from + 1;
        while (end < traits.size()
                && traits.get(end).nameHash() == traits.get(from).nameHash()) {
            end++;
        }
        return end;
    }

    private int compare(Prepared a, int fromA, int toA, Prepared b, int fromB, int toB) {
        String name = a.features.traits().get(fromA).name();
        boolean mutes = !muted.isEmpty() && a.features.traits().get(fromA).isMedium();
        boolean speaks = false;
        int best = Integer.MIN_VALUE;
        for (int i = fromA; i < toA; i++) {
            for (int j = fromB; j < toB; j++) {
                if (mutes && (isMuted(a, i) || isMuted(b, j))) {
                    continue;
                }
                speaks = true;
                if (a.features.traits().get(i).hash()
                        == b.features.traits().get(j).hash()) {
                    best = Math.max(best, Math.min(a.traits[i], most(name)));
                } else if (isNear(
                        a.features.traits().get(i).value(),
                        b.features.traits().get(j).value())) {
                    best = Math.max(best, Math.min(Math.min(a.traits[i], b.traits[j]), most(name)) / 2);
                }
            }
        }
        if (!speaks) {
            return 0;
        }
        return best == Integer.MIN_VALUE ? p.get(different(name)) : best;
    }

    private boolean isMuted(Prepared side, int index) {
        return muted.contains(
                KeyType.DEVICE.key(side.features.traits().get(index).hash()));
    }

    /** Whether one value holds the other or differs in few letters: a place with and without its country. */
    private static boolean isNear(String x, String y) {
        int shorter = Math.min(x.length(), y.length());
        int limit = Math.max(x.length(), y.length()) / 5;
        return shorter >= LEAST_NEAR
                && (x.startsWith(y)
                        || y.startsWith(x)
                        || x.endsWith(y)
                        || y.endsWith(x)
                        || EditDistance.bounded(x, y, limit) <= limit);
    }

    private int most(String name) {
        if (name.equals(Features.Trait.DEVICE)) {
            return p.get(Parameter.DEVICE_CAP);
        }
        if (name.startsWith(Features.Trait.SOCIAL)) {
            return p.get(Parameter.HANDLE_CAP);
        }
        return p.get(Features.isOfLife(name) ? Parameter.PLACE_CAP : Parameter.TRAIT_CAP);
    }

    private static Parameter different(String name) {
        return Features.isOfLife(name) ? Parameter.PLACE_DIFFERENT : Parameter.TRAIT_DIFFERENT;
    }
}
