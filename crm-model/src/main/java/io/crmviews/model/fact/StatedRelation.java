package io.crmviews.model.fact;

import io.crmviews.model.fact.Interaction.Direction;
import io.crmviews.model.fact.Interaction.Reference;
import io.crmviews.model.party.Characteristic;
import io.crmviews.model.source.Money;
import io.crmviews.model.source.RecordKey;
import io.crmviews.model.source.Revision;
import java.util.List;
import java.util.Optional;

/**
 * What a source says of how two parties are related: one is an employee, a subsidiary, a spouse, a child of the other. It
 * travels as an interaction of the kind {@value #KIND}, so it has two times, a source and a policy like every other fact,
 * and it never merges anybody. Of two statements about the same parties and role the one that occurred later holds.
 *
 * @param from the record of the party that has the role
 * @param role the role, lower case: {@code employee}, {@code subsidiary}, {@code spouse}, {@code child}, {@code member}
 * @param to the record of the party to which it has it
 * @param ended whether it says that this is so no more
 */
public record StatedRelation(RecordKey from, String role, RecordKey to, boolean ended) {

    /** The kind of the interactions that state relations. */
    public static final String KIND = "relation";

    /** The type of the references by which the statements about a record are found. */
    public static final String REFERENCE = "related-record";

    private static final String ROLE = "role";
    private static final String ENDED = "ended";

    /** Checks the role. */
    public StatedRelation {
        if (role.isBlank()) {
            throw new IllegalArgumentException("A relation needs a role.");
        }
    }

    /**
     * A relation that holds.
     *
     * @param from the record of the party that has the role
     * @param role the role, not blank
     * @param to the record of the party to which it has it
     * @return the relation
     */
    public static StatedRelation of(RecordKey from, String role, RecordKey to) {
        return new StatedRelation(from, role, to, false);
    }

    /**
     * The same relation, ended.
     *
     * @return the end of it
     */
    public StatedRelation end() {
        return new StatedRelation(from, role, to, true);
    }

    /**
     * The relation as a fact.
     *
     * @param key the statement's name: its source and its key there
     * @param revision its version and times
     * @return the fact to take in
     */
    public Interaction said(RecordKey key, Revision revision) {
        return new Interaction(
                key,
                revision,
                KIND,
                key.source(),
                Direction.UNKNOWN,
                List.of(new Subject.OfRecord(from), new Subject.OfRecord(to)),
                "",
                Money.NONE,
                List.of(reference(from), reference(to)),
                List.of(new Characteristic(ROLE, role), new Characteristic(ENDED, String.valueOf(ended))));
    }

    /**
     * The reference by which the statements about a record are found.
     *
     * @param record the record
     * @return the reference
     */
    public static Reference reference(RecordKey record) {
        return new Reference(REFERENCE, record.toString());
    }

    /**
     * Reads what {@link #said} writes.
     *
     * @param said an interaction
     * @return the relation, or empty if it states none
     */
    public static Optional<StatedRelation> of(Interaction said) {
        if (!said.kind().equals(KIND)
                || said.subjects().size() != 2
                || !(said.subjects().get(0) instanceof Subject.OfRecord from)
                || !(said.subjects().get(1) instanceof Subject.OfRecord to)) {
            return Optional.empty();
        }
        return value(said, ROLE)
                .map(role -> new StatedRelation(
                        from.record(),
                        role,
                        to.record(),
                        value(said, ENDED).filter("true"::equals).isPresent()));
    }

    private static Optional<String> value(Interaction said, String name) {
        return said.characteristics().stream()
                .filter(stated -> stated.name().equals(name))
                .map(Characteristic::value)
                .findFirst();
    }
}
