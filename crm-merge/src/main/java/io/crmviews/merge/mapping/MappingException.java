package io.crmviews.merge.mapping;

/** A mapping document is wrong: the message says where in it and what would be right. It quotes no data of a record. */
public final class MappingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;

    MappingException(String place, String sentence) {
        super("Mapping document, " + place + ": " + sentence);
        this.place = place;
    }

    /**
     * The place in the document.
     *
     * @return a JSON pointer (RFC 6901) such as {@code /streams/customers/names/0}, or a line and column where the text
     *     is no JSON
     */
    public String place() {
        return place;
    }
}
