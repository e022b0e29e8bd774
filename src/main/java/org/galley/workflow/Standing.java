package org.galley.workflow;

import java.io.Serializable;
import java.util.List;
import org.galley.revision.WorkflowStep;

/**
 * Why an article stands where it stands, as its workflow stream tells it.
 *
 * @param submission the newest submission, or null
 * @param sentBack the newest sending back that no approval or publication came after, or null
 * @param voided the step by which a change voided the last approval, if nothing was decided since; otherwise null
 * @param offSchedule whether that change took the article off the schedule as well
 */
public record Standing(WorkflowStep submission, WorkflowStep sentBack, WorkflowStep voided, boolean offSchedule)
        implements Serializable {

    /** @param steps the newest first */
    public static Standing of(List<WorkflowStep> steps) {
        WorkflowStep submission = null;
        WorkflowStep sentBack = null;
        WorkflowStep voided = null;
        boolean offSchedule = false;
        boolean decided = false;
        boolean agreed = false;
        for (WorkflowStep step : steps) {
            switch (step.action()) {
                case "approval-voided" -> voided = decided || voided != null ? voided : step;
                case "schedule-voided" -> offSchedule |= voided != null && !decided;
                // Who is to write it, and what the law says of it, decides nothing about the text.
                case "reopened", "ads-ahead", "assign", "take", "give-back", "legal-flag", "legal-clear" -> {}
                default -> decided = true;
            }
            if (submission == null && step.action().equals(Action.SUBMIT.key())) {
                submission = step;
            }
            agreed = agreed || isAgreement(step);
            if (!agreed && sentBack == null && step.action().equals(Action.REQUEST_CHANGES.key())) {
                sentBack = step;
            }
        }
        return new Standing(submission, sentBack, voided, offSchedule);
    }

    /** Whether a step says that a revision is good as it is. */
    public static boolean isAgreement(WorkflowStep step) {
        return step.action().equals(Action.APPROVE.key())
                || step.action().equals(Action.PUBLISH.key())
                || step.action().equals(Action.CORRECT.key());
    }
}
