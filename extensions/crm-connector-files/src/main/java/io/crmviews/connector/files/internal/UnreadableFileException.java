package io.crmviews.connector.files.internal;

import java.io.Serial;

/** A file as a whole cannot be read: it is empty, not text, or its header is unusable. */
public final class UnreadableFileException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param reason a sentence without the file's name that quotes no value
     */
    public UnreadableFileException(String reason) {
        super(reason);
    }

    /**
     * Why the file cannot be read.
     *
     * @return a sentence
     */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
