package io.crmviews.spi.channel;

import java.util.Objects;

/** What a {@link ChannelLookup} is asked for. Immutable; {@code toString} shows no value. */
public final class LookupQuery {

    /** How a query names what it wants. Later levels add constants. */
    public enum Kind {
        /** By stream and key: at most one thing. */
        KEY,
        /** By an identifier of a person, such as an e-mail address. */
        IDENTIFIER,
        /** By the number of a case, order or document. */
        REFERENCE
    }

    /** The most records of an answer, unless the query says otherwise. */
    public static final int USUAL_LIMIT = 20;

    private final Kind kind;
    private final String type;
    private final String value;
    private final int limit;

    private LookupQuery(Kind kind, String type, String value, int limit) {
        this.kind = kind;
        this.type = Objects.requireNonNull(type);
        this.value = Objects.requireNonNull(value);
        this.limit = limit;
        if (type.isBlank() || value.isBlank() || limit < 1) {
            throw new IllegalArgumentException("A query needs a stream or type, a value and a limit of at least 1.");
        }
    }

    /**
     * Asks for one thing by its key.
     *
     * @param stream the stream
     * @param key the key in that stream
     * @return the query
     */
    public static LookupQuery byKey(String stream, String key) {
        return new LookupQuery(Kind.KEY, stream, key, 1);
    }

    /**
     * Asks for whatever belongs to an identifier.
     *
     * @param type what it is, such as {@code email} or {@code phone}
     * @param value the identifier as it is written
     * @return the query, for at most {@value #USUAL_LIMIT} records
     */
    public static LookupQuery byIdentifier(String type, String value) {
        return new LookupQuery(Kind.IDENTIFIER, type, value, USUAL_LIMIT);
    }

    /**
     * Asks for whatever belongs to a case, order or document.
     *
     * @param type what it is, such as {@code order}
     * @param value its number
     * @return the query, for at most {@value #USUAL_LIMIT} records
     */
    public static LookupQuery byReference(String type, String value) {
        return new LookupQuery(Kind.REFERENCE, type, value, USUAL_LIMIT);
    }

    /**
     * The same query for another number of records.
     *
     * @param records the most records of the answer, at least 1
     * @return the query
     */
    public LookupQuery limit(int records) {
        return new LookupQuery(kind, type, value, records);
    }

    /**
     * How it names what it wants.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The stream of a key, or what the identifier or reference is.
     *
     * @return a name, not blank
     */
    public String type() {
        return type;
    }

    /**
     * The key, identifier or reference.
     *
     * @return the value, not blank; personal data
     */
    public String value() {
        return value;
    }

    /**
     * The most records of the answer.
     *
     * @return at least 1
     */
    public int limit() {
        return limit;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LookupQuery that
                && kind == that.kind
                && type.equals(that.type)
                && value.equals(that.value)
                && limit == that.limit;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, type, value, limit);
    }

    @Override
    public String toString() {
        return "LookupQuery[" + kind + " " + type + "]";
    }
}
