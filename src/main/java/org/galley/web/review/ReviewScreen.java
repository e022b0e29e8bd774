package org.galley.web.review;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.EditionKind;
import org.galley.publishing.Editions;
import org.galley.revision.RevisionState;
import org.galley.revision.Revisions;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;
import org.galley.story.Header;
import org.galley.web.compare.Comparison;
import org.galley.web.compare.Wording;
import org.galley.web.shell.Times;
import org.galley.workflow.Action;
import org.galley.workflow.Choice;
import org.galley.workflow.Moments;
import org.galley.workflow.Standing;
import org.galley.workflow.Workflow;
import org.omnifaces.cdi.Param;

/** The review of one article: what changed since it was last agreed on, its checks, and the decisions on it. */
@Named
@RequestScoped
public class ReviewScreen {
    private static final int STEPS = 500;
    /** The reason of the workflow, for programs. */
    private static final String OWN_WORK = "own-work";

    private static final Set<Action> AFTER_PUBLICATION = Set.of(Action.PUBLISH, Action.CORRECT, Action.WITHDRAW);
    private static final Set<ArticleState> ASKED = Set.of(ArticleState.SENT_BACK, ArticleState.SUBMITTED);
    private static final Set<Action> EXTRA = Set.of(Action.LIFT_EMBARGO, Action.SPIKE, Action.ARCHIVE);

    @Inject
    @Param(pathIndex = 0)
    private String article;

    @Inject
    @Param
    private String view;

    @Inject
    private Articles articles;

    @Inject
    private Revisions revisions;

    @Inject
    private WorkflowLog log;

    @Inject
    private Workflow workflow;

    @Inject
    private ReviewChecks reviewChecks;

    @Inject
    private Editions editions;

    @Inject
    private Sections sections;

    @Inject
    private Moments moments;

    @Inject
    private Times times;

    @Inject
    private Clock clock;

    @Inject
    private FacesContext faces;

    private long id;
    private boolean found;
    private ArticleView current;
    private Integer baseline;
    private Comparison comparison;
    private boolean agreed;
    private Standing standing;
    private List<Check> checks = List.of();
    private List<Choice> choices = List.of();

    @PostConstruct
    void load() {
        try {
            id = Long.parseLong(article == null ? "" : article);
            current = articles.view(id);
            choices = workflow.choices(id);
            compare();
            found = true;
        } catch (NumberFormatException | RefusedException e) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void compare() {
        List<WorkflowStep> steps = log.list(id, STEPS);
        standing = Standing.of(steps);
        int newest = current.unsaved() ? Integer.MAX_VALUE : current.lastRevision();
        List<Integer> agreements = steps.stream()
                .filter(step -> step.revision() != null && Standing.isAgreement(step))
                .map(WorkflowStep::revision)
                .toList();
        // An ad layout that the policy allows keeps an approval without another step.
        boolean approved = current.approval() != null && current.approval().revision() == newest;
        agreed = approved || agreements.contains(newest);
        baseline = agreements.stream()
                .filter(revision -> revision < newest)
                .max(Integer::compare)
                .orElse(null);
        if (baseline == null) {
            comparison = Comparison.between(current.story(), current.layout(), current.story(), current.layout());
        } else {
            RevisionState old = revisions.load(id, baseline);
            comparison = Comparison.between(old.story(), old.layout(), current.story(), current.layout());
        }
        checks = reviewChecks.of(current);
    }

    /** Something that bars a step was settled, or opened, in this very request. */
    void lookAgain() {
        choices = workflow.choices(id);
        checks = reviewChecks.of(current);
    }

    /** Whether a step goes forward and has a button of its own; see {@link #isShown}. */
    public boolean isForward(Choice choice) {
        return isPrimary(choice) && isButton(choice);
    }

    /** Whether a step takes something back and has a button of its own; see {@link #isShown}. */
    public boolean isBack(Choice choice) {
        return !isPrimary(choice) && isButton(choice);
    }

    /** And is no choice in a dialog. */
    private boolean isButton(Choice choice) {
        Action action = choice.action();
        if (action == Action.SCHEDULE || action == Action.EMBARGO || isExtra(action)) {
            return false;
        }
        boolean inDialog = current.isLive() && AFTER_PUBLICATION.contains(action);
        return isShown(choice) && !(inDialog && isRendering());
    }

    /** Whether a step is one of those that are seldom wanted; see {@link #isShown}. */
    public boolean isExtraButton(Choice choice) {
        return isExtra(choice.action()) && isShown(choice);
    }

    private static boolean isExtra(Action action) {
        return EXTRA.contains(action);
    }

    /**
     * Whether a step is offered. Only the page that is shown leaves one out: a step that became impossible since then must reach the
     * workflow, which says why.
     */
    public boolean isShown(Choice choice) {
        return choice.allowed() || !isRendering();
    }

    private boolean isRendering() {
        return PhaseId.RENDER_RESPONSE.equals(faces.getCurrentPhaseId());
    }

    /** Whether any of the seldom wanted steps is open. */
    public boolean isExtras() {
        return choices.stream().anyMatch(choice -> isExtra(choice.action()) && choice.allowed()) || isOpen("embargo");
    }

    /** Whether a step can be taken now. */
    public boolean isOpen(String key) {
        return choices.stream().anyMatch(choice -> choice.action().key().equals(key) && choice.allowed());
    }

    /** Why a step cannot be taken now; empty if it can. */
    public String barrier(String key) {
        return choices.stream()
                .filter(choice -> choice.action().key().equals(key) && !choice.allowed())
                .map(Choice::reason)
                .findFirst()
                .orElse("");
    }

    /** Whether readers have an edition and this person may change what they have, in one way at least. */
    public boolean isAfterPublication() {
        return current.isLive() && (!isRendering() || AFTER_PUBLICATION.stream().anyMatch(a -> isOpen(a.key())));
    }

    public long getId() {
        return id;
    }

    public boolean isFound() {
        return found;
    }

    public ArticleView getCurrent() {
        return current;
    }

    /** The revision that this one is compared with, or null if none was ever approved or published. */
    public Integer getBaseline() {
        return baseline;
    }

    /** Whether text or ads changed after they were shown on the page that asks how things stand. */
    public boolean isOvertaken() {
        String shown = faces.getExternalContext().getRequestParameterMap().get("shownVersion");
        return faces.getPartialViewContext().isAjaxRequest()
                && shown != null
                && !shown.equals(String.valueOf(current.version()));
    }

    /**
     * What the comparison is: of what is new, or of what was agreed on with what was before it. Of one that stays on a page as it was
     * opened, while the story went on, that alone is said.
     */
    public String getHeading() {
        if (isOvertaken()) {
            return Wording.REVIEW.say("overtaken.heading");
        }
        if (agreed) {
            return Wording.REVIEW.say("agreed." + agreement(), current.lastRevision());
        }
        return baseline == null ? Wording.REVIEW.say("whole") : Wording.REVIEW.say("since", baseline);
    }

    private String agreement() {
        if (current.isLive() && current.liveRevision() == current.lastRevision()) {
            return "live";
        }
        if (current.approval() != null) {
            return "approved";
        }
        return current.state() == ArticleState.WITHDRAWN ? "withdrawn" : "before";
    }

    /** Whether the newest state was agreed on, so that nothing is new. */
    public boolean isAgreed() {
        return agreed;
    }

    /** What the header says beside the headline, without what is empty. */
    public List<HeaderFact> getFacts() {
        Header header = current.story().header();
        String section = sections.find(header.section()).map(SectionName::name).orElse(header.section());
        return HeaderFact.of(header, section, times);
    }

    public Comparison getComparison() {
        return comparison;
    }

    public boolean isSide() {
        return "side".equals(view) && baseline != null;
    }

    public List<Check> getChecks() {
        return checks;
    }

    public List<Choice> getChoices() {
        return choices;
    }

    /** The steps that this person cannot take now, each with its reason. */
    public List<Choice> getImpossible() {
        return choices.stream().filter(choice -> !choice.allowed()).toList();
    }

    /** Why somebody else has to approve what this person wrote part of; empty if that does not stand in the way of approval. */
    public String getOwnWork() {
        return choices.stream()
                .filter(choice -> choice.action() == Action.APPROVE && OWN_WORK.equals(choice.code()))
                .map(Choice::reason)
                .findFirst()
                .orElse("");
    }

    /** Whether this person can take no step at all now. */
    public boolean isStuck() {
        return choices.stream().noneMatch(Choice::allowed);
    }

    /** The revision on the screen, or 0 for changes that are in none yet. */
    public int getShownRevision() {
        return current.unsaved() ? 0 : current.lastRevision();
    }

    public String getStateWords() {
        return Wording.REVIEW.say("state." + current.state().key());
    }

    public String getStateLook() {
        return switch (current.state()) {
            case APPROVED, SCHEDULED, PUBLISHED -> "ok";
            case SUBMITTED -> "acc";
            case SENT_BACK, WITHDRAWN -> "warn";
            case DRAFT, ARCHIVED, SPIKED -> "";
        };
    }

    /** The newest submission, or null; a draft shows none. */
    public WorkflowStep getSubmission() {
        return current.state() == ArticleState.DRAFT ? null : standing.submission();
    }

    /** Who asked for other words and why, if they are still to be judged; otherwise null. */
    public WorkflowStep getSentBack() {
        return ASKED.contains(current.state()) ? standing.sentBack() : null;
    }

    /** The step by which a change voided the last approval, if nothing was decided since; otherwise null. */
    public WorkflowStep getVoided() {
        return current.approval() == null ? standing.voided() : null;
    }

    public boolean isScheduleVoided() {
        return standing.offSchedule();
    }

    /** A time of a plan or promise, with the zone named. */
    public String moment(Instant at) {
        return moments.said(at);
    }

    public boolean isPlannedSilently() {
        return current.schedule() != null
                && EditionKind.SILENT_FIX.key().equals(current.schedule().as());
    }

    public boolean isEmbargoed() {
        return current.isEmbargoed(clock.instant());
    }

    private static boolean isPrimary(Choice choice) {
        return switch (choice.action()) {
            case SUBMIT, APPROVE, PUBLISH, UNSPIKE, UNARCHIVE -> true;
            default -> false;
        };
    }

    /** What the button for a step says. */
    public String label(Choice choice) {
        boolean again = choice.action() == Action.SCHEDULE && current.schedule() != null;
        return Wording.REVIEW.say(
                again ? "do.reschedule" : "do." + choice.action().key());
    }

    public String say(String key, Object argument) {
        return Wording.REVIEW.say(key, argument);
    }

    /** The same with several arguments. */
    public String words(String key, Object first, Object second) {
        return Wording.REVIEW.say(key, first, second);
    }

    public String words(String key, Object first, Object second, Object third) {
        return Wording.REVIEW.say(key, first, second, third);
    }

    public String getReaderPath() {
        return editions.path(id).orElse("/news");
    }
}
