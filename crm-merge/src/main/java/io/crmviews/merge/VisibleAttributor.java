package io.crmviews.merge;

import io.crmviews.merge.ingest.HoldersRead;
import io.crmviews.merge.view.Attributor;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.view.Attribution;
import io.crmviews.spi.store.StoreReader;
import java.util.List;
import java.util.Optional;

/**
 * Takes out of an attribution what only hidden records say: neither by which identifier of theirs an interaction is the
 * customer's, nor how many customers of theirs it may be another's.
 */
final class VisibleAttributor implements Attributor {

    private static final int DOUBT = 2;

    private final Attributor truth;
    private final CustomerId customer;
    private final HoldersRead all;
    private final HoldersRead visible;

    VisibleAttributor(Attributor truth, CustomerId customer, StoreReader state, Sight sight) {
        this.truth = truth;
        this.customer = customer;
        all = new HoldersRead(state);
        visible = new HoldersRead(state, sight::maySee);
    }

    @Override
    public Optional<Attribution> attribution(Interaction interaction) {
        return truth.attribution(interaction).flatMap(judged -> seen(judged, interaction.subjects()));
    }

    private Optional<Attribution> seen(Attribution judged, List<Subject> subjects) {
        if (judged instanceof Attribution.ByIdentifier by && isHidden(by.type(), subjects)) {
            return Optional.of(new Attribution.ByIdentifier(Attribution.WITHHELD));
        }
        if (judged instanceof Attribution.Possibly possibly) {
            int seen = possibly.customers() - hidden(possibly.type(), subjects);
            // A doubt that rests on hidden records would tell of them, and certain it is not: no row.
            return seen < DOUBT || isHidden(possibly.type(), subjects)
                    ? Optional.empty()
                    : Optional.of(new Attribution.Possibly(possibly.type(), seen));
        }
        return Optional.of(judged);
    }

    private boolean isHidden(String type, List<Subject> subjects) {
        List<Subject> named = named(type, subjects);
        return named.stream().anyMatch(subject -> all.customers(subject).contains(customer))
                && named.stream()
                        .noneMatch(subject -> visible.customers(subject).contains(customer));
    }

    /** How many customers hold the doubtful identifier through hidden records only. */
    private int hidden(String type, List<Subject> subjects) {
        return named(type, subjects).stream()
                .filter(subject -> all.customers(subject).contains(customer))
                .mapToInt(subject -> all.customers(subject).size()
                        - visible.customers(subject).size())
                .findFirst()
                .orElse(0);
    }

    private static List<Subject> named(String type, List<Subject> subjects) {
        return subjects.stream()
                .filter(subject ->
                        subject instanceof Subject.OfIdentifier of && of.type().equals(type))
                .toList();
    }
}
