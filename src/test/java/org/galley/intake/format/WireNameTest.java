package org.galley.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WireNameTest {
    private static final Instant EARLY = Instant.parse("2025-04-15T09:40:00Z");
    private static final Instant LATE = Instant.parse("2025-04-15T10:40:00Z");

    private static WireName name(String version, Instant at) {
        return new WireName("urn:x", version, at);
    }

    @Test
    void versions_are_compared_as_numbers_and_only_then_by_their_times() {
        assertThat(name("9", LATE).isOlderThan(name("10", EARLY))).isTrue();
        assertThat(name("10", EARLY).isOlderThan(name("9", LATE))).isFalse();
        assertThat(name("1", EARLY).isOlderThan(name("1", LATE))).isTrue();
        assertThat(name("", EARLY).isOlderThan(name("3", LATE))).isTrue();
        assertThat(name("b", null).isOlderThan(name("a", LATE))).isFalse();
        assertThat(name("", null).isOlderThan(name("", null))).isFalse();
    }

    @Test
    void a_name_has_no_character_that_the_database_does_not_take() {
        assertThat(WireName.of("urn:\0a", "1\0", null)).isEqualTo(new WireName("urn:a", "1", null));
        assertThat(WireName.of("\0", "", null)).isNull();
    }
}
