package org.galley.web.review;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.galley.adslot.AdLayouts;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.people.Account;
import org.galley.people.People;
import org.galley.placement.Explanation;
import org.galley.placement.PlacementReport;
import org.galley.placement.Violation;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.EditionKind;
import org.galley.revision.RevisionState;
import org.galley.revision.Revisions;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;
import org.galley.story.Header;
import org.galley.web.compare.Comparison;
import org.galley.web.compare.Wording;
import org.galley.workflow.Action;
import org.galley.workflow.Choice;
import org.galley.workflow.Step;
import org.galley.workflow.Workflow;
import org.omnifaces.cdi.Param;

/** The review of one article: what changed since it was last agreed on, its checks, and the decisions on it. */
@Named
@RequestScoped
public class ReviewScreen {
    private static final int STEPS = 500;
    private static final String NOTE = "galley.review.note";
    private static final Set<String> AGREED = Set.of(Action.APPROVE.key(), Action.PUBLISH.key(), Action.CORRECT.key());

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
    private AdLayouts ads;

    @Inject
    private People people;

    @Inject
    private FacesContext faces;

    private long id;
    private boolean found;
    private ArticleView current;
    private Integer baseline;
    private Comparison comparison;
    private WorkflowStep submission;
    private List<Check> checks = List.of();
    private List<Choice> choices = List.of();
    private String note;

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
        submission = steps.stream()
                .filter(step -> step.action().equals(Action.SUBMIT.key()))
                .findFirst()
                .orElse(null);
        int newest = current.unsaved() ? Integer.MAX_VALUE : current.lastRevision();
        int agreed = steps.stream()
                .filter(step -> step.revision() != null && AGREED.contains(step.action()))
                .mapToInt(WorkflowStep::revision)
                .filter(revision -> revision < newest)
                .max()
                .orElse(0);
        baseline = agreed == 0 ? null : agreed;
        if (baseline == null) {
            comparison = Comparison.between(current.story(), current.layout(), current.story(), current.layout());
        } else {
            RevisionState old = revisions.load(id, baseline);
            comparison = Comparison.between(old.story(), old.layout(), current.story(), current.layout());
        }
        checks = check();
    }

    private List<Check> check() {
        List<Check> found = new ArrayList<>();
        Header header = current.story().header();
        hint(found, header.headline(), "check.headline");
        hint(found, header.standfirst(), "check.standfirst");
        PlacementReport report = ads.report(current);
        for (Violation error : report.errors()) {
            found.add(new Check("err", "×", Wording.REVIEW.say("check.error"), sentence(error)));
        }
        for (Violation warning : report.warnings()) {
            found.add(new Check("warn", "!", Wording.REVIEW.say("check.warning"), sentence(warning)));
        }
        return List.copyOf(found);
    }

    private static void hint(List<Check> found, String value, String key) {
        if (value.isEmpty()) {
            found.add(new Check("warn", "!", Wording.REVIEW.say("check.hint"), Wording.REVIEW.say(key)));
        }
    }

    private static String sentence(Violation violation) {
        return Explanation.of(violation.broken()).text();
    }

    /**
     * Takes a step on what the person saw and shows the article afterwards; a refusal keeps what was typed.
     *
     * @param shownVersion the version of the working copy that was on the screen
     * @param shownRevision the revision that was on the screen, or 0 if it was a working copy beyond the newest one
     * @param silently for a publication over a live edition, whether readers are not told
     */
    public void perform(String key, long shownVersion, int shownRevision, boolean silently) throws IOException {
        Action action = Action.ofKey(key).orElseThrow();
        try {
            requireUnchanged(shownVersion, shownRevision);
            EditionKind as = action == Action.PUBLISH && silently ? EditionKind.SILENT_FIX : null;
            workflow.perform(id, new Step(action, shownRevision == 0 ? null : shownRevision, note, as));
            say(null, FacesMessage.SEVERITY_INFO, Wording.REVIEW.say("done." + action.key()));
        } catch (RefusedException e) {
            complain(e);
            faces.getExternalContext().getFlash().put(NOTE, note == null ? "" : note);
        }
        ExternalContext external = faces.getExternalContext();
        external.getFlash().setKeepMessages(true);
        external.redirect(external.getRequestContextPath() + "/review/" + article);
        faces.responseComplete();
    }

    /** The workflow compares revisions; autosaves after the newest revision are known by the version alone. */
    private void requireUnchanged(long shownVersion, int shownRevision) {
        if (current != null && shownRevision == 0 && shownVersion != current.version()) {
            throw RefusedException.conflict("not-newest", Wording.REVIEW.say("changed"));
        }
    }

    private void complain(RefusedException refusal) {
        boolean atNote =
                refusal.fields().stream().anyMatch(field -> field.field().equals("note"));
        String text = refusal.code().equals("not-newest")
                ? refusal.getMessage() + " " + Wording.REVIEW.say("changed.shown")
                : refusal.getMessage();
        say(atNote ? "decision:note" : null, FacesMessage.SEVERITY_ERROR, text);
    }

    private void say(String field, FacesMessage.Severity severity, String text) {
        faces.addMessage(field, new FacesMessage(severity, text, null));
    }

    /**
     * Whether a step has no button. Only the page that is shown leaves it out: a step that became impossible since then must reach
     * the workflow, which says why.
     */
    public boolean isBarred(Choice choice) {
        return !choice.allowed() && PhaseId.RENDER_RESPONSE.equals(faces.getCurrentPhaseId());
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
            case APPROVED, PUBLISHED -> "ok";
            case SUBMITTED -> "acc";
            case SENT_BACK, WITHDRAWN -> "warn";
            case DRAFT -> "";
        };
    }

    /** The newest submission, or null; a draft shows none. */
    public WorkflowStep getSubmission() {
        return current.state() == ArticleState.DRAFT ? null : submission;
    }

    public String person(String username) {
        return people.find(username).map(Account::displayName).orElse(username);
    }

    /** What the button for a step says. */
    public String label(Choice choice) {
        boolean update = choice.action() == Action.PUBLISH && current.isLive();
        return Wording.REVIEW.say(update ? "do.update" : "do." + choice.action().key());
    }

    public boolean isSilentPossible(Choice choice) {
        return choice.action() == Action.PUBLISH && current.isLive();
    }

    public String say(String key, Object argument) {
        return Wording.REVIEW.say(key, argument);
    }

    public String getReaderPath() {
        Header header = current.story().header();
        return "/news/" + header.section() + "/" + header.slug();
    }

    /** What is typed, or was when a step was refused. */
    public String getNote() {
        Object refused = faces.getExternalContext().getFlash().get(NOTE);
        return note == null && refused instanceof String kept ? kept : note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
