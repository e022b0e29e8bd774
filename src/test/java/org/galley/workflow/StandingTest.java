package org.galley.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.galley.revision.WorkflowStep;
import org.junit.jupiter.api.Test;

class StandingTest {
    /** @param actions in the order in which they were taken */
    private static Standing after(String... actions) {
        List<WorkflowStep> steps = new ArrayList<>();
        for (int i = 0; i < actions.length; i++) {
            Instant at = Instant.parse("2026-11-27T09:00:00Z").plusSeconds(i);
            steps.add(new WorkflowStep(at, "somebody", actions[i], null, null, i + 1, "note " + i));
        }
        Collections.reverse(steps);
        return Standing.of(steps);
    }

    @Test
    void an_approval_is_void_until_somebody_decides_anew() {
        assertThat(after("submit", "approve", "approval-voided").voided().revision())
                .isEqualTo(3);
        assertThat(after("submit", "approve", "approval-voided", "take", "legal-flag")
                        .voided())
                .isNotNull();
        assertThat(after("submit", "approve", "approval-voided", "approve").voided())
                .isNull();
        assertThat(after("submit", "approve", "approval-voided", "request-changes")
                        .voided())
                .isNull();
        assertThat(after("submit", "approve").voided()).isNull();
    }

    @Test
    void a_schedule_goes_with_the_approval_that_it_was_pinned_to() {
        assertThat(after("submit", "approve", "schedule", "schedule-voided", "approval-voided")
                        .offSchedule())
                .isTrue();
        assertThat(after("submit", "approve", "approval-voided").offSchedule()).isFalse();
        assertThat(after("approve", "schedule", "schedule-voided", "approval-voided", "approve", "approval-voided")
                        .offSchedule())
                .isFalse();
    }

    @Test
    void what_was_asked_for_is_remembered_until_the_story_is_agreed_on() {
        assertThat(after("submit", "request-changes").sentBack().note()).isEqualTo("note 1");
        assertThat(after("submit", "request-changes", "submit").sentBack().note())
                .isEqualTo("note 1");
        assertThat(after("submit", "request-changes", "submit").submission().note())
                .isEqualTo("note 2");
        assertThat(after("submit", "request-changes", "submit", "request-changes")
                        .sentBack()
                        .note())
                .isEqualTo("note 3");
        assertThat(after("submit", "approve", "request-changes").sentBack()).isNotNull();
        assertThat(after("submit", "request-changes", "submit", "approve").sentBack())
                .isNull();
        assertThat(after().sentBack()).isNull();
    }
}
