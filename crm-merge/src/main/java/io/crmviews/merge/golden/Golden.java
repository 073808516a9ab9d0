package io.crmviews.merge.golden;

import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.GoldenField;
import io.crmviews.model.profile.GoldenProfile;
import io.crmviews.model.profile.GoldenValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a merge: per field the winning record. Values are read from the records when asked. Immutable, safe for
 * any thread.
 */
public final class Golden {

    final long[] best;
    final int[] winners;
    private final GoldenMerge merge;
    private final List<PreparedRecord> members;

    Golden(GoldenMerge merge, List<PreparedRecord> members, long[] best, int[] winners) {
        this.merge = merge;
        this.members = members;
        this.best = best;
        this.winners = winners;
    }

    /**
     * The profile with all fields that have a value. O(fields + values kept in unions).
     *
     * @return the profile
     */
    public GoldenProfile profile() {
        List<GoldenField> fields = new ArrayList<>();
        for (int column = 0; column < winners.length; column++) {
            if (best[column] != 0) {
                add(column, fields);
            }
        }
        fields.addAll(ListedValues.of(members, merge.columns()));
        return new GoldenProfile(fields);
    }

    /**
     * The winning value of one field. Costs as much as {@link #profile()}: ask that for several.
     *
     * @param field the field
     * @return the value and its record, or empty if nothing is known
     */
    public Optional<GoldenValue> value(Field field) {
        return profile().field(field).map(GoldenField::winner);
    }

    /**
     * The fields whose values differ from an earlier merge, whichever records they come from.
     *
     * @param before the earlier merge
     * @return the fields, in order; empty if all values are the same
     */
    public Set<Field> changedSince(Golden before) {
        if (before == this) {
            return Set.of();
        }
        Set<Field> changed = new TreeSet<>();
        for (int column = 0; column < winners.length; column++) {
            PreparedRecord old = before.winner(column);
            PreparedRecord winner = winner(column);
            if (old != winner) {
                addChanges(column, old, winner, changed);
            }
        }
        if (hasListed() || before.hasListed()) {
            changed.addAll(changes(before.listed(), listed()));
        }
        return changed;
    }

    private void addChanges(
            int column, @Nullable PreparedRecord old, @Nullable PreparedRecord winner, Set<Field> changed) {
        Column place = merge.columns().get(column);
        for (Field field : place.fields()) {
            if (!text(old, column, place, field).equals(text(winner, column, place, field))) {
                changed.add(field);
            }
        }
    }

    private String text(@Nullable PreparedRecord winner, int column, Column place, Field field) {
        Object value = winner == null ? null : winner.values[column];
        return winner == null || value == null ? "" : textOf(value, place, field.attribute(), winner);
    }

    private @Nullable PreparedRecord winner(int column) {
        return best[column] == 0 ? null : members.get(winners[column]);
    }

    private boolean hasListed() {
        for (PreparedRecord member : members) {
            if (!member.listed.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private GoldenProfile listed() {
        return new GoldenProfile(ListedValues.of(members, merge.columns()));
    }

    /**
     * The fields whose values differ between two profiles, whichever records they come from.
     *
     * @param before one profile
     * @param after the other
     * @return the fields, in order; empty if all values are the same
     */
    public static Set<Field> changes(GoldenProfile before, GoldenProfile after) {
        Set<Field> changed = new LinkedHashSet<>();
        for (GoldenField field : before.fields()) {
            if (!sayTheSame(field.values(), after.values(field.field()))) {
                changed.add(field.field());
            }
        }
        for (GoldenField field : after.fields()) {
            if (before.field(field.field()).isEmpty()) {
                changed.add(field.field());
            }
        }
        return changed;
    }

    private static boolean sayTheSame(List<GoldenValue> some, List<GoldenValue> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = some.get(i).text().equals(others.get(i).text());
        }
        return same;
    }

    private void add(int column, List<GoldenField> fields) {
        Column place = merge.columns().get(column);
        PreparedRecord winner = members.get(winners[column]);
        Object value = Objects.requireNonNull(winner.values[column], "a column is won only by a value");
        for (Field field : place.fields()) {
            String text = textOf(value, place, field.attribute(), winner);
            if (!text.isEmpty()) {
                GoldenValue golden = new GoldenValue(text, winner.record.key());
                fields.add(new GoldenField(field, place.rule(), List.of(golden)));
            }
        }
    }

    /** A placeholder in one part of a name or address is left out of the rest. */
    private String textOf(Object value, Column place, Attribute attribute, PreparedRecord winner) {
        if (!place.together()) {
            return (String) value;
        }
        String text = Parts.of(value, attribute);
        boolean usable = !text.isBlank()
                && !merge.forms().canonical(attribute, text, winner.record).isEmpty();
        return usable ? text : "";
    }

    @Override
    public String toString() {
        return "Golden[" + members.size() + " records]";
    }
}
