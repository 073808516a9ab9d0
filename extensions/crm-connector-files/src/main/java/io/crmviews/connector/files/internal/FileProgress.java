package io.crmviews.connector.files.internal;

/**
 * How far a file was read. A last line without line end counts as handled and is read again once the file has grown, so
 * {@code handled} may lie beyond {@code offset}.
 *
 * @param offset where reading goes on
 * @param line the number of the line there, from 1
 * @param handled the bytes from which records or rejects were delivered
 * @param checksum CRC-32C of the bytes before {@code handled}, by which a replaced file is told from one that grew
 * @param modified the file's modification time when it was opened, in milliseconds since 1970
 */
record FileProgress(long offset, long line, long handled, long checksum, long modified) {

    static final FileProgress START = new FileProgress(0, 1, 0, 0, 0);

    /** Checks the numbers, which may come from anywhere. */
    FileProgress {
        if (offset < 0 || line < 1 || handled < offset || checksum < 0) {
            throw new IllegalArgumentException("A file's progress has an impossible number.");
        }
    }

    FileProgress modifiedAt(long time) {
        return new FileProgress(offset, line, handled, checksum, time);
    }
}
