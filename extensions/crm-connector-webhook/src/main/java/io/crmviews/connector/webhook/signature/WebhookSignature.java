package io.crmviews.connector.webhook.signature;

import io.crmviews.spi.channel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a request: HMAC-SHA-256 (RFC 2104) over the time, the {@code ce-} headers in alphabetical order and
 * the body, so that none of them can be exchanged and none can be replayed later. Signed is {@code time LF name:value LF
 * ... body}, the time in seconds since 1970. It travels as {@code sha256=} and lower-case hexadecimal digits in {@value
 * #SIGNATURE_HEADER}, the time in {@value #TIME_HEADER}. Immutable and thread-safe.
 */
public final class WebhookSignature {

    /** The header of the signature. */
    public static final String SIGNATURE_HEADER = "X-Signature-256";

    /** The header of the time. */
    public static final String TIME_HEADER = "X-Signature-Time";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private final Secret secret;

    private WebhookSignature(Secret secret) {
        this.secret = secret;
    }

    /**
     * Signs and proves with a secret that both sides know.
     *
     * @param secret the secret, at least 16 bytes of UTF-8
     * @return the signature's maker
     */
    public static WebhookSignature with(Secret secret) {
        return new WebhookSignature(secret);
    }

    /**
     * Signs a request.
     *
     * @param time seconds since 1970, as in {@value #TIME_HEADER}
     * @param headers the {@code ce-} headers by their names in lower case; empty in structured mode
     * @param body the body
     * @return the value for {@value #SIGNATURE_HEADER}
     */
    public String sign(long time, Map<String, String> headers, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + "\n").getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, String> header : new TreeMap<>(headers).entrySet()) {
                mac.update((header.getKey() + ":" + header.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256.", e);
        }
    }

    /**
     * Proves a request in a time that does not depend on where the signatures differ.
     *
     * @param signature the value of {@value #SIGNATURE_HEADER}
     * @param time the value of {@value #TIME_HEADER}
     * @param headers the {@code ce-} headers by their names in lower case
     * @param body the body
     * @return true if the signature is right
     */
    public boolean proves(String signature, long time, Map<String, String> headers, byte[] body) {
        return MessageDigest.isEqual(
                sign(time, headers, body).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
