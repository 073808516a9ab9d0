package io.crmviews.merge.ingest;

import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.fact.Subject;
import io.crmviews.model.party.Authentication;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.EmailAddress;
import io.crmviews.model.party.Identifier;
import io.crmviews.model.party.PhoneNumber;
import io.crmviews.model.party.SocialHandle;
import io.crmviews.model.party.Usage;
import io.crmviews.model.party.Validity;
import io.crmviews.spi.store.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * When a record held an identifier, as its versions say by the times at which they occurred. Pure.
 */
final class Holding {

    /** What a record says of an instant. */
    enum At {
        /** A version of that time states the identifier, or a later one that it was valid or proven then. */
        STATED,
        /** The first version, a later one, states it; since when it was held, nobody says. */
        BEFORE,
        /** It was held before and not any more. */
        ENDED,
        /** The record did not hold it yet, or never. */
        NONE
    }

    /** One statement of the identifier. */
    private record Stated(boolean former, Validity validity, Instant proven) {}

    /** A version by its time, and what it states. */
    private record Version(Instant from, List<Stated> statements) {}

    private final List<Version> versions;

    private Holding(List<Version> versions) {
        this.versions = versions;
    }

    /** {@code asked}: the features of the identifier. */
    static Holding of(StoredRecord record, Subject.OfIdentifier identifier, Features asked) {
        List<Fact> facts = new ArrayList<>(record.history());
        facts.add(record.current());
        facts.sort(Comparator.comparing((Fact fact) -> fact.revision().occurredAt())
                .thenComparing(fact -> fact.revision().sequence())
                .thenComparing(fact -> fact.revision().recordedAt()));
        List<Version> versions = new ArrayList<>();
        for (Fact fact : facts) {
            versions.add(new Version(fact.revision().occurredAt(), statements(fact, identifier, asked)));
        }
        for (int i = versions.size() - 2; i >= 0; i--) {
            // What was said at an unknown time and holds no more says of no instant that it held then.
            if (versions.get(i).from().equals(Instant.MIN)
                    && versions.get(i + 1).statements().isEmpty()) {
                versions.set(i, new Version(Instant.MIN, List.of()));
            }
        }
        return new Holding(List.copyOf(versions));
    }

    /** Whether it ever held the identifier. */
    boolean isAny() {
        return versions.stream().anyMatch(version -> !version.statements().isEmpty());
    }

    /** What the record says of an instant. */
    At at(Instant instant) {
        boolean valid = versions.stream()
                .flatMap(version -> version.statements().stream())
                .anyMatch(stated -> !stated.validity().equals(Validity.ALWAYS)
                        && stated.validity().contains(instant));
        Version first = versions.get(0);
        Version then = first;
        for (Version version : versions) {
            then = version.from().isAfter(instant) ? then : version;
        }
        if (valid || (isProven(instant) && !isLeft(then, instant))) {
            return At.STATED;
        }
        return first.from().isAfter(instant) ? before(first, instant) : since(then, instant);
    }

    private boolean isProven(Instant instant) {
        return versions.stream()
                .flatMap(version -> version.statements().stream())
                .anyMatch(stated -> !stated.former()
                        && stated.validity().equals(Validity.ALWAYS)
                        && !stated.proven().isAfter(instant));
    }

    /** A version that held already at the instant does not state the identifier. */
    private static boolean isLeft(Version then, Instant instant) {
        return !then.from().isAfter(instant)
                && then.statements().stream().noneMatch(stated -> isCurrent(stated, instant));
    }

    private static At before(Version first, Instant instant) {
        if (first.statements().stream().anyMatch(stated -> stated.validity().equals(Validity.ALWAYS))) {
            return At.BEFORE;
        }
        return isOver(first, instant) ? At.ENDED : At.NONE;
    }

    private At since(Version then, Instant instant) {
        if (then.statements().stream().anyMatch(stated -> isCurrent(stated, instant))) {
            return At.STATED;
        }
        boolean before = isOver(then, instant)
                || then.statements().stream().anyMatch(Stated::former)
                || versions.stream()
                        .anyMatch(version -> version.from().isBefore(then.from())
                                && version.statements().stream().anyMatch(stated -> isCurrent(stated, version.from())));
        return before ? At.ENDED : At.NONE;
    }

    private static boolean isCurrent(Stated stated, Instant instant) {
        return !stated.former() && stated.validity().contains(instant);
    }

    private static boolean isOver(Version version, Instant instant) {
        return version.statements().stream()
                .anyMatch(stated -> !stated.validity().until().isAfter(instant));
    }

    private static List<Stated> statements(Fact fact, Subject.OfIdentifier identifier, Features asked) {
        List<Stated> found = new ArrayList<>();
        if (fact instanceof SourceRecord record) {
            for (ContactMedium medium : record.media()) {
                if (isOf(medium, identifier.type())
                        && states(
                                SourceRecord.builder(record.key())
                                        .medium(medium)
                                        .build(),
                                asked)) {
                    found.add(new Stated(medium.usage() == Usage.FORMER, Validity.ALWAYS, proven(medium)));
                }
            }
            for (Identifier held : record.identifiers()) {
                if (states(SourceRecord.builder(record.key()).identifier(held).build(), asked)) {
                    found.add(new Stated(false, held.validity(), proven(held.authentication())));
                }
            }
        }
        return found;
    }

    private static boolean isOf(ContactMedium medium, String type) {
        return switch (type) {
            case "email" -> medium instanceof EmailAddress;
            case "phone" -> medium instanceof PhoneNumber;
            case "device" -> medium instanceof Device;
            case "social" -> medium instanceof SocialHandle;
            default -> false;
        };
    }

    private static boolean states(SourceRecord alone, Features asked) {
        Features stated = Normaliser.features(alone);
        long[] subjects = Subjects.identifiers(stated);
        OptionalLong subject = Subjects.first(asked);
        return subject.isPresent()
                && subjects.length > 0
                && subjects[0] == subject.getAsLong()
                && Subjects.mayHold(stated, asked);
    }

    private static Instant proven(ContactMedium medium) {
        if (medium instanceof EmailAddress email) {
            return proven(email.authentication());
        }
        if (medium instanceof PhoneNumber phone) {
            return proven(phone.authentication());
        }
        return medium instanceof SocialHandle handle ? proven(handle.authentication()) : Instant.MAX;
    }

    /** Since when it is proven; a proof of unknown time proves nothing of the past. */
    private static Instant proven(Authentication authentication) {
        return authentication.isVerified() && !authentication.since().equals(Instant.MIN)
                ? authentication.since()
                : Instant.MAX;
    }
}
