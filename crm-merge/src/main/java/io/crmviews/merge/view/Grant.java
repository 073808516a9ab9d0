package io.crmviews.merge.view;

import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.model.profile.FieldGroup;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.Access.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What one audience may see for one purpose. Whatever is not named is not granted: a grant without questions, sources
 * or fields shows nothing. Immutable; each method returns a wider grant.
 */
public final class Grant {

    /** Stands for every source, interaction kind or consent purpose. */
    public static final String ANY = "*";

    /** Interactions of any age. */
    public static final Duration ANY_AGE = Duration.ofSeconds(Long.MAX_VALUE);

    private final String audience;
    private final String purpose;
    private final Set<Field> fields;
    private final Set<String> sources;
    private final Set<String> kinds;
    private final Set<String> consents;
    private final Set<Question> questions;
    private final Set<String> grounds;
    private final Duration age;
    private final boolean logFirst;

    private Grant(
            String audience,
            String purpose,
            Set<Field> fields,
            Set<String> sources,
            Set<String> kinds,
            Set<String> consents,
            Set<Question> questions,
            Set<String> grounds,
            Duration age,
            boolean logFirst) {
        this.grounds = Set.copyOf(grounds);
        this.age = age;
        this.logFirst = logFirst;
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
     * @param audience the audience that it is for, or {@link #ANY}; an audience may have parts, such as role, organisation
     *     and channel in {@code agent:north:phone}, and {@link #ANY} may stand for any of them
     * @param purpose the purpose that it is for, or {@link #ANY}
     * @return the grant
     */
    public static Grant to(String audience, String purpose) {
        if (audience.isBlank() || purpose.isBlank()) {
            throw new IllegalArgumentException("A grant names an audience and a purpose.");
        }
        return new Grant(audience, purpose, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), ANY_AGE, false);
    }

    /**
     * The same grant for others.
     *
     * @param otherAudience the audience that it is for, or {@link #ANY}
     * @param otherPurpose the purpose that it is for, or {@link #ANY}
     * @return a grant that shows the same
     */
    public Grant audience(String otherAudience, String otherPurpose) {
        return new Grant(
                otherAudience, otherPurpose, fields, sources, kinds, consents, questions, grounds, age, logFirst);
    }

    /**
     * Answers questions too.
     *
     * @param more the questions
     * @return the wider grant
     */
    public Grant questions(Question... more) {
        return new Grant(
                audience,
                purpose,
                fields,
                sources,
                kinds,
                consents,
                union(questions, List.of(more)),
                grounds,
                age,
                logFirst);
    }

    /**
     * Shows fields too; an attribute with qualifiers but without one here shows all of its fields.
     *
     * @param more the fields
     * @return the wider grant
     */
    public Grant fields(Field... more) {
        return new Grant(
                audience,
                purpose,
                union(fields, List.of(more)),
                sources,
                kinds,
                consents,
                questions,
                grounds,
                age,
                logFirst);
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
        return new Grant(
                audience,
                purpose,
                fields,
                union(sources, List.of(more)),
                kinds,
                consents,
                questions,
                grounds,
                age,
                logFirst);
    }

    /**
     * Shows interactions of some kinds too, from sources that are granted.
     *
     * @param more the kinds, or {@link #ANY}
     * @return the wider grant
     */
    public Grant interactions(String... more) {
        return new Grant(
                audience,
                purpose,
                fields,
                sources,
                union(kinds, List.of(more)),
                consents,
                questions,
                grounds,
                age,
                logFirst);
    }

    /**
     * Shows what the customer allows for some purposes too.
     *
     * @param more the purposes of the consents, or {@link #ANY}
     * @return the wider grant
     */
    public Grant consents(String... more) {
        return new Grant(
                audience,
                purpose,
                fields,
                sources,
                kinds,
                union(consents, List.of(more)),
                questions,
                grounds,
                age,
                logFirst);
    }

    /**
     * Shows records that are restricted on some grounds too.
     *
     * @param more the grounds, or {@link #ANY}
     * @return the wider grant
     */
    public Grant restricted(String... more) {
        return new Grant(
                audience,
                purpose,
                fields,
                sources,
                kinds,
                consents,
                questions,
                union(grounds, List.of(more)),
                age,
                logFirst);
    }

    /**
     * Shows interactions only as long as they are young; one of an unknown time is not shown then.
     *
     * @param most how old an interaction may be, to the second; {@link #ANY_AGE} for any
     * @return the narrower grant
     */
    public Grant newerThan(Duration most) {
        return new Grant(audience, purpose, fields, sources, kinds, consents, questions, grounds, most, logFirst);
    }

    /**
     * Demands that a read is in the log before its answer is given.
     *
     * @return the stricter grant
     */
    public Grant logFirst() {
        return new Grant(audience, purpose, fields, sources, kinds, consents, questions, grounds, age, true);
    }

    boolean demandsLogFirst() {
        return logFirst;
    }

    boolean covers(Access access, Supplier<Instant> now) {
        return covers(access)
                && (!(access instanceof Access.ToInteraction to)
                        || age.equals(ANY_AGE)
                        || isYoung(to.occurredAt(), now.get()));
    }

    private boolean isYoung(Instant occurredAt, Instant now) {
        return !occurredAt.equals(Instant.MIN) && occurredAt.getEpochSecond() >= now.getEpochSecond() - age.toSeconds();
    }

    boolean isFor(String otherAudience, String otherPurpose) {
        return matches(audience, otherAudience) && matches(purpose, otherPurpose);
    }

    private boolean covers(Access access) {
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
        if (access instanceof Access.ToRestricted to) {
            return names(grounds, to.ground());
        }
        return access instanceof Access.ToQuestion to && questions.contains(to.question());
    }

    private static boolean names(Set<String> granted, String name) {
        return granted.contains(name) || granted.contains(ANY);
    }

    /** Part by part: {@code partner:*} is for {@code partner:north}, and {@code partner} is not. */
    private static boolean matches(String granted, String name) {
        if (granted.equals(ANY) || granted.equals(name)) {
            return true;
        }
        String[] wanted = granted.split(":", -1);
        String[] has = name.split(":", -1);
        boolean matches = wanted.length == has.length;
        for (int i = 0; matches && i < wanted.length; i++) {
            matches = wanted[i].equals(ANY) || wanted[i].equals(has[i]);
        }
        return matches;
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
