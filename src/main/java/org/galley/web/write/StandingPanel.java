package org.galley.web.write;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.people.Caller;
import org.galley.people.DisplayNames;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;
import org.galley.web.shell.Texts;
import org.galley.web.shell.Times;
import org.galley.workflow.Choice;
import org.galley.workflow.Standing;
import org.galley.workflow.Workflow;

/** Where the story stands, beside its text on the Write screen: in words, and whether it can be handed in. */
@Named
@ViewScoped
public class StandingPanel implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Steps of the workflow that are looked at: more than lie between two decisions. */
    private static final int STEPS = 50;

    /** Reasons against submitting that the writer can do away with on this screen. */
    private static final Set<String> MENDABLE = Set.of("headline-missing", "text-missing", "checks");

    private static final String WRONG_STATE = "wrong-state";

    @Inject
    private Articles articles;

    @Inject
    private Workflow workflow;

    @Inject
    private WorkflowLog log;

    @Inject
    private Caller caller;

    @Inject
    private DisplayNames names;

    @Inject
    private Texts texts;

    @Inject
    private Times times;

    private long article;
    private boolean writable;
    private StoryStanding standing;

    /** @param writes whether this person may change the text */
    void show(ArticleView view, boolean writes) {
        article = view.id();
        writable = writes;
        stand(view);
    }

    private void stand(ArticleView view) {
        standing = StoryStanding.of(view, Standing.of(log.list(article, STEPS)), workflow.choices(article));
    }

    /** Asks where the story stands, as a change of its text or somebody else moved it; what the person writes stays as it is. */
    public void ask() {
        stand(articles.view(article));
    }

    public StoryStanding getStanding() {
        return standing;
    }

    /** What voided the approval, and what comes of it; empty if nothing did. */
    public String getVoided() {
        WorkflowStep voided = standing.voided();
        if (voided == null) {
            return "";
        }
        String said = caller.username().equals(voided.actor())
                ? texts.of(WriteBean.BUNDLE, "voided.own", voided.revision())
                : texts.of(
                        WriteBean.BUNDLE,
                        "voided.other",
                        voided.revision(),
                        names.of(voided.actor()),
                        times.brief(voided.at()));
        return standing.offSchedule() ? said + " " + texts.of(WriteBean.BUNDLE, "voided.schedule") : said;
    }

    /** What there is to know before the story can go on, in words for its writer; empty if there is nothing. */
    public String getHint() {
        Choice submission = standing.submission();
        if (!writable || submission.allowed()) {
            return "";
        }
        if (!WRONG_STATE.equals(submission.code())) {
            return submission.reason();
        }
        return standing.isApproved()
                ? ""
                : texts.of(WriteBean.BUNDLE, "hint." + standing.state().key());
    }

    /** What a finding that blocks stands in the way of. */
    public String getBlocking() {
        return texts.of(
                WriteBean.BUNDLE,
                standing.state() == ArticleState.SUBMITTED ? "checks.blocker.submitted" : "checks.blocker");
    }

    /** Whether there is a step to try; what is missing for it is said when it is tried. */
    public boolean isSubmittable() {
        Choice submission = standing.submission();
        return writable && (submission.allowed() || MENDABLE.contains(submission.code()));
    }
}
