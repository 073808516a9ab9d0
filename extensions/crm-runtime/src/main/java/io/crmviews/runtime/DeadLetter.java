package io.crmviews.runtime;

import io.crmviews.spi.channel.Reject;
import java.time.Instant;

/**
 * Something that a channel said and that no fact could be made of, kept until it is mended or expires. Holds personal
 * data: {@code toString} leaves the raw bytes out. Immutable.
 *
 * @param id its number in its ledger, growing, above 0
 * @param source the source's id
 * @param reject where, why, and the raw bytes
 * @param mapped whether a mapping or the engine refused it, so that it can be replayed once the mapping is mended; else the
 *     connector could not read it
 * @param at when it was put away
 */
public record DeadLetter(long id, String source, Reject reject, boolean mapped, Instant at) {}
