package org.galley.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimelineKeyTest {
    private static TimelineKey again(TimelineKey key) {
        return TimelineKey.of(key.revisionsBelow(), key.micros(), key.stepsBelow());
    }

    @Property
    void a_place_is_what_its_numbers_say(@ForAll @LongRange(min = 0, max = 4_000_000_000_000_000L) long micros) {
        TimelineKey key = TimelineKey.of(7, micros, 12);
        assertThat(key.micros()).isEqualTo(micros);
        assertThat(again(key)).isEqualTo(key);
    }

    @Test
    void the_place_before_everything_can_be_written_and_read() {
        assertThat(again(TimelineKey.NEWEST)).isEqualTo(TimelineKey.NEWEST);
        assertThat(TimelineKey.of(1, 1_733_329_680_123_456L, 1).stepsBefore())
                .isEqualTo(Instant.parse("2024-12-04T16:28:00.123456Z"));
    }

    @Test
    void a_moment_that_no_timeline_has_is_refused() {
        assertThatThrownBy(() -> TimelineKey.of(1, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TimelineKey.of(1, Long.MAX_VALUE, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
