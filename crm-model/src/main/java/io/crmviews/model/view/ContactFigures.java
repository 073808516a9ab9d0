package io.crmviews.model.view;

import java.time.Instant;

/**
 * The contacts with a customer in one channel.
 *
 * @param channel the channel's id
 * @param first when the first happened; {@link Instant#MIN} if no time is known
 * @param last when the last happened; {@link Instant#MIN} if no time is known
 * @param inbound how many the customer began
 * @param outbound how many the company began
 * @param purchases how many purchases there were
 * @param services how many were about help: calls, complaints, tickets
 */
public record ContactFigures(
        String channel, Instant first, Instant last, long inbound, long outbound, long purchases, long services) {}
