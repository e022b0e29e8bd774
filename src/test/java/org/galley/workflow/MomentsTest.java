package org.galley.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of plans in a desk's zone whose clocks change. */
class MomentsTest {
    private final Moments moments = new Moments(new GalleySettings() {
        @Override
        public ZoneId zone() {
            return ZoneId.of("Europe/Kyiv");
        }
    });

    @Test
    void a_time_without_an_offset_is_one_of_the_desk() {
        assertThat(moments.read("2026-11-24T14:30", "at")).isEqualTo(Instant.parse("2026-11-24T12:30:00Z"));
        assertThat(moments.read("2026-07-24T14:30:05", "at")).isEqualTo(Instant.parse("2026-07-24T11:30:05Z"));
    }

    @Test
    void a_time_with_an_offset_is_what_it_says() {
        assertThat(moments.read("2026-11-24T14:30:00Z", "at")).isEqualTo(Instant.parse("2026-11-24T14:30:00Z"));
        assertThat(moments.read("2026-11-24T14:30-05:00", "at")).isEqualTo(Instant.parse("2026-11-24T19:30:00Z"));
    }

    @Test
    void a_time_that_the_clocks_leave_out_in_spring_is_refused() {
        assertThatThrownBy(() -> moments.read("2027-03-28T03:30", "at"))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.fields().get(0).field()).isEqualTo("at");
                    assertThat(refused.fields().get(0).message()).contains("Europe/Kyiv", "clocks go forward");
                });
    }

    @Test
    void a_time_that_comes_twice_in_autumn_is_the_first_one() {
        assertThat(moments.read("2026-10-25T03:30", "at")).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "14:30",
                "2026-13-01T10:00",
                "2026-11-24",
                "2026-11-24T24:30",
                "+1000000000-01-01T00:00"
            })
    void what_is_no_time_is_refused_at_its_field(String text) {
        assertThatThrownBy(() -> moments.read(text, "at")).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_time_is_said_with_its_zone() {
        assertThat(moments.said(Instant.parse("2026-11-24T12:30:00Z")))
                .isEqualTo("Tue 24 Nov 2026, 14:30 (Europe/Kyiv)");
    }
}
