package io.crmviews.runtime;

import java.io.Serial;

/** Too many rejects; ends the source before its batch is stored. */
final class PoisonedSourceException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    PoisonedSourceException(String message) {
        super(message, null, false, false);
    }
}
