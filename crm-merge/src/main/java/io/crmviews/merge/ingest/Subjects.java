package io.crmviews.merge.ingest;

import io.crmviews.merge.internal.Hashing;
import io.crmviews.merge.key.KeyType;
import io.crmviews.merge.normalise.Features;
import io.crmviews.merge.normalise.Normaliser;
import io.crmviews.model.fact.ConsentEvent;
import io.crmviews.model.fact.Fact;
import io.crmviews.model.fact.Interaction;
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
import io.crmviews.model.source.RecordKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * By what events are found. An event about an identifier is found by the same key under which records hold that
 * identifier, so the postings tell who holds it. Pure.
 */
public final class Subjects {

    private static final long RECORD_SPACE = 0x7265636f7264L;
    private static final RecordKey NOBODY = new RecordKey("-", "-");

    private Subjects() {}

    /**
     * The subject of events about a record.
     *
     * @param record the record
     * @return its subject
     */
    public static long of(RecordKey record) {
        return Hashing.pair(RECORD_SPACE, Hashing.pair(Hashing.of(record.source()), Hashing.of(record.key())));
    }

    /**
     * The subject of events about an identifier.
     *
     * @param identifier the identifier
     * @return its subject: the key under which records hold it; empty if it is a placeholder or malformed
     */
    public static OptionalLong of(Subject.OfIdentifier identifier) {
        long[] keys = identifiers(features(identifier));
        return keys.length == 0 ? OptionalLong.empty() : OptionalLong.of(keys[0]);
    }

    /**
     * The features of a record that holds nothing but an identifier.
     *
     * @param identifier the identifier
     * @return its features, without any value if it is a placeholder or malformed
     */
    static Features features(Subject.OfIdentifier identifier) {
        return Normaliser.features(asRecord(identifier));
    }

    /**
     * Whether who is found by an identifier's key can hold the identifier. The key of a phone number is its last digits,
     * which strangers in two places may share.
     *
     * @param holder the features of a holder of the key
     * @param identifier the features of the identifier
     * @return false if the identifier is a phone number and the holder has only others
     */
    static boolean mayHold(Features holder, Features identifier) {
        return identifier.phones().isEmpty()
                || identifier.phones().stream()
                        .anyMatch(asked -> holder.phones().stream().anyMatch(asked::isSame));
    }

    /**
     * The subject of either kind.
     *
     * @param subject a subject
     * @return its hash, or empty if it is an identifier that says nothing
     */
    public static OptionalLong of(Subject subject) {
        if (subject instanceof Subject.OfRecord record) {
            return OptionalLong.of(of(record.record()));
        }
        return of((Subject.OfIdentifier) subject);
    }

    /**
     * By what an event is found.
     *
     * @param event an interaction or a consent event
     * @return its subjects, in the event's order
     */
    static List<Long> of(Fact event) {
        List<Subject> subjects = event instanceof Interaction interaction
                ? interaction.subjects()
                : List.of(((ConsentEvent) event).subject());
        List<Long> hashes = new ArrayList<>(subjects.size());
        for (Subject subject : subjects) {
            of(subject).ifPresent(hashes::add);
        }
        return hashes;
    }

    /**
     * The subjects of the identifiers that features hold.
     *
     * @param f features
     * @return one key an identifier: identifiers, e-mail addresses, phones, devices and handles
     */
    public static long[] identifiers(Features f) {
        List<Long> keys = new ArrayList<>();
        f.ids().forEach(id -> keys.add(KeyType.ID.key(id.hash())));
        f.emails().forEach(email -> keys.add(KeyType.EMAIL.key(email.hash())));
        f.phones().forEach(phone -> keys.add(KeyType.PHONE.key(phone.hash())));
        f.traits().stream()
                .filter(Features.Trait::isMedium)
                .forEach(trait -> keys.add(KeyType.DEVICE.key(trait.hash())));
        return keys.stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * The subjects of the identifiers that a record's party proved to hold.
     *
     * @param record the record
     * @return the subjects of its verified e-mail addresses, phones, handles and identifiers
     */
    static List<Long> verified(SourceRecord record) {
        var builder = SourceRecord.builder(record.key());
        record.media().stream().filter(Subjects::isVerified).forEach(builder::medium);
        record.identifiers().stream()
                .filter(identifier -> identifier.authentication().isVerified())
                .forEach(builder::identifier);
        return Arrays.stream(identifiers(Normaliser.features(builder.build())))
                .boxed()
                .toList();
    }

    private static boolean isVerified(ContactMedium medium) {
        return (medium instanceof EmailAddress email && email.authentication().isVerified())
                || (medium instanceof PhoneNumber phone
                        && phone.authentication().isVerified())
                || (medium instanceof SocialHandle handle
                        && handle.authentication().isVerified());
    }

    private static SourceRecord asRecord(Subject.OfIdentifier subject) {
        var builder = SourceRecord.builder(NOBODY);
        switch (subject.type()) {
            case "email" -> builder.medium(EmailAddress.of(subject.value()));
            case "phone" -> builder.medium(PhoneNumber.of(subject.value()));
            case "device" -> builder.medium(new Device(Usage.CURRENT, "", subject.value()));
            case "social" -> {
                String network = subject.issuer().isEmpty() ? "social" : subject.issuer();
                builder.medium(new SocialHandle(Usage.CURRENT, network, subject.value(), Authentication.CLAIMED));
            }
            default ->
                builder.identifier(new Identifier(
                        subject.type(), subject.issuer(), subject.value(), Authentication.CLAIMED, Validity.ALWAYS));
        }
        return builder.build();
    }
}
