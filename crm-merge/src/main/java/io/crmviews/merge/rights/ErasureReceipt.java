package io.crmviews.merge.rights;

import io.crmviews.model.profile.CustomerId;
import io.crmviews.spi.store.Tombstone;
import java.time.Instant;
import java.util.List;

/**
 * What an erasure did, to be filed and to be shown to the person: it holds no value and no name of a record.
 *
 * @param position the commit that erased; the position of the store if there was nothing to erase
 * @param at when
 * @param erased what is gone, by place, source and kind
 * @param restricted what is kept and not shown any more, because a law demands it
 * @param undecided how many interactions stay with others, since several customers held the identifier that they name
 * @param ids the ids that answer {@code Erased} from now on
 * @param tombstones what stops the erased facts from coming back
 */
public record ErasureReceipt(
        long position,
        Instant at,
        List<Erased> erased,
        List<Kept> restricted,
        int undecided,
        List<CustomerId> ids,
        List<Tombstone> tombstones) {

    /** Copies the lists. */
    public ErasureReceipt {
        erased = List.copyOf(erased);
        restricted = List.copyOf(restricted);
        ids = List.copyOf(ids);
        tombstones = List.copyOf(tombstones);
    }

    /**
     * Facts that are gone.
     *
     * @param place where they were: {@code records}, {@code versions}, {@code events}, {@code assertions}
     * @param source whose they were
     * @param kind what they were: of an interaction its kind, {@code consent}, {@code record} or {@code assertion}
     * @param count how many
     */
    public record Erased(String place, String source, String kind, int count) {}

    /**
     * Facts that are kept by law.
     *
     * @param ground the law
     * @param source whose they are
     * @param kind what they are
     * @param count how many
     */
    public record Kept(String ground, String source, String kind, int count) {}

    /**
     * Whether anything was found to erase or to restrict.
     *
     * @return false if the store knew nothing of it
     */
    public boolean foundAnything() {
        return !erased.isEmpty() || !restricted.isEmpty();
    }
}
