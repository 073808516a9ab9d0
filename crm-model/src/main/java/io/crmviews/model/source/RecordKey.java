package io.crmviews.model.source;

/**
 * The name of a record: its source and its key there. Ordered by source, then key.
 *
 * @param source the source's id, not blank
 * @param key the key in that source, not blank; opaque
 */
public record RecordKey(String source, String key) implements Comparable<RecordKey> {

    /** Stands in a view for a record whose source the reader may not know of. */
    public static final RecordKey WITHHELD = new RecordKey("withheld", "withheld");

    /** Checks that both parts say something. */
    public RecordKey {
        if (source.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException("A record key needs a source and a key in that source.");
        }
    }

    @Override
    public int compareTo(RecordKey other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return source + "/" + key;
    }
}
