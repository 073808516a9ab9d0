/**
 * What the author of a channel connector implements and hands over; JDK types only.
 *
 * <p>A connector moves what a channel knows and does not know the customer model: it yields {@link
 * io.crmviews.spi.channel.ChannelRecord channel records}, and a mapping outside of it turns those into facts. Start at
 * {@link io.crmviews.spi.channel.ChannelConnector}. Delivery is at least once and in order per source; what arrives
 * again unchanged counts once, so a connector never de-duplicates.
 */
package io.crmviews.spi.channel;
