package io.crmviews.merge.ingest;

import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.merge.weigh.Constraints;
import io.crmviews.merge.weigh.Constraints.Exclusive;
import io.crmviews.merge.weigh.Constraints.Limit;
import io.crmviews.merge.weigh.MutedKeys;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.SourceRecordBuilder;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.Validity;
import io.crmviews.model.review.ReviewReason;
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Exclusive identifiers and limits as the design says them, read from the records themselves each time. */
final class PlainConstraints {

    private final Map<RecordKey, SourceRecord> records;
    private final Constraints constraints;
    private final MutedKeys muted;

    PlainConstraints(Map<RecordKey, SourceRecord> records, Constraints constraints, MutedKeys muted) {
        this.records = records;
        this.constraints = constraints;
        this.muted = muted;
    }

    /** A proven identifier: type with issuer, value, time. */
    private record Claim(String type, String value, Validity validity) {}

    @Nullable
    ReviewReason refusal(Set<RecordKey> a, Set<RecordKey> b) {
        if (constraints.exclusive().stream().anyMatch(one -> contradict(claims(a, one), claims(b, one)))) {
            return ReviewReason.EXCLUSIVE_IDENTIFIER;
        }
        boolean over =
                constraints.limits().stream().anyMatch(limit -> overflow(values(a, limit), values(b, limit), limit));
        return over ? ReviewReason.TOO_MANY_VALUES : null;
    }

    private static boolean contradict(List<Claim> a, List<Claim> b) {
        for (Claim x : a) {
            for (Claim y : b) {
                boolean overlap = x.type().equals(y.type()) && x.validity().overlaps(y.validity());
                boolean agree = a.stream()
                        .filter(one -> one.type().equals(x.type()))
                        .anyMatch(one -> b.stream()
                                .filter(two -> two.type().equals(x.type()))
                                .anyMatch(two -> isNear(one.value(), two.value())));
                if (overlap && !agree) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean overflow(Set<Object> a, Set<Object> b, Limit limit) {
        Set<Object> both = new HashSet<>(a);
        both.addAll(b);
        return both.size() > limit.most() && both.size() > a.size() && both.size() > b.size();
    }

    private SourceRecord said(RecordKey key) {
        return Objects.requireNonNull(records.get(key));
    }

    private List<Claim> claims(Set<RecordKey> keys, Exclusive exclusive) {
        List<Claim> claims = new ArrayList<>();
        for (RecordKey key : keys) {
            List<Identifier> said = said(key).identifiers();
            for (Identifier one : said) {
                boolean meant = one.type().equalsIgnoreCase(exclusive.type())
                        && (exclusive.issuer().isEmpty() || one.issuer().equalsIgnoreCase(exclusive.issuer()));
                boolean verified = said.stream()
                        .anyMatch(other ->
                                isSame(one, other) && other.authentication().isVerified());
                boolean proven = verified || exclusive.checkDigit().holds(value(one));
                if (meant && proven && counts(record().identifier(one), verified)) {
                    claims.add(new Claim(word(one), value(one), one.validity()));
                }
            }
        }
        return claims;
    }

    private Set<Object> values(Set<RecordKey> keys, Limit limit) {
        Set<Object> values = new HashSet<>();
        for (RecordKey key : keys) {
            SourceRecord said = said(key);
            switch (limit.of()) {
                case BIRTH_DATE -> values.addAll(said.birthDates());
                case IDENTIFIER ->
                    said.identifiers().stream()
                            .filter(one -> one.type().equals(limit.type()))
                            .filter(one -> counts(
                                    record().identifier(one),
                                    one.authentication().isVerified()))
                            .forEach(one -> values.add(value(one)));
                default -> said.media().forEach(medium -> medium(medium, limit, values));
            }
        }
        return values;
    }

    private void medium(ContactMedium medium, Limit limit, Set<Object> to) {
        Features alone = Normaliser.features(record().medium(medium).build());
        if (limit.of() == Constraints.Counted.EMAIL
                && medium instanceof EmailAddress email
                && counts(record().medium(email), email.authentication().isVerified())) {
            to.add(alone.emails().get(0).hash());
        }
        if (limit.of() == Constraints.Counted.PHONE
                && medium instanceof PhoneNumber phone
                && counts(record().medium(phone), phone.authentication().isVerified())) {
            String digits = alone.phones().get(0).digits();
            to.add(digits.substring(Math.max(0, digits.length() - 7)));
        }
    }

    /** Whether a single value is held by few enough to count. */
    private boolean counts(SourceRecordBuilder single, boolean verified) {
        long key = Subjects.identifiers(Normaliser.features(single.build()))[0];
        if (!muted.contains(key)) {
            return true;
        }
        KeyType proof = switch (KeyType.of(key)) {
            case EMAIL -> KeyType.VERIFIED_EMAIL;
            case PHONE -> KeyType.VERIFIED_PHONE;
            default -> KeyType.VERIFIED_ID;
        };
        return verified && !muted.contains(proof.key(KeyType.hash(key)));
    }

    private static SourceRecordBuilder record() {
        return SourceRecord.builder(new RecordKey("-", "-"));
    }

    private static boolean isSame(Identifier one, Identifier other) {
        return word(one).equals(word(other)) && value(one).equals(value(other));
    }

    private static String word(Identifier one) {
        return (one.issuer() + ":" + one.type()).toLowerCase(Locale.ROOT);
    }

    private static String value(Identifier one) {
        return one.value().replaceAll("[^0-9A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    /** Equal, or one character more, fewer or other, or two neighbours exchanged. */
    private static boolean isNear(String a, String b) {
        if (a.length() > b.length()) {
            return isNear(b, a);
        }
        int i = 0;
        while (i < a.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        String restA = a.substring(i);
        String restB = b.substring(i);
        if (restB.length() <= 1) {
            return true;
        }
        if (a.length() < b.length()) {
            return restA.equals(restB.substring(1));
        }
        return restA.substring(1).equals(restB.substring(1))
                || (restA.charAt(0) == restB.charAt(1)
                        && restA.charAt(1) == restB.charAt(0)
                        && restA.substring(2).equals(restB.substring(2)));
    }
}
