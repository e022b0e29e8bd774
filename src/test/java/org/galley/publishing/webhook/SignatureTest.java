package org.galley.publishing.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignatureTest {
    /** Computed with {@code printf '1700000000.{"id":1}' | openssl dgst -sha256 -hmac whsec_test}. */
    private static final String KNOWN = "2f441ba4b3b2d50d28a9ab9d9fd8880376ecd1eb5d0435401553f5d8d0a5dcf8";

    @Test
    void a_message_is_signed_as_the_documentation_verifies_it() {
        byte[] body = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(Signature.of(List.of("whsec_test"), 1_700_000_000, body)).isEqualTo("t=1700000000,v1=" + KNOWN);
        assertThat(Signature.of(List.of("other", "whsec_test"), 1_700_000_000, body))
                .startsWith("t=1700000000,v1=")
                .endsWith(",v1=" + KNOWN);
    }

    @Test
    void secrets_are_long_and_never_the_same() {
        SecureRandom random = new SecureRandom();
        assertThat(Signature.newSecret(random))
                .hasSize(49)
                .startsWith("whsec_")
                .isNotEqualTo(Signature.newSecret(random));
    }

    @Test
    void pauses_double_with_chance_in_them_and_end_somewhere() {
        Random random = new Random(7);
        Backoff backoff = Backoff.from(Duration.ofSeconds(5));
        for (int failures = 1; failures < 60; failures++) {
            Duration longest = Duration.ofSeconds(Math.min(6 * 3600, 5L << Math.min(failures - 1, 30)));
            Duration pause = backoff.after(failures, Optional.empty(), random);
            assertThat(pause).isBetween(longest.dividedBy(2), longest);
        }
        assertThat(backoff.after(1, Optional.of(Duration.ofMinutes(2)), random)).isEqualTo(Duration.ofMinutes(2));
        assertThat(backoff.after(1, Optional.of(Duration.ofDays(2)), random)).isEqualTo(Duration.ofHours(1));
    }
}
