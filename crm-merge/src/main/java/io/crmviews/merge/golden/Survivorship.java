package io.crmviews.merge.golden;

import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which strategy decides which fields. The parts of a name or address that have no rule of their own are decided
 * together and come from one record. Immutable.
 */
public final class Survivorship {

    private final Map<FieldGroup, Strategy> groups;
    private final Map<Field, Strategy> fields;

    private Survivorship(Map<FieldGroup, Strategy> groups, Map<Field, Strategy> fields) {
        this.groups = new EnumMap<>(groups);
        this.fields = new TreeMap<>(fields);
    }

    /**
     * Rules that suit most embedders: what is stable about a person is what most records say, what changes is what was
     * said last, and of what one can have several all values are kept, proven ones first.
     *
     * @return the rules
     */
    public static Survivorship standard() {
        return builder().build();
    }

    /**
     * Starts from {@link #standard()}.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The strategy of a group of fields.
     *
     * @param group the group
     * @return its strategy, never null
     */
    public Strategy of(FieldGroup group) {
        Strategy rule = groups.get(group);
        if (rule == null) {
            throw new IllegalStateException("Every group has a strategy.");
        }
        return rule;
    }

    /**
     * The strategy of a field: its own, that of all fields of its attribute, or that of its group.
     *
     * @param field the field
     * @return its strategy, never null
     */
    public Strategy of(Field field) {
        Strategy own = fields.get(field);
        Strategy shared = own == null ? fields.get(Field.of(field.attribute())) : own;
        return shared == null ? of(field.group()) : shared;
    }

    /** The fields that have a rule of their own, in order. */
    List<Field> ruled() {
        return List.copyOf(fields.keySet());
    }

    boolean isRuled(Attribute attribute) {
        return fields.containsKey(Field.of(attribute));
    }

    /** Builds rules step by step. Not thread-safe. */
    public static final class Builder {

        private final Map<FieldGroup, Strategy> groups = new EnumMap<>(FieldGroup.class);
        private final Map<Field, Strategy> fields = new TreeMap<>();

        private Builder() {
            Strategy proven = Strategies.verifiedFirst().then(Strategies.mostRecent());
            Strategy agreed =
                    Strategies.mostFrequent().then(Strategies.mostComplete()).then(Strategies.mostRecent());
            for (FieldGroup group : FieldGroup.values()) {
                groups.put(
                        group,
                        switch (group) {
                            case KIND, NAME, BIRTH_DATE, GENDER, ORGANIZATION_NAME -> agreed;
                            case ADDRESS -> Strategies.mostRecent().then(Strategies.mostComplete());
                            case ROLE, EMAIL, PHONE, SOCIAL, DEVICE, IDENTIFIER -> Strategies.union(proven);
                            case CHARACTERISTIC -> Strategies.mostRecent();
                        });
            }
        }

        /**
         * Sets the rule of a group: of all its fields that get no rule of their own.
         *
         * @param group the group
         * @param strategy the rule; for names and addresses not a union
         * @return this builder
         */
        public Builder rule(FieldGroup group, Strategy strategy) {
            groups.put(group, strategy);
            return this;
        }

        /**
         * Sets the rule of one field, which no longer stays with its group.
         *
         * @param field the field
         * @param strategy the rule
         * @return this builder
         */
        public Builder rule(Field field, Strategy strategy) {
            fields.put(field, strategy);
            return this;
        }

        /**
         * Makes the rules.
         *
         * @return immutable rules of what was set
         * @throws IllegalArgumentException if a name or an address is to be a union
         */
        public Survivorship build() {
            for (FieldGroup group : List.of(FieldGroup.NAME, FieldGroup.ADDRESS)) {
                Strategy rule = groups.get(group);
                if (rule != null && rule.isKeepingAll()) {
                    throw new IllegalArgumentException("Names and addresses are kept together and cannot be a union.");
                }
            }
            return new Survivorship(groups, fields);
        }
    }
}
