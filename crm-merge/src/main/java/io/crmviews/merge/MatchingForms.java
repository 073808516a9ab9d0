package io.crmviews.merge;

import io.crmviews.merge.golden.ValueForms;
import io.crmviews.merge.normalise.CanonicalText;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.profile.Attribute;

/** Two values are the same in a profile if they are the same in matching, and placeholders stand in no profile. */
final class MatchingForms implements ValueForms {

    @Override
    public String canonical(Attribute attribute, String text, SourceRecord record) {
        return switch (attribute) {
            case EMAIL -> CanonicalText.email(text);
            case PHONE -> CanonicalText.phone(text);
            case IDENTIFIER -> CanonicalText.identifier(text);
            case BIRTH_DATE -> CanonicalText.birthDate(text);
            default -> CanonicalText.text(text);
        };
    }
}
