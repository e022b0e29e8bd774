package org.galley.web.write;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.galley.article.Approval;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.revision.WorkflowStep;
import org.galley.workflow.Action;
import org.galley.workflow.Choice;
import org.galley.workflow.Standing;

/**
 * Where a story stands, beside its text: what holds, what a change would end, and what an earlier one ended.
 *
 * @param approval the valid approval, or null
 * @param sentBack who asked for other words and why, or null if it is not sent back
 * @param voided the step by which a change voided the approval, or null
 * @param offSchedule whether that took it off the schedule as well
 * @param submission whether it can be handed in now
 */
public record StoryStanding(
        ArticleState state,
        boolean live,
        Approval approval,
        WorkflowStep sentBack,
        WorkflowStep voided,
        boolean offSchedule,
        Choice submission)
        implements Serializable {
    /** States in which a story stays when its text is changed. */
    private static final Set<ArticleState> STEADY =
            Set.of(ArticleState.DRAFT, ArticleState.SENT_BACK, ArticleState.SUBMITTED);

    static StoryStanding of(ArticleView article, Standing standing, List<Choice> choices) {
        return new StoryStanding(
                article.state(),
                article.isLive(),
                article.approval(),
                article.state() == ArticleState.SENT_BACK ? standing.sentBack() : null,
                article.approval() == null ? standing.voided() : null,
                standing.offSchedule(),
                choices.stream()
                        .filter(choice -> choice.action() == Action.SUBMIT)
                        .findFirst()
                        .orElseThrow());
    }

    /** Whether a change of the text leaves the story where it stands. */
    public boolean isSteady() {
        return STEADY.contains(state);
    }

    /** Whether a change of the text would void an approval. */
    public boolean isApproved() {
        return approval != null && (state == ArticleState.APPROVED || state == ArticleState.SCHEDULED);
    }

    /** Differs from an earlier one if there is something to tell. */
    public String getMark() {
        return state.key()
                + (live ? " live" : "")
                + (voided == null ? "" : " " + voided.at())
                + (sentBack == null ? "" : " " + sentBack.at());
    }
}
