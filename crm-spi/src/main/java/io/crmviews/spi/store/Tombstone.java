package io.crmviews.spi.store;

import java.time.Instant;

/**
 * What stays of something erased or suppressed: a keyed hash that stops it from coming back. Whoever has not the key
 * learns nothing from it. The tombstones of a store are its erasure ledger.
 *
 * @param hash the HMAC-SHA-256 of kind and name under the embedder's key, as base64url; not blank
 * @param kind what the hash is of
 * @param keyId tells the key by which the hash was made from other keys, and nothing of the key itself
 * @param at when
 */
public record Tombstone(String hash, Kind kind, String keyId, Instant at) {

    /** What a tombstone is of. */
    public enum Kind {
        /** A record or an assertion, by its source and key: it was erased. */
        RECORD,
        /** An interaction or a consent event, by its source and key: it was erased. */
        EVENT,
        /** An identifier: nothing that states it is taken in until that is lifted. */
        IDENTIFIER
    }

    /** Checks that there is a hash. */
    public Tombstone {
        if (hash.isBlank()) {
            throw new IllegalArgumentException("A tombstone is a hash.");
        }
    }
}
