package io.crmviews.merge;

import io.crmviews.model.fact.SourceRecord;
import io.crmviews.model.party.ContactMedium;
import io.crmviews.model.party.Device;
import io.crmviews.model.party.SocialHandle;
import io.crmviews.model.profile.Attribute;
import io.crmviews.model.profile.CustomerId;
import io.crmviews.model.profile.Field;
import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.policy.Access;
import io.crmviews.spi.policy.AccessPolicy;
import io.crmviews.spi.policy.Reader;
import io.crmviews.spi.store.StoreReader;
import io.crmviews.spi.store.StoredCustomer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one reader may see. A customer goes by the least id that a visible record carries: so an id says nothing of
 * records that are hidden, and leads nowhere if only they carry it.
 */
final class Sight {

    private final AccessPolicy policy;
    private final Reader reader;

    Sight(AccessPolicy policy, Reader reader) {
        this.policy = policy;
        this.reader = reader;
    }

    boolean may(Access.Question question) {
        return may(new Access.ToQuestion(question));
    }

    boolean may(Field field) {
        return may(new Access.ToField(field));
    }

    boolean maySee(RecordKey record) {
        return maySeeSource(record.source());
    }

    boolean maySeeSource(String source) {
        return may(new Access.ToSource(source));
    }

    List<RecordKey> visible(Collection<RecordKey> records) {
        return records.stream().filter(this::maySee).toList();
    }

    /** The id by which the reader knows a customer; empty if no record of it is visible. */
    Optional<CustomerId> id(StoreReader state, StoredCustomer customer) {
        RecordKey oldest = state.carriers(List.of(customer.number())).get(customer.number());
        if (oldest != null && maySee(oldest)) {
            return Optional.of(new CustomerId(customer.number()));
        }
        return state.records(visible(customer.records())).values().stream()
                .flatMap(record -> record.ids().stream())
                .min(Long::compare)
                .map(CustomerId::new);
    }

    /** The id by which the reader knows the customer of that number; empty if there is none that it may see. */
    Optional<CustomerId> id(StoreReader state, long number) {
        return state.customers(List.of(number)).values().stream()
                .flatMap(customer -> id(state, customer).stream())
                .findFirst();
    }

    /** The id by which the reader knows the customer of a record that it may see. */
    Optional<CustomerId> id(StoreReader state, RecordKey record) {
        return Stream.ofNullable(state.records(List.of(record)).get(record))
                .filter(stored -> maySee(record))
                .flatMap(stored -> id(state, stored.customer()).stream())
                .findFirst();
    }

    /** The customer to whom an id leads that a visible record carries. */
    Optional<StoredCustomer> customer(StoreReader state, CustomerId id) {
        return state.carriers(List.of(id.number())).values().stream()
                .filter(this::maySee)
                .flatMap(carrier -> state.records(List.of(carrier)).values().stream())
                .flatMap(record -> state.customers(List.of(record.customer())).values().stream())
                .findFirst();
    }

    /** Levels say something of every field, so whoever may not see a field is not told why. */
    boolean maySeeAllFields() {
        return Arrays.stream(Attribute.values()).allMatch(attribute -> may(Field.of(attribute)));
    }

    /** Nor is who may not see one type of identifier, one network or one characteristic that a record states. */
    boolean maySeeAllFields(SourceRecord record) {
        Stream<Field> media = record.media().stream().flatMap(Sight::qualified);
        Stream<Field> identifiers = record.identifiers().stream().map(held -> Field.identifier(held.type()));
        Stream<Field> characteristics =
                record.characteristics().stream().map(stated -> Field.characteristic(stated.name()));
        return Stream.of(media, identifiers, characteristics)
                .flatMap(fields -> fields)
                .allMatch(this::may);
    }

    private static Stream<Field> qualified(ContactMedium medium) {
        if (medium instanceof SocialHandle handle) {
            return Stream.of(new Field(Attribute.SOCIAL, handle.network()));
        }
        return medium instanceof Device device ? Stream.of(field(device)) : Stream.of();
    }

    static Field field(Device device) {
        return new Field(Attribute.DEVICE, device.type().isEmpty() ? "device" : device.type());
    }

    private boolean may(Access access) {
        return policy.permits(reader, access);
    }
}
