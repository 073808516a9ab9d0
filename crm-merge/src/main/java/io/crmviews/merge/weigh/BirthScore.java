package io.crmviews.merge.weigh;

import io.crmviews.merge.compare.DateLevel;
import io.crmviews.merge.weigh.Evidence.Item;
import io.crmviews.model.party.Gender;

/** Birth dates and gender. */
final class BirthScore {

    private static final DateLevel[] LEVELS = DateLevel.values();

    private final int[] bits = new int[LEVELS.length];
    private final int rivalMost;
    private final int sameGender;
    private final int otherGender;

    BirthScore(Parameters p) {
        bits[DateLevel.EXACT.ordinal()] = p.get(Parameter.BIRTH_EXACT);
        bits[DateLevel.SWAPPED.ordinal()] = p.get(Parameter.BIRTH_SWAPPED);
        bits[DateLevel.ONE_DIGIT.ordinal()] = p.get(Parameter.BIRTH_ONE_DIGIT);
        bits[DateLevel.MONTH_DAY.ordinal()] = p.get(Parameter.BIRTH_MONTH_DAY);
        bits[DateLevel.YEAR_MONTH.ordinal()] = p.get(Parameter.BIRTH_YEAR_MONTH);
        bits[DateLevel.YEAR_DAY.ordinal()] = p.get(Parameter.BIRTH_YEAR_DAY);
        bits[DateLevel.PARTIAL.ordinal()] = p.get(Parameter.BIRTH_PARTIAL);
        bits[DateLevel.SHIFTED.ordinal()] = p.get(Parameter.BIRTH_SHIFTED);
        bits[DateLevel.SHIFTED_YEAR.ordinal()] = p.get(Parameter.BIRTH_SHIFTED_YEAR);
        bits[DateLevel.YEAR.ordinal()] = p.get(Parameter.BIRTH_YEAR);
        bits[DateLevel.NEAR_YEAR.ordinal()] = p.get(Parameter.BIRTH_NEAR_YEAR);
        bits[DateLevel.DIFFERENT.ordinal()] = p.get(Parameter.BIRTH_DIFFERENT);
        rivalMost = p.get(Parameter.RIVAL_BIRTH);
        sameGender = p.get(Parameter.GENDER_SAME);
        otherGender = p.get(Parameter.GENDER_DIFFERENT);
    }

    /** What dates add at the most. */
    int best() {
        int best = 0;
        for (int worth : bits) {
            best = Math.max(best, worth);
        }
        return best;
    }

    int gender(boolean same) {
        return same ? sameGender : otherGender;
    }

    int bits(DateLevel level) {
        return bits[level.ordinal()];
    }

    void add(Prepared a, Prepared b, Tally tally) {
        if (a.births.length > 0 && b.births.length > 0) {
            addDates(a, b, tally);
        }
        Gender one = a.features.gender();
        Gender other = b.features.gender();
        if (one != Gender.UNKNOWN && other != Gender.UNKNOWN) {
            int weight = gender(one == other);
            tally.add(Item.GENDER, one == other ? "same" : "different", weight, weight);
        }
    }

    private void addDates(Prepared a, Prepared b, Tally tally) {
        int best = Integer.MIN_VALUE;
        DateLevel bestLevel = DateLevel.DIFFERENT;
        for (int i = 0; i < a.births.length; i++) {
            for (int j = 0; j < b.births.length; j++) {
                DateLevel level = DateLevel.ofDigits(a.birthDigits[i], b.birthDigits[j]);
                int most = Math.min(a.births[i], b.births[j]);
                int weight = Math.min(bits[level.ordinal()], most);
                if (weight > best) {
                    best = weight;
                    bestLevel = level;
                }
            }
        }
        tally.add(Item.BIRTH_DATE, words(bestLevel), best, Math.min(best, rivalMost));
    }

    private static String words(DateLevel level) {
        return switch (level) {
            case EXACT -> "same date";
            case SWAPPED -> "day and month exchanged";
            case ONE_DIGIT -> "one digit off";
            case MONTH_DAY -> "month and day agree";
            case YEAR_MONTH -> "year and month agree";
            case YEAR_DAY -> "year and day agree";
            case PARTIAL -> "known parts agree";
            case SHIFTED -> "month and day a little off";
            case SHIFTED_YEAR -> "year and day a little off";
            case YEAR -> "year agrees";
            case NEAR_YEAR -> "a year apart";
            case DIFFERENT -> "different";
            case UNKNOWN -> "no part known of both";
        };
    }
}
