package io.crmviews.tck;

/** What can befall the channel of a {@link ConnectorFixture}. */
public enum Fault {
    /** The line is cut in the middle of an answer. */
    CUT,
    /** The channel answers that it was asked too often and when to come again. */
    RATE_LIMITED,
    /** The credentials are refused. */
    REFUSED,
    /** The channel answers with an error of its own. */
    SERVER_ERROR,
    /** The channel takes the question and does not answer within 30 seconds. */
    SLOW
}
