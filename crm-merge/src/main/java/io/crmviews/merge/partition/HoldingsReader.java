package io.crmviews.merge.partition;

import io.crmviews.merge.internal.LongMap;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.weigh.CheckDigit;
import io.crmviews.merge.weigh.Constraints;
import io.crmviews.merge.weigh.Constraints.Limit;
import io.crmviews.merge.weigh.MutedKeys;
import io.crmviews.merge.weigh.PairScorer;
import io.crmviews.merge.weigh.Prepared;
import io.crmviews.model.party.Validity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the constraints count of features. Values that are muted count for nothing, unless a proof makes them count.
 * Remembers which types are exclusive: one reader a thread.
 */
final class HoldingsReader {

    private final PairScorer scorer;
    private final Constraints constraints;
    private final LongMap<Optional<CheckDigit>> exclusive = new LongMap<>();

    HoldingsReader(PairScorer scorer) {
        this.scorer = scorer;
        constraints = scorer.model().constraints();
    }

    @Nullable
    Holdings of(Prepared prepared) {
        Features f = prepared.features();
        List<Limit> limits = constraints.limits();
        if (limits.isEmpty() && !holdsExclusive(f)) {
            return null;
        }
        Holdings holdings = new Holdings(limits);
        f.ids().forEach(id -> claim(f, id, holdings));
        for (int i = 0; i < limits.size(); i++) {
            count(f, limits.get(i), i, holdings);
        }
        return holdings;
    }

    private boolean holdsExclusive(Features f) {
        for (Features.Id id : f.ids()) {
            if (scheme(id).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The schemes of a type, the last declared one; nothing if it is not exclusive. */
    private Optional<CheckDigit> scheme(Features.Id id) {
        return exclusive.computeIfAbsent(
                id.typeHash(),
                any -> constraints.exclusive().stream()
                        .filter(declared -> declared.covers(id.type()))
                        .map(Constraints.Exclusive::checkDigit)
                        .reduce((one, other) -> other));
    }

    private void claim(Features f, Features.Id id, Holdings to) {
        CheckDigit scheme = scheme(id).orElse(null);
        if (scheme == null || !(f.isVerified(id.hash()) || scheme.holds(id.value()))) {
            return;
        }
        if (isMuted(f, KeyType.ID, KeyType.VERIFIED_ID, id.hash())) {
            return;
        }
        List<Features.Term> terms =
                f.terms().stream().filter(term -> term.id() == id.hash()).toList();
        terms.forEach(term -> to.claim(id.typeHash(), id.value(), term.validity()));
        if (terms.isEmpty()) {
            to.claim(id.typeHash(), id.value(), Validity.ALWAYS);
        }
    }

    private void count(Features f, Limit limit, int index, Holdings to) {
        switch (limit.of()) {
            case BIRTH_DATE ->
                f.births().stream().filter(date -> date.isFull()).forEach(date -> to.count(index, date.packed()));
            case EMAIL -> count(f, f.emails(), Features.Email::hash, KeyType.EMAIL, KeyType.VERIFIED_EMAIL, index, to);
            case PHONE -> count(f, f.phones(), Features.Phone::hash, KeyType.PHONE, KeyType.VERIFIED_PHONE, index, to);
            case IDENTIFIER -> {
                List<Features.Id> ids = f.ids().stream()
                        .filter(id -> isOfType(id, limit.type()))
                        .toList();
                count(f, ids, Features.Id::hash, KeyType.ID, KeyType.VERIFIED_ID, index, to);
            }
        }
    }

    private static boolean isOfType(Features.Id id, String type) {
        return id.type().equals(type) || id.type().endsWith(":" + type.toLowerCase(Locale.ROOT));
    }

    private <T> void count(
            Features f,
            List<T> values,
            ToLongFunction<T> hash,
            KeyType claimed,
            KeyType verified,
            int index,
            Holdings to) {
        for (T value : values) {
            if (!isMuted(f, claimed, verified, hash.applyAsLong(value))) {
                to.count(index, hash.applyAsLong(value));
            }
        }
    }

    private boolean isMuted(Features f, KeyType claimed, KeyType verified, long hash) {
        MutedKeys muted = scorer.muted();
        return !muted.isEmpty()
                && muted.contains(claimed.key(hash))
                && !(f.isVerified(hash) && !muted.contains(verified.key(hash)));
    }
}
