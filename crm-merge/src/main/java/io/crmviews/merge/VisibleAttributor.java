package io.crmviews.merge;

import io.crmviews.merge.ingest.HoldersRead;
import io.crmviews.merge.key.KeyCaps;
import io.crmviews.merge.view.Attributor;
import io.crmviews.model.fact.Interaction;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.view.Attribution;
import io.crmviews.spi.store.StoreReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes out of an attribution what only hidden records say: neither by which identifier of theirs an interaction is the
 * customer's, nor how many customers of theirs it may be another's.
 */
final class VisibleAttributor implements Attributor {

    private static final int DOUBT = 2;

    private final Attributor truth;
    private final CustomerId customer;
    private final KeyCaps caps;
    private final HoldersRead all;
    private final HoldersRead visible;

    VisibleAttributor(Attributor truth, CustomerId customer, StoreReader state, Sight sight, KeyCaps caps) {
        this.truth = truth;
        this.customer = customer;
        this.caps = caps;
        all = new HoldersRead(state);
        visible = new HoldersRead(state, sight::maySee);
    }

    @Override
    public Optional<Attribution> attribution(Interaction interaction) {
        return truth.attribution(interaction).flatMap(judged -> seen(judged, interaction));
    }

    private Optional<Attribution> seen(Attribution judged, Interaction said) {
        if (judged instanceof Attribution.ByIdentifier by && isHidden(by.type(), said)) {
            return Optional.of(new Attribution.ByIdentifier(Attribution.WITHHELD));
        }
        if (judged instanceof Attribution.Possibly possibly) {
            int seen = possibly.customers() - hidden(possibly.type(), said);
            // A doubt that rests on hidden records would tell of them, and certain it is not: no row.
            return seen < DOUBT || isHidden(possibly.type(), said)
                    ? Optional.empty()
                    : Optional.of(new Attribution.Possibly(possibly.type(), seen));
        }
        return Optional.of(judged);
    }

    private boolean isHidden(String type, Interaction said) {
        List<Subject> named = named(type, said.subjects());
        return named.stream().anyMatch(subject -> holders(all, subject, said).contains(customer))
                && named.stream()
                        .noneMatch(subject -> holders(visible, subject, said).contains(customer));
    }

    /** How many customers hold the doubtful identifier through hidden records only. */
    private int hidden(String type, Interaction said) {
        return named(type, said.subjects()).stream()
                .map(subject -> hidden(subject, said))
                .filter(hidden -> hidden >= 0)
                .findFirst()
                .orElse(0);
    }

    private int hidden(Subject subject, Interaction said) {
        Set<CustomerId> holders = holders(all, subject, said);
        Set<CustomerId> seen = holders(visible, subject, said);
        return holders.contains(customer)
                ? (int) holders.stream()
                        .filter(holder -> !seen.contains(holder))
                        .count()
                : -1;
    }

    private Set<CustomerId> holders(HoldersRead read, Subject subject, Interaction said) {
        return read.customers(subject, said.revision().occurredAt(), caps);
    }

    private static List<Subject> named(String type, List<Subject> subjects) {
        return subjects.stream()
                .filter(subject ->
                        subject instanceof Subject.OfIdentifier of && of.type().equals(type))
                .toList();
    }
}
