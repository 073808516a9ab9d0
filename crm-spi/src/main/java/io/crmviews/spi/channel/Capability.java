package io.crmviews.spi.channel;

/**
 * What a connector can do. Whatever is not declared must fail with a stated message instead of half working; the
 * conformance kit runs the cases of what is declared. Later levels add constants: a {@code switch} needs a default.
 */
public enum Capability {
    /** {@link ChannelConnector#openSource} works. */
    SOURCE,
    /** {@link ChannelConnector#discover} lists the streams. */
    DISCOVER,
    /** Records that vanish at the channel arrive as {@link ChannelRecord.Op#DELETE}; without it they go unnoticed. */
    DELETES,
    /** Records carry {@link ChannelRecord#sequence()}. */
    SEQUENCE,
    /** Batches state {@link Batch#heardUpTo()}, so that views can say how fresh the source is. */
    HEARD_UP_TO,
    /** A source comes to an end of data and says so; without it the source is endless. */
    END_OF_DATA
}
