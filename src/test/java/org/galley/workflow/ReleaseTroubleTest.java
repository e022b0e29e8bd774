package org.galley.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseTroubleTest {
    private final ReleaseTrouble trouble = new ReleaseTrouble();

    @Test
    void a_first_failure_is_tried_again_in_time_and_none_waits_longer_than_half_a_minute() {
        assertThat(ReleaseTrouble.pause(1)).isLessThan(Duration.ofSeconds(1));
        assertThat(ReleaseTrouble.pause(2)).isEqualTo(ReleaseTrouble.pause(1).multipliedBy(2));
        assertThat(ReleaseTrouble.pause(100)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void what_failed_pauses_alone_and_is_counted_until_it_is_due_no_more() {
        trouble.failed(1);
        trouble.failed(1);
        assertThat(trouble.times(1)).isEqualTo(2);
        assertThat(trouble.isPausing(1)).isTrue();
        assertThat(trouble.isPausing(2)).isFalse();
        trouble.forgetOthers(List.of(1L, 2L));
        assertThat(trouble.times(1)).isEqualTo(2);
        trouble.forgetOthers(List.of(2L));
        assertThat(trouble.times(1)).isZero();
    }
}
