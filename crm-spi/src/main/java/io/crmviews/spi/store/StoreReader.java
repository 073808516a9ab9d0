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

/** One state of a store. Valid only within the question it was given to; used by one thread. */
public interface StoreReader {

    /**
     * The commit position of this state, 0 for an empty store.
     *
     * @return the position
     */
    long position();

    /**
     * The checksum of the model by which this state was decided: a writer by another model must not add to it.
     *
     * @return what the last {@link WriteSet#model()} said; empty for an empty store
     */
    String model();

    /**
     * When the commit of this state was made.
     *
     * @return what its {@link WriteSet#committedAt()} said, but never earlier than that of a commit before it;
     *     {@link Instant#MIN} for an empty store
     */
    Instant committedAt();

    /**
     * The last commit that was made at an instant or before.
     *
     * @param instant the instant
     * @return its position, at most this one's; 0 if there was none yet
     */
    long positionAt(Instant instant);

    /**
     * The state as it was after an earlier commit, as far as views need it: {@link #position()}, {@link #committedAt()},
     * {@link #positionAt}, {@link #nextNumber()}, {@link #records}, {@link #customers}, {@link #carriers}, the events,
     * {@link #feed} and {@link #sources()} are those of that commit. Nodes, postings and former holders are those of the
     * present: they say who holds or held an identifier, and the versions of those records say when. Anything else is not
     * asked for. What was erased since is missing here too.
     *
     * @param position a commit position; 0 for the empty store
     * @return the earlier state, valid as long as this one is; empty if the store does not keep it any more, or if no
     *     such commit was made yet
     */
    Optional<StoreReader> at(long position);

    /**
     * The last commit that erased anything.
     *
     * @return its position: what earlier states show may lack what was erased; 0 if nothing ever was
     */
    long lastErasure();

    /**
     * The number that the next new record gets; numbers are never reused.
     *
     * @return 1 or more
     */
    long nextNumber();

    /**
     * Records by their keys.
     *
     * @param keys the keys
     * @return those that are known, removed ones included
     */
    Map<RecordKey, StoredRecord> records(Collection<RecordKey> keys);

    /**
     * Nodes by their ids.
     *
     * @param ids the ids
     * @return those that exist, in no stated order
     */
    List<StoredNode> nodes(long[] ids);

    /**
     * The signatures of nodes, by which the engine tells most candidates apart without reading them.
     *
     * @param ids the ids of nodes that exist
     * @return their {@linkplain StoredNode#signature() signatures} one after another, in the order of the ids
     */
    long[] signatures(long[] ids);

    /**
     * The holders of keys.
     *
     * @param keys the keys
     * @param most how many holders are listed; of a key with more only the count is given
     * @return one posting a key, in the order of the keys
     */
    List<Posting> postings(long[] keys, int most);

    /**
     * The keys that are muted, as write sets said: those whose value more nodes hold than its scoring cap allows. Few; a
     * store that gives one array until the next change spares the engine work.
     *
     * @return the keys, ascending; not to be written
     */
    long[] mutedKeys();

    /**
     * The keys with the most holders. May cost time in proportion to all keys; nothing asks for it in the course of a step.
     *
     * @param above only keys that more nodes hold
     * @param most how many at the most
     * @return the keys, as {@link CrowdedKey#MOST_FIRST} sorts them
     */
    List<CrowdedKey> crowdedKeys(int above, int most);

    /**
     * Customers by their numbers.
     *
     * @param numbers the numbers
     * @return those that exist
     */
    Map<Long, StoredCustomer> customers(Collection<Long> numbers);

    /**
     * Which records carry ids.
     *
     * @param ids numbers that were given to records
     * @return the carrier of each id that is known
     */
    Map<Long, RecordKey> carriers(Collection<Long> ids);

    /**
     * Events by their keys.
     *
     * @param keys the keys
     * @return those that are known
     */
    Map<RecordKey, StoredEvent> events(Collection<RecordKey> keys);

    /**
     * Events about subjects.
     *
     * @param subjects the subjects, as in {@link StoredEvent#subjects()}
     * @return the events about any of them, each once, in no stated order
     */
    List<StoredEvent> eventsAbout(long[] subjects);

    /**
     * Interactions about subjects, in the order of a timeline. Costs time in proportion to what is asked for and to the
     * subjects, however long their history is.
     *
     * @param subjects the subjects, as in {@link StoredEvent#subjects()}
     * @param after the place after which to begin, or null for the beginning; no event need be there
     * @param most how many at the most
     * @return the next interactions about any of the subjects, each once, as {@link TimelinePoint} orders them
     */
    List<StoredEvent> interactionsAbout(long[] subjects, @Nullable TimelinePoint after, int most);

    /**
     * The consent events about subjects.
     *
     * @param subjects the subjects, as in {@link StoredEvent#subjects()}
     * @return the consent events about any of them, each once, in no stated order
     */
    List<StoredEvent> consentsAbout(long[] subjects);

    /**
     * Records that stated an identifier in a version that does not hold any more.
     *
     * @param subjects the subjects that the identifiers are, as in {@link StoredEvent#subjects()}
     * @return the records, ascending, of each subject that has any, as {@link WriteSet#formerHolders()} named them; a
     *     record may state the identifier again
     */
    Map<Long, List<RecordKey>> formerHolders(long[] subjects);

    /**
     * The change feed after a commit.
     *
     * @param after a commit position; 0 for the beginning
     * @param most of how many commits at the most that brought entries
     * @return all entries of those commits, in order
     */
    List<FeedEntry> feed(long after, int most);

    /**
     * What each source said last.
     *
     * @return one entry a source that was ever heard, by its id
     */
    Map<String, SourceState> sources();

    /**
     * How many customers there are.
     *
     * @return the number
     */
    long customerCount();

    /**
     * The numbers of customers, ascending.
     *
     * @param after a number; 0 for the beginning
     * @param most how many at the most
     * @return the next numbers
     */
    List<Long> customerNumbers(long after, int most);

    /**
     * What people said about records.
     *
     * @param records the records
     * @return the current version of each assertion that names one of them, each once, in no stated order
     */
    List<MatchAssertion> assertionsAbout(Collection<RecordKey> records);

    /**
     * All assertions, by their own keys, ascending.
     *
     * @param after the key after which to begin, or null for the beginning
     * @param most how many at the most
     * @return the current versions, withdrawn ones included
     */
    List<MatchAssertion> assertions(@Nullable RecordKey after, int most);

    /**
     * The reviews of nodes.
     *
     * @param nodes ids of nodes
     * @return the reviews that name one of them, each once, in no stated order
     */
    List<StoredReview> reviewsOf(long[] nodes);

    /**
     * All reviews, in their own order.
     *
     * @param after the review after which to begin, or null for the beginning; it need not exist any more
     * @param most how many at the most
     * @return the next reviews
     */
    List<StoredReview> reviews(@Nullable StoredReview after, int most);

    /**
     * Ids that were given to records which are erased and that nobody carries any more.
     *
     * @param ids numbers
     * @return those of them that {@link RightsChanges#ids()} named
     */
    Set<Long> erased(Collection<Long> ids);

    /**
     * Tombstones by their hashes.
     *
     * @param hashes the hashes
     * @return those that stand
     */
    Map<String, Tombstone> tombstones(Collection<String> hashes);

    /**
     * All tombstones by their hashes, ascending.
     *
     * @param after the hash after which to begin; empty for the beginning
     * @param most how many at the most
     * @return the next tombstones
     */
    List<Tombstone> ledger(String after, int most);

    /**
     * The records that are kept and not used. Few; a store that gives one map until the next change spares the engine work.
     *
     * @return the restriction of each such record, by its key
     */
    Map<RecordKey, Restriction> restrictions();

    /**
     * The keys of all records and assertions, removed ones included, ascending. May cost time in proportion to the store;
     * nothing asks for it in the course of a step.
     *
     * @param after the key after which to begin, or null for the beginning
     * @param most how many at the most
     * @return the next keys
     */
    List<RecordKey> recordKeys(@Nullable RecordKey after, int most);

    /**
     * The keys of all interactions and consent events, ascending. May cost time in proportion to the store; nothing asks for
     * it in the course of a step.
     *
     * @param after the key after which to begin, or null for the beginning
     * @param most how many at the most
     * @return the next keys
     */
    List<RecordKey> eventKeys(@Nullable RecordKey after, int most);
}
