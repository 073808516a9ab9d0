package io.crmviews.channel.json;

import java.io.Serial;

/** JSON that a record cannot carry. The message is a sentence that quotes no value, fit for a reject. */
public final class UnusableJsonException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    UnusableJsonException(String reason) {
        super(reason, null, false, false);
    }

    /**
     * What is wrong.
     *
     * @return a sentence that quotes no value
     */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
