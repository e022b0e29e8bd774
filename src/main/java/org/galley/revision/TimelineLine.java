package org.galley.revision;

import java.time.Instant;

/**
 * One line of a timeline: a revision or a step of the workflow.
 *
 * @param revision or null
 * @param step or null
 * @param place the place in the timeline just after this line
 */
public record TimelineLine(RevisionSummary revision, WorkflowStep step, TimelineKey place) {
    public TimelineLine {
        if ((revision == null) == (step == null)) {
            throw new IllegalArgumentException("a line is a revision or a step");
        }
    }

    public Instant at() {
        return revision == null ? step.at() : revision.at();
    }
}
