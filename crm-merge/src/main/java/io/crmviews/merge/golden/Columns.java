package io.crmviews.merge.golden;

import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each field goes under some rules: into a column where one value wins, or into the list of all values. */
final class Columns {

    static final int NONE = -1;

    private final Survivorship rules;
    private final List<Column> columns = new ArrayList<>();
    private final Map<Attribute, Integer> byAttribute = new EnumMap<>(Attribute.class);
    private final Map<Field, Integer> byField = new HashMap<>();
    private int name = NONE;
    private int address = NONE;
    private int counting;

    Columns(Survivorship rules) {
        this.rules = rules;
        for (FieldGroup group : FieldGroup.values()) {
            switch (group) {
                case NAME -> name = addTogether(group);
                case ADDRESS -> address = addTogether(group);
                default -> {}
            }
        }
        for (Attribute attribute : Attribute.values()) {
            boolean alone = attribute.group() != FieldGroup.NAME && attribute.group() != FieldGroup.ADDRESS;
            if (!attribute.isQualified() && (alone || rules.isRuled(attribute))) {
                byAttribute.put(attribute, addAlone(Field.of(attribute)));
            }
        }
        for (Field field : rules.ruled()) {
            if (!field.qualifier().isEmpty()) {
                int column = addAlone(field);
                if (column != NONE) {
                    byField.put(field, column);
                }
            }
        }
    }

    private int addTogether(FieldGroup group) {
        List<Field> together = Arrays.stream(Attribute.values())
                .filter(attribute -> attribute.group() == group && !rules.isRuled(attribute))
                .map(Field::of)
                .toList();
        return together.isEmpty() ? NONE : add(group, together, true, rules.of(group));
    }

    private int addAlone(Field field) {
        Strategy rule = rules.of(field);
        return rule.isKeepingAll() ? NONE : add(field.group(), List.of(field), false, rule);
    }

    private int add(FieldGroup group, List<Field> fields, boolean together, Strategy rule) {
        columns.add(new Column(group, fields, together, rule, rule.name(), rule.isCounting() ? counting++ : NONE));
        return columns.size() - 1;
    }

    int size() {
        return columns.size();
    }

    int counting() {
        return counting;
    }

    Column get(int column) {
        return columns.get(column);
    }

    List<Column> all() {
        return columns;
    }

    /** The column of whole names or addresses. */
    int together(FieldGroup group) {
        return group == FieldGroup.NAME ? name : address;
    }

    /** Whether a part of a name or address stays with its group. */
    boolean isTogether(Attribute part) {
        return !rules.isRuled(part);
    }

    /** The column of a field on its own; {@link #NONE} if its values are listed or stay with their group. */
    int alone(Attribute attribute, String qualifier) {
        if (!attribute.isQualified()) {
            return byAttribute.getOrDefault(attribute, NONE);
        }
        return byField.isEmpty() ? NONE : byField.getOrDefault(new Field(attribute, qualifier), NONE);
    }

    Strategy rule(Field field) {
        return rules.of(field);
    }
}
