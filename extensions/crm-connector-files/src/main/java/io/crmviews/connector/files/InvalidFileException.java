package io.crmviews.connector.files;

import java.io.Serial;
import java.nio.file.Path;

/** A file that was to be taken whole holds something that cannot be taken. The message names file, line and reason. */
public final class InvalidFileException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The line, from 1; 0 if the whole file is meant. */
    private final long line;

    InvalidFileException(Path file, long line, String reason) {
        super(line == 0 ? file + ": " + reason : file + " line " + line + ": " + reason);
        this.line = line;
    }

    /**
     * The line that cannot be taken.
     *
     * @return its number, from 1; 0 if the whole file is meant
     */
    public long line() {
        return line;
    }
}
