package io.crmviews.spi.channel;

import java.io.Serial;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure that is not about one record, sorted by what its receiver can do. A connector throws it at once and never
 * sleeps to retry; the runtime owns back-off. Messages hold no secret and no personal value.
 */
public final class ConnectorException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What the receiver can do about it. */
    public enum Kind {
        /** Trying again later may help: a cut connection, a server error. */
        TRANSIENT,
        /** The channel asks for fewer calls; {@link ConnectorException#retryAfter()} may say for how long. */
        RATE_LIMITED,
        /** The credentials are refused; trying again at once could lock the account. */
        AUTH,
        /** The configuration does not fit the channel; a person has to change it. */
        CONFIG,
        /** The channel's data cannot be read as a whole, or a checkpoint is not one of this connector. */
        DATA,
        /** The connector itself is wrong. */
        BUG
    }

    /** What can be done about it. */
    private final Kind kind;

    /** How long to wait, or null if the channel did not say. */
    private final @Nullable Duration retryAfter;

    /**
     * A failure without a cause.
     *
     * @param kind what can be done about it
     * @param message a sentence for the person who operates the source
     */
    public ConnectorException(Kind kind, String message) {
        this(message, null, kind, null);
    }

    /**
     * A failure with a cause.
     *
     * @param kind what can be done about it
     * @param message a sentence for the person who operates the source
     * @param cause what went wrong below; its message must hold no secret either
     */
    public ConnectorException(Kind kind, String message, Throwable cause) {
        this(message, cause, kind, null);
    }

    /**
     * A failure that says when to try again.
     *
     * @param kind what can be done about it, usually {@link Kind#RATE_LIMITED} or {@link Kind#TRANSIENT}
     * @param message a sentence for the person who operates the source
     * @param retryAfter how long the channel asks to be left alone
     */
    public ConnectorException(Kind kind, String message, Duration retryAfter) {
        this(message, null, kind, Objects.requireNonNull(retryAfter));
    }

    private ConnectorException(String message, @Nullable Throwable cause, Kind kind, @Nullable Duration retryAfter) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind);
        this.retryAfter = retryAfter;
    }

    /**
     * What can be done about it.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * How long the channel asks to be left alone.
     *
     * @return the duration, if the channel said one
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
