package org.galley.preview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what a link stands for (HMAC-SHA256, RFC 2104), so that nobody can make one but this installation. */
@ApplicationScoped
class Signatures {
    private static final String PURPOSE = "preview";
    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    private SigningKeys keys;

    private volatile byte[] secret;

    /** Letters, digits, hyphen and underscore; always of one length. */
    String of(String words) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret(), ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Takes as long whatever is wrong. */
    boolean isOf(String words, String given) {
        return MessageDigest.isEqual(
                of(words).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] secret() {
        if (secret == null) {
            secret = keys.find(PURPOSE).orElseGet(this::made);
        }
        return secret;
    }

    private byte[] made() {
        RuntimeException failure = null;
        try {
            keys.make(PURPOSE);
        } catch (RuntimeException e) {
            // Two nodes began together: the other one's is as good.
            failure = e;
        }
        Optional<byte[]> found = keys.find(PURPOSE);
        if (found.isEmpty()) {
            throw new IllegalStateException("no key for signatures can be kept", failure);
        }
        return found.get();
    }
}
