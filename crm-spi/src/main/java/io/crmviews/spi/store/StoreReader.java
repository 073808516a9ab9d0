package io.crmviews.spi.store;

import io.crmviews.model.fact.MatchAssertion;
import io.crmviews.model.source.RecordKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
}
