package io.crmviews.merge.view;

import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.Access.Question;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one audience may see for one purpose. Whatever is not named is not granted: a grant without questions, sources
 * or fields shows nothing. Immutable; each method returns a wider grant.
 */
public final class Grant {

    /** Stands for every source, interaction kind or consent purpose. */
    public static final String ANY = "*";

    private final String audience;
    private final String purpose;
    private final Set<Field> fields;
    private final Set<String> sources;
    private final Set<String> kinds;
    private final Set<String> consents;
    private final Set<Question> questions;

    private Grant(
            String audience,
            String purpose,
            Set<Field> fields,
            Set<String> sources,
            Set<String> kinds,
            Set<String> consents,
            Set<Question> questions) {
        this.audience = audience;
        this.purpose = purpose;
        this.fields = Set.copyOf(fields);
        this.sources = Set.copyOf(sources);
        this.kinds = Set.copyOf(kinds);
        this.consents = Set.copyOf(consents);
        this.questions = Set.copyOf(questions);
    }

    /**
     * A grant that shows nothing yet.
     *
     * @param audience the audience that it is for, or {@link #ANY}
     * @param purpose the purpose that it is for, or {@link #ANY}
     * @return the grant
     */
    public static Grant to(String audience, String purpose) {
        if (audience.isBlank() || purpose.isBlank()) {
            throw new IllegalArgumentException("A grant names an audience and a purpose.");
        }
        return new Grant(audience, purpose, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /**
     * Answers questions too.
     *
     * @param more the questions
     * @return the wider grant
     */
    public Grant questions(Question... more) {
        return new Grant(audience, purpose, fields, sources, kinds, consents, union(questions, List.of(more)));
    }

    /**
     * Shows fields too; an attribute with qualifiers but without one here shows all of its fields.
     *
     * @param more the fields
     * @return the wider grant
     */
    public Grant fields(Field... more) {
        return new Grant(audience, purpose, union(fields, List.of(more)), sources, kinds, consents, questions);
    }

    /**
     * Shows all fields of groups too.
     *
     * @param more the groups
     * @return the wider grant
     */
    public Grant groups(FieldGroup... more) {
        List<FieldGroup> groups = List.of(more);
        return fields(Arrays.stream(Attribute.values())
                .filter(attribute -> groups.contains(attribute.group()))
                .map(Field::of)
                .toArray(Field[]::new));
    }

    /**
     * Shows the records and interactions of sources too.
     *
     * @param more the ids of the sources, or {@link #ANY}
     * @return the wider grant
     */
    public Grant sources(String... more) {
        return new Grant(audience, purpose, fields, union(sources, List.of(more)), kinds, consents, questions);
    }

    /**
     * Shows interactions of some kinds too, from sources that are granted.
     *
     * @param more the kinds, or {@link #ANY}
     * @return the wider grant
     */
    public Grant interactions(String... more) {
        return new Grant(audience, purpose, fields, sources, union(kinds, List.of(more)), consents, questions);
    }

    /**
     * Shows what the customer allows for some purposes too.
     *
     * @param more the purposes of the consents, or {@link #ANY}
     * @return the wider grant
     */
    public Grant consents(String... more) {
        return new Grant(audience, purpose, fields, sources, kinds, union(consents, List.of(more)), questions);
    }

    boolean isFor(String otherAudience, String otherPurpose) {
        return matches(audience, otherAudience) && matches(purpose, otherPurpose);
    }

    boolean covers(Access access) {
        if (access instanceof Access.ToField to) {
            return fields.contains(to.field())
                    || fields.contains(Field.of(to.field().attribute()));
        }
        if (access instanceof Access.ToSource to) {
            return names(sources, to.source());
        }
        if (access instanceof Access.ToInteraction to) {
            return names(kinds, to.kind()) && names(sources, to.source());
        }
        if (access instanceof Access.ToConsent to) {
            return names(consents, to.purpose());
        }
        return access instanceof Access.ToQuestion to && questions.contains(to.question());
    }

    private static boolean names(Set<String> granted, String name) {
        return granted.contains(name) || granted.contains(ANY);
    }

    private static boolean matches(String granted, String name) {
        return granted.equals(ANY) || granted.equals(name);
    }

    private static <T> Set<T> union(Set<T> some, List<T> more) {
        Set<T> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    @Override
    public String toString() {
        return "Grant[" + audience + ", " + purpose + "]";
    }
}
