package io.crmviews.merge.golden;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.Authentication.Assurance;
import io.crmviews.model.party.Usage;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.Field;
import io.crmviews.spi.survivorship.Candidate;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that records say of one field, not only the best of each. */
final class FieldStatements {

    private final Columns columns;
    private final ValueForms forms;
    private final Field field;
    /** The column that decides the field; {@link Columns#NONE} if its values are listed. */
    private final int column;

    private final List<Said> said = new ArrayList<>();
    private final List<Said> unusable = new ArrayList<>();

    FieldStatements(Columns columns, ValueForms forms, Field field) {
        this.columns = columns;
        this.forms = forms;
        this.field = field;
        this.column = columns.of(field);
    }

    /**
     * One statement.
     *
     * @param text what it says of the field, as written
     * @param form the canonical text of that; empty if it says nothing of the field
     * @param agreement what it agrees on with others that state the same
     * @param candidate the value that is ranked: of a field that stays with its group, the whole
     * @param rank its rank
     * @param place how many values of the field its record states before it
     */
    record Said(String text, String form, String agreement, Candidate candidate, long rank, int place) {

        SourceRecord record() {
            return candidate.record();
        }

        @Override
        public String toString() {
            return "Said[" + record().key() + "]";
        }
    }

    void add(SourceRecord record) {
        new Preparation(columns, forms, record) {

            private int place;

            @Override
            void keep(int at, Object value, Candidate candidate, String agreement) {
                if (at == column) {
                    take(textOf(at, value), candidate, agreement, place++);
                }
            }

            @Override
            void list(Field of, String text, Candidate candidate) {
                if (of.equals(field)) {
                    take(text, candidate, candidate.text(), place++);
                }
            }

            @Override
            void unusable(Attribute attribute, String qualifier, String text, Usage usage, Assurance assurance) {
                if (attribute == field.attribute() && qualifier.equals(field.qualifier())) {
                    Candidate candidate =
                            new Candidate(attribute.group(), "", text, 0, false, usage, assurance, record);
                    unusable.add(new Said(text, "", "", candidate, 0, 0));
                }
            }
        }.read();
    }

    private String textOf(int at, Object value) {
        return columns.get(at).together() ? Parts.of(value, field.attribute()) : (String) value;
    }

    private void take(String text, Candidate candidate, String agreement, int place) {
        String form = text.isBlank() ? "" : forms.canonical(field.attribute(), text, candidate.record());
        said.add(new Said(text, form, agreement, candidate, rule().rank(candidate), rule().isOrdering() ? 0 : place));
    }

    Strategy rule() {
        return column == Columns.NONE
                ? columns.rule(field)
                : columns.get(column).strategy();
    }

    boolean isListed() {
        return column == Columns.NONE;
    }

    List<Said> said() {
        return said;
    }

    List<Said> unusable() {
        return unusable;
    }

    /** How many records state a value now. */
    int count(Said value) {
        return (int) said.stream()
                .filter(other -> other.agreement().equals(value.agreement()) && !Strategy.isFormer(other.rank()))
                .map(other -> other.record().key())
                .distinct()
                .count();
    }
}
