package io.crmviews.spi.store;

import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.source.RecordKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A state that differs from another in what a subclass overrides: a state as it was, or as it would be. Valid as long as
 * the other is.
 */
public abstract class ForwardingReader implements StoreReader {

    /** The other state. */
    protected final StoreReader state;

    /**
     * A state like another.
     *
     * @param state the other
     */
    protected ForwardingReader(StoreReader state) {
        this.state = state;
    }

    @Override
    public long position() {
        return state.position();
    }

    @Override
    public Instant committedAt() {
        return state.committedAt();
    }

    @Override
    public long positionAt(Instant instant) {
        return state.positionAt(instant);
    }

    @Override
    public Optional<StoreReader> at(long position) {
        return state.at(position);
    }

    @Override
    public long lastErasure() {
        return state.lastErasure();
    }

    @Override
    public String model() {
        return state.model();
    }

    @Override
    public long nextNumber() {
        return state.nextNumber();
    }

    @Override
    public Map<RecordKey, StoredRecord> records(Collection<RecordKey> keys) {
        return state.records(keys);
    }

    @Override
    public List<StoredNode> nodes(long[] ids) {
        return state.nodes(ids);
    }

    @Override
    public long[] signatures(long[] ids) {
        return state.signatures(ids);
    }

    @Override
    public List<Posting> postings(long[] keys, int most) {
        return state.postings(keys, most);
    }

    @Override
    public long[] mutedKeys() {
        return state.mutedKeys();
    }

    @Override
    public List<CrowdedKey> crowdedKeys(int above, int most) {
        return state.crowdedKeys(above, most);
    }

    @Override
    public Map<Long, StoredCustomer> customers(Collection<Long> numbers) {
        return state.customers(numbers);
    }

    @Override
    public Map<Long, RecordKey> carriers(Collection<Long> ids) {
        return state.carriers(ids);
    }

    @Override
    public Map<RecordKey, StoredEvent> events(Collection<RecordKey> keys) {
        return state.events(keys);
    }

    @Override
    public List<StoredEvent> eventsAbout(long[] subjects) {
        return state.eventsAbout(subjects);
    }

    @Override
    public List<StoredEvent> interactionsAbout(long[] subjects, @Nullable TimelinePoint after, int most) {
        return state.interactionsAbout(subjects, after, most);
    }

    @Override
    public List<StoredEvent> consentsAbout(long[] subjects) {
        return state.consentsAbout(subjects);
    }

    @Override
    public Map<Long, List<RecordKey>> formerHolders(long[] subjects) {
        return state.formerHolders(subjects);
    }

    @Override
    public List<FeedEntry> feed(long after, int most) {
        return state.feed(after, most);
    }

    @Override
    public Map<String, SourceState> sources() {
        return state.sources();
    }

    @Override
    public long customerCount() {
        return state.customerCount();
    }

    @Override
    public List<Long> customerNumbers(long after, int most) {
        return state.customerNumbers(after, most);
    }

    @Override
    public List<MatchAssertion> assertionsAbout(Collection<RecordKey> records) {
        return state.assertionsAbout(records);
    }

    @Override
    public List<MatchAssertion> assertions(@Nullable RecordKey after, int most) {
        return state.assertions(after, most);
    }

    @Override
    public List<StoredReview> reviewsOf(long[] nodes) {
        return state.reviewsOf(nodes);
    }

    @Override
    public List<StoredReview> reviews(@Nullable StoredReview after, int most) {
        return state.reviews(after, most);
    }

    @Override
    public Set<Long> erased(Collection<Long> ids) {
        return state.erased(ids);
    }

    @Override
    public Map<String, Tombstone> tombstones(Collection<String> hashes) {
        return state.tombstones(hashes);
    }

    @Override
    public List<Tombstone> ledger(String after, int most) {
        return state.ledger(after, most);
    }

    @Override
    public Map<RecordKey, Restriction> restrictions() {
        return state.restrictions();
    }

    @Override
    public List<RecordKey> recordKeys(@Nullable RecordKey after, int most) {
        return state.recordKeys(after, most);
    }

    @Override
    public List<RecordKey> eventKeys(@Nullable RecordKey after, int most) {
        return state.eventKeys(after, most);
    }
}
