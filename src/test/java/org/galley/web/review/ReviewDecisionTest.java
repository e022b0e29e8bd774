package org.galley.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReviewDecisionTest {
    @Test
    void in_an_hour_is_an_hour_and_less_than_five_minutes_more() {
        assertThat(ReviewDecision.inAnHour(Instant.parse("2026-11-27T15:35:00Z")))
                .isEqualTo("2026-11-27T16:35:00Z");
        assertThat(ReviewDecision.inAnHour(Instant.parse("2026-11-27T15:35:01Z")))
                .isEqualTo("2026-11-27T16:40:00Z");
        assertThat(ReviewDecision.inAnHour(Instant.parse("2026-11-27T22:57:30Z")))
                .isEqualTo("2026-11-28T00:00:00Z");
    }
}
