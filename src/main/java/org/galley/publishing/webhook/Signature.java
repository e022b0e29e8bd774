package org.galley.publishing.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets a receiver know that a message is Galley's, unchanged and not an old one sent again.
 *
 * <p>The header is {@code t=SECONDS,v1=HEX}: the time of sending in seconds since 1970, and HMAC-SHA256 over that number, a full
 * stop and the body. While a secret is being changed there is one {@code v1} for each.
 */
final class Signature {
    static final String HEADER = "Galley-Signature";
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;

    private Signature() {}

    /** A secret that nobody can guess. */
    static String newSecret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The value of the header.
     *
     * @param secrets the one that counts first
     * @param seconds since 1970
     */
    static String of(List<String> secrets, long seconds, byte[] body) {
        StringBuilder header = new StringBuilder("t=").append(seconds);
        secrets.forEach(secret -> header.append(",v1=").append(hex(secret, seconds, body)));
        return header.toString();
    }

    private static String hex(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
