package io.crmviews.merge.rights;

import io.crmviews.model.source.RecordKey;
import io.crmviews.spi.store.Tombstone;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which names of erased records and suppressed identifiers are hashed (HMAC-SHA-256, RFC 2104): without it
 * nobody can try out whether somebody was erased. Keep it apart from the store and its backups, and as long as its
 * tombstones shall work. Never shows itself; thread-safe; equality is identity.
 */
public final class ErasureKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 16;
    private static final int ID_LENGTH = 12;

    private final SecretKeySpec key;
    private final String id;

    private ErasureKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, ALGORITHM);
        id = hash("crm-views erasure key").substring(0, ID_LENGTH);
    }

    /**
     * A key.
     *
     * @param bytes at least 16 random bytes, better 32; copied
     * @return the key
     * @throws IllegalArgumentException if there are fewer
     */
    public static ErasureKey of(byte[] bytes) {
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalArgumentException("An erasure key has at least " + LEAST_BYTES + " bytes.");
        }
        return new ErasureKey(bytes);
    }

    /**
     * Tells this key from others, and nothing of it.
     *
     * @return a short text, the same for the same bytes
     */
    public String id() {
        return id;
    }

    /**
     * The hash of a record, an assertion or an event.
     *
     * @param kind which of them
     * @param name its source and key
     * @return the hash that its tombstone bears
     */
    public String hash(Tombstone.Kind kind, RecordKey name) {
        return hash(kind.name(), name.source(), name.key());
    }

    /**
     * The hash of an identifier.
     *
     * @param type what it is
     * @param value its canonical value
     * @return the hash that its tombstone bears
     */
    public String hash(String type, String value) {
        return hash(Tombstone.Kind.IDENTIFIER.name(), type, value);
    }

    /** Each part with its length before it, so that no two lists of parts are one message. */
    private String hash(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(
                    "Every Java platform has " + ALGORITHM + ", but this one has not.", missing);
        }
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "***";
    }
}
