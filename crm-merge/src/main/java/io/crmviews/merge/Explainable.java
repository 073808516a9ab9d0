package io.crmviews.merge;

import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which records and assertions may stand in an explanation: those of visible sources, and of records those that state
 * nothing but visible fields, since a weight says something of every field. Remembers what it read; valid within one question to a store.
 */
final class Explainable implements Predicate<RecordKey> {

    private final StoreReader state;
    private final Sight sight;
    private final Map<RecordKey, Boolean> known = new HashMap<>();

    Explainable(StoreReader state, Sight sight) {
        this.state = state;
        this.sight = sight;
    }

    @Override
    public boolean test(RecordKey record) {
        return known.computeIfAbsent(record, asked -> {
            StoredRecord stored =
                    sight.maySee(asked) ? state.records(List.of(asked)).get(asked) : null;
            if (stored == null) {
                return false;
            }
            return stored.current() instanceof MatchAssertion
                    || (stored.current() instanceof SourceRecord fact && sight.maySeeAllFields(fact));
        });
    }
}
