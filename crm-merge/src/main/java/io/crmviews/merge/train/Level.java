package io.crmviews.merge.train;

import io.crmviews.merge.compare.DateLevel;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.weigh.Evidence;
import io.crmviews.merge.weigh.Evidence.Item;
import io.crmviews.merge.weigh.Parameter;
import io.crmviews.model.party.Gender;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The levels of comparison that have a weight of their own, as the scorer names them. Agreement on a value has none: it is
 * worth what the value's frequency says. A near miss is learnt; a disagreement is only looked at, since relatives and
 * sister branches disagree on the same things as one customer's records do, and no count of pairs tells which they are.
 */
enum Level {
    BIRTH_SWAPPED(Item.BIRTH_DATE, "day and month exchanged", true),
    BIRTH_ONE_DIGIT(Item.BIRTH_DATE, "one digit off", true),
    BIRTH_MONTH_DAY(Item.BIRTH_DATE, "month and day agree", true),
    BIRTH_YEAR_MONTH(Item.BIRTH_DATE, "year and month agree", true),
    BIRTH_YEAR_DAY(Item.BIRTH_DATE, "year and day agree", true),
    BIRTH_PARTIAL(Item.BIRTH_DATE, "known parts agree", true),
    BIRTH_SHIFTED(Item.BIRTH_DATE, "month and day a little off", true),
    BIRTH_SHIFTED_YEAR(Item.BIRTH_DATE, "year and day a little off", true),
    BIRTH_YEAR(Item.BIRTH_DATE, "year agrees", true),
    BIRTH_NEAR_YEAR(Item.BIRTH_DATE, "a year apart", true),
    BIRTH_DIFFERENT(Item.BIRTH_DATE, "different", false),
    PHONE_NEAR(Item.PHONE, "one digit off", true),
    PHONE_DIFFERENT(Item.PHONE, "different", false),
    ID_NEAR(Item.IDENTIFIER, "one character off", true),
    ID_DIFFERENT(Item.IDENTIFIER, "different", false),
    EMAIL_DIFFERENT(Item.EMAIL, "different", false),
    GENDER_SAME(Item.GENDER, "same", false),
    GENDER_DIFFERENT(Item.GENDER, "different", false),
    GIVEN_CONFLICT(Item.GIVEN_NAME, "differs", false),
    FAMILY_CONFLICT(Item.FAMILY_NAME, "differs", false);

    private static final Map<Item, BiPredicate<Features, Features>> COMPARABLE = new EnumMap<>(Map.of(
            Item.BIRTH_DATE, Level::knowsBirths,
            Item.PHONE, (a, b) -> !a.phones().isEmpty() && !b.phones().isEmpty(),
            Item.EMAIL, (a, b) -> !a.emails().isEmpty() && !b.emails().isEmpty(),
            Item.GENDER, (a, b) -> a.gender() != Gender.UNKNOWN && b.gender() != Gender.UNKNOWN,
            Item.IDENTIFIER, Level::shareTypes,
            Item.GIVEN_NAME, (a, b) -> hasGiven(a) && hasGiven(b),
            Item.FAMILY_NAME, (a, b) -> hasFamily(a) && hasFamily(b)));

    private static final Map<String, Level> BY_WORDS = new HashMap<>();

    static {
        for (Level level : values()) {
            BY_WORDS.put(level.item + level.words, level);
        }
    }

    final Item item;
    final String words;
    final boolean learnt;

    Level(Item item, String words, boolean learnt) {
        this.item = item;
        this.words = words;
        this.learnt = learnt;
    }

    Parameter parameter() {
        return Parameter.valueOf(name());
    }

    static @Nullable Level of(Evidence line) {
        return BY_WORDS.get(line.item() + line.level());
    }

    /** Whether both sides say something about an item. */
    static boolean isComparable(Item item, Features a, Features b) {
        BiPredicate<Features, Features> both = COMPARABLE.get(item);
        return both != null && both.test(a, b);
    }

    private static boolean knowsBirths(Features a, Features b) {
        return a.births().stream()
                .anyMatch(x -> b.births().stream().anyMatch(y -> DateLevel.of(x, y) != DateLevel.UNKNOWN));
    }

    private static boolean shareTypes(Features a, Features b) {
        return a.ids().stream().anyMatch(x -> b.ids().stream().anyMatch(y -> x.typeHash() == y.typeHash()));
    }

    private static boolean hasGiven(Features f) {
        return f.words().stream().anyMatch(word -> word.role().isGiven());
    }

    private static boolean hasFamily(Features f) {
        return f.words().stream().anyMatch(word -> word.role().isFamily());
    }
}
