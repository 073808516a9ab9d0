package io.crmviews.spi.policy;

import io.crmviews.model.profile.Field;
import java.time.Instant;

/**
 * Something that a reader would get to see. The kinds are closed for policies but may grow with a later version of the
 * library: a policy denies what it does not know.
 */
public sealed interface Access {

    /**
     * The values of a field. Asked for each field of the schema, whether or not there is a value.
     *
     * @param field the field; an attribute with qualifiers but without one here means all of its fields
     */
    record ToField(Field field) implements Access {}

    /**
     * The records of a source, and that the source exists.
     *
     * @param source the source's id
     */
    record ToSource(String source) implements Access {}

    /**
     * An interaction.
     *
     * @param kind what it was
     * @param channel the channel it happened in
     * @param source the source that reports it
     * @param occurredAt when it happened; {@link Instant#MIN} if unknown
     */
    record ToInteraction(String kind, String channel, String source, Instant occurredAt) implements Access {}

    /**
     * What the customer allows.
     *
     * @param purpose the purpose of the consent
     */
    record ToConsent(String purpose) implements Access {}

    /**
     * The answer to a kind of question.
     *
     * @param question which one
     */
    record ToQuestion(Question question) implements Access {}

    /** The kinds of questions that a reader can ask. */
    enum Question {
        /** Which customer has this identifier or id. */
        FIND,
        /** The view of a customer. */
        VIEW,
        /** Why two records are or are not one customer, and how a customer came together. */
        WHY,
        /** Who is like these attributes, and what a record would do. */
        SEARCH,
        /** Doubtful pairs. */
        REVIEWS,
        /** The feed of changes. */
        FEED
    }
}
