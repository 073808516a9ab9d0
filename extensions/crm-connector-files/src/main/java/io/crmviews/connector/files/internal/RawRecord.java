package io.crmviews.connector.files.internal;

/**
 * The bytes of one record, before anybody looked into them.
 *
 * @param bytes the bytes without the line end; cut if it is too large
 * @param start the offset of its first byte in the file
 * @param end the offset after its line end
 * @param line the number of its first line, from 1
 * @param terminated whether a line end follows; false for a last line that may still grow
 * @param fault what is wrong with its frame
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record RawRecord(byte[] bytes, long start, long end, long line, boolean terminated, Fault fault) {

    /** What can be wrong with the frame of a record. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** A closing quote is followed by something else than a delimiter or a line end. */
        BROKEN_QUOTE,
        /** A quote is opened and never closed. */
        UNCLOSED_QUOTE,
        /** A field or the whole is larger than allowed. */
        TOO_LARGE
    }

    /**
     * Whether there is nothing on the line.
     *
     * @return true for a blank line
     */
    public boolean isBlank() {
        return bytes.length == 0 && fault == Fault.NONE;
    }
}
