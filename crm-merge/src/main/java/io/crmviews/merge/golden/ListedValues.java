package io.crmviews.merge.golden;

import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.GoldenField;
import io.crmviews.model.profile.GoldenValue;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Merges the fields that have no column: unions, and fields that nobody declared. */
final class ListedValues {

    /** Up to so many records each is looked for among all. */
    private static final int FEW = 64;

    private ListedValues() {}

    static List<GoldenField> of(List<PreparedRecord> members, Columns columns, ValueForms forms) {
        Map<Field, Map<String, Tally>> fields = new TreeMap<>();
        for (PreparedRecord member : members) {
            for (Listed value : member.listed) {
                ValueOrder order = columns.rule(value.field()).order();
                fields.computeIfAbsent(value.field(), field -> new HashMap<>())
                        .computeIfAbsent(value.canonical(), canonical -> new Tally(value, member.record.key(), order))
                        .add(value, member.record.key());
            }
        }
        List<GoldenField> golden = new ArrayList<>();
        fields.forEach((field, tallies) -> {
            if (tallies.size() > 1 && field.attribute() == Attribute.PHONE) {
                joinSpellings(field.attribute(), tallies, forms);
            }
            golden.add(choose(field, columns.rule(field), tallies));
        });
        return golden;
    }

    /**
     * Whether records only came, and stated nothing but what records said before them at least as well: then no value
     * changes. Most arrivals are so, and a look at each value is cheaper than merging all of them twice.
     */
    static boolean isOnlyRepeated(List<PreparedRecord> before, List<PreparedRecord> after, Columns columns) {
        if (after.size() > FEW) {
            return false;
        }
        int stayed = 0;
        for (PreparedRecord member : after) {
            if (before.contains(member)) {
                stayed++;
            } else if (!isRepeated(member, before, columns)) {
                return false;
            }
        }
        return stayed == before.size();
    }

    private static boolean isRepeated(PreparedRecord arriving, List<PreparedRecord> before, Columns columns) {
        for (Listed value : arriving.listed) {
            Strategy rule = columns.rule(value.field());
            if (rule.isCounting() || !isSaid(new Statement(value, arriving.record.key(), rule.order()), before)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSaid(Statement arriving, List<PreparedRecord> before) {
        for (PreparedRecord member : before) {
            for (Listed known : member.listed) {
                if (known.field().equals(arriving.value.field())
                        && known.canonical().equals(arriving.value.canonical())
                        && new Statement(known, member.record.key(), arriving.order).compareTo(arriving) <= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A number that is written shorter stands with the longest spelling, unless it is the end of two numbers. */
    private static void joinSpellings(Attribute attribute, Map<String, Tally> tallies, ValueForms forms) {
        List<String> texts = List.copyOf(tallies.keySet());
        List<String> longest = texts.stream()
                .filter(text -> texts.stream().noneMatch(other -> forms.isShorterFor(attribute, text, other)))
                .toList();
        for (String text : texts) {
            List<String> meant = longest.stream()
                    .filter(other -> forms.isShorterFor(attribute, text, other))
                    .toList();
            Tally shorter = tallies.get(text);
            Tally whole = meant.size() == 1 ? tallies.get(meant.get(0)) : null;
            if (shorter != null && whole != null) {
                whole.join(shorter);
                tallies.remove(text);
            }
        }
    }

    private static GoldenField choose(Field field, Strategy rule, Map<String, Tally> tallies) {
        List<Tally> ordered = new ArrayList<>(tallies.values());
        ordered.sort((left, right) -> {
            int byCount = rule.isCounting() ? Long.compare(weight(rule, right), weight(rule, left)) : 0;
            return byCount != 0 ? byCount : left.best.compareTo(right.best);
        });
        boolean allFormer = Strategy.isFormer(ordered.get(0).best.value.rank());
        List<GoldenValue> values = new ArrayList<>();
        for (Tally tally : ordered) {
            boolean shown = values.isEmpty() || rule.isKeepingAll();
            if (shown && (allFormer || !Strategy.isFormer(tally.best.value.rank()))) {
                values.add(new GoldenValue(tally.best.value.text(), tally.best.key));
            }
        }
        return new GoldenField(field, rule.name(), values);
    }

    private static long weight(Strategy rule, Tally tally) {
        return rule.weigh(tally.best.value.rank(), tally.count());
    }

    /** One value of a field: the best statement of it, and how many records make it now. */
    private static final class Tally {

        private Statement best;
        private final Set<RecordKey> holders = new HashSet<>();

        Tally(Listed value, RecordKey key, ValueOrder order) {
            this.best = new Statement(value, key, order);
        }

        void add(Listed value, RecordKey key) {
            Statement statement = new Statement(value, key, best.order);
            best = statement.compareTo(best) < 0 ? statement : best;
            if (!Strategy.isFormer(value.rank())) {
                holders.add(key);
            }
        }

        void join(Tally other) {
            best = other.best.compareTo(best) < 0 ? other.best : best;
            holders.addAll(other.holders);
        }

        int count() {
            return holders.size();
        }
    }

    /** Better statements first: by rank, by the place in the record, by the value's text, by the record's key. */
    private record Statement(Listed value, RecordKey key, ValueOrder order) implements Comparable<Statement> {

        @Override
        public int compareTo(Statement other) {
            int byRank = Long.compare(other.value.rank(), value.rank());
            int byPlace = byRank != 0 ? byRank : Integer.compare(value.place(), other.value.place());
            int byText = byPlace != 0 ? byPlace : order.compare(other.value.canonical(), value.canonical());
            return byText != 0 ? byText : key.compareTo(other.key);
        }

        @Override
        public String toString() {
            return "Statement[" + key + "]";
        }
    }
}
