package io.crmviews.merge.golden;

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

    private ListedValues() {}

    static List<GoldenField> of(List<PreparedRecord> members, Columns columns) {
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
        fields.forEach((field, tallies) -> golden.add(choose(field, columns.rule(field), tallies)));
        return golden;
    }

    private static GoldenField choose(Field field, Strategy rule, Map<String, Tally> tallies) {
        List<Tally> ordered = new ArrayList<>(tallies.values());
        ordered.sort((left, right) -> {
            int byCount = rule.isCounting() ? Integer.compare(right.count(), left.count()) : 0;
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

        int count() {
            return holders.size();
        }
    }

    /** Better statements first: by rank, by the value's text, by the record's key. */
    private record Statement(Listed value, RecordKey key, ValueOrder order) implements Comparable<Statement> {

        @Override
        public int compareTo(Statement other) {
            int byRank = Long.compare(other.value.rank(), value.rank());
            int byText = byRank != 0 ? byRank : order.compare(other.value.canonical(), value.canonical());
            return byText != 0 ? byText : key.compareTo(other.key);
        }

        @Override
        public String toString() {
            return "Statement[" + key + "]";
        }
    }
}
