package org.galley.web.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionSummary;
import org.galley.revision.TimelineKey;
import org.galley.revision.TimelineLine;
import org.galley.revision.WorkflowStep;
import org.junit.jupiter.api.Test;

class SessionGroupsTest {
    private static final Instant NOON = Instant.parse("2024-12-04T12:00:00Z");

    private static TimelineLine save(int number, int minute) {
        return revision(number, minute, RevisionKind.SAVE, "ann", null);
    }

    private static TimelineLine revision(int number, int minute, RevisionKind kind, String author, String name) {
        RevisionSummary summary = new RevisionSummary(
                number, kind, author, at(minute), name, null, "c", "h", "p", 10, 1, 0, 0, 0, true, false);
        return new TimelineLine(summary, null, TimelineKey.NEWEST);
    }

    private static TimelineLine step(int minute) {
        WorkflowStep step = new WorkflowStep(at(minute), "ann", "submit", "draft", "submitted", 2, null);
        return new TimelineLine(null, step, TimelineKey.NEWEST);
    }

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    private static List<Integer> sizes(TimelineLine... newestFirst) {
        return SessionGroups.of(Arrays.asList(newestFirst), false, false).stream()
                .map(List::size)
                .toList();
    }

    @Test
    void three_saves_without_a_long_pause_are_one_session() {
        assertThat(sizes(save(4, 60), save(3, 30), save(2, 0))).containsExactly(3);
    }

    @Test
    void a_save_that_was_merged_with_another_persons_is_one_of_the_session() {
        assertThat(sizes(save(4, 2), revision(3, 1, RevisionKind.MERGE, "ann", null), save(2, 0)))
                .containsExactly(3);
    }

    @Test
    void a_pause_of_more_than_half_an_hour_ends_a_session() {
        assertThat(sizes(save(7, 95), save(6, 93), save(5, 91), save(4, 60), save(3, 31), save(2, 30)))
                .containsExactly(3, 3);
    }

    @Test
    void two_saves_stand_alone_and_so_does_the_first_revision() {
        assertThat(sizes(save(3, 2), save(2, 1), save(1, 0))).containsExactly(1, 1, 1);
    }

    @Test
    void what_is_worth_a_line_of_its_own_ends_a_session() {
        TimelineLine named = revision(5, 3, RevisionKind.SAVE, "ann", "Before the call");
        TimelineLine restored = revision(5, 3, RevisionKind.RESTORE, "ann", null);
        TimelineLine another = revision(5, 3, RevisionKind.SAVE, "ben", null);
        for (TimelineLine between : List.of(named, restored, another, step(3))) {
            assertThat(sizes(save(7, 5), save(6, 4), between, save(4, 2), save(3, 1), save(2, 0)))
                    .containsExactly(1, 1, 1, 3);
        }
    }

    @Test
    void a_session_that_a_page_would_cut_is_left_to_the_next_page() {
        assertThat(cutOff(step(9), save(5, 4), save(4, 3), save(3, 2))).isEqualTo(2);
        assertThat(cutOff(step(9), save(5, 4), save(4, 3), step(2))).isZero();
        assertThat(cutOff(save(5, 4), save(4, 3), save(3, 2))).isZero();
        assertThat(cutOff(step(9), step(8))).isZero();
    }

    @Test
    void the_rest_of_a_session_is_a_group_on_its_page_however_short_and_so_is_what_is_cut() {
        assertThat(SessionGroups.of(List.of(save(3, 60), step(20), save(2, 0)), true, false))
                .extracting(List::size)
                .containsExactly(1, 1, 1);
        assertThat(SessionGroups.of(List.of(save(5, 4), save(4, 3), step(2), save(3, 1), save(2, 0)), true, false))
                .extracting(List::size)
                .containsExactly(2, 1, 1, 1);
        assertThat(SessionGroups.of(List.of(save(5, 4), save(4, 3), step(2), save(3, 1), save(2, 0)), false, true))
                .extracting(List::size)
                .containsExactly(1, 1, 1, 2);
    }

    private static int cutOff(TimelineLine... pageAndOneMore) {
        return SessionGroups.cutOff(Arrays.asList(pageAndOneMore));
    }

    @Test
    void nothing_has_no_sessions() {
        assertThat(sizes()).isEmpty();
    }
}
