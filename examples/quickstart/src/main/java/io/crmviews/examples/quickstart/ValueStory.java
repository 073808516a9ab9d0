package io.crmviews.examples.quickstart;

import io.crmviews.merge.FieldAnswer;
import io.crmviews.merge.ReaderViews;
import io.crmviews.merge.golden.FieldExplanation;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Shows why a field has its value: of the fields that records disagree about, the one with most losing values. */
final class ValueStory {

    private static final List<Attribute> ASKED = List.of(
            Attribute.NAME_FAMILY,
            Attribute.NAME_GIVEN,
            Attribute.BIRTH_DATE,
            Attribute.ADDRESS_STREET,
            Attribute.EMAIL,
            Attribute.PHONE);

    private final Page page;
    private final ReaderViews views;

    ValueStory(Page page, ReaderViews views) {
        this.page = page;
        this.views = views;
    }

    void print(CustomerId id) {
        Optional<FieldExplanation> told = ASKED.stream()
                .flatMap(attribute -> explain(id, Field.of(attribute)).stream())
                .max(Comparator.comparingInt(explanation -> explanation.lost().size()));
        told.ifPresent(explanation -> page.line(explanation.text().stripTrailing()));
    }

    private Optional<FieldExplanation> explain(CustomerId id, Field field) {
        return views.customer(id).explain(field) instanceof FieldAnswer.Explained explained
                ? Optional.of(explained.explanation())
                : Optional.empty();
    }
}
