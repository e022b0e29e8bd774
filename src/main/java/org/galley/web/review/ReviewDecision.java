package org.galley.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.galley.article.Embargo;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.EditionKind;
import org.galley.web.compare.Wording;
import org.galley.workflow.Action;
import org.galley.workflow.Moments;
import org.galley.workflow.Step;
import org.galley.workflow.Workflow;

/** The decisions that the review screen takes: gathers what was typed, has the workflow do it, and says what came of it. */
@Named
@RequestScoped
public class ReviewDecision {
    /** What readers get, by the value of the choice in the dialog. */
    private static final Map<String, Action> AFTER = Map.of(
            "update", Action.PUBLISH,
            "silent-fix", Action.PUBLISH,
            "correct", Action.CORRECT,
            "withdraw", Action.WITHDRAW);

    private static final String KEPT = "galley.review.";
    /** Between times that people say. */
    private static final Duration STEP = Duration.ofMinutes(5);

    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    @Inject
    private ReviewScreen screen;

    @Inject
    private Workflow workflow;

    @Inject
    private Moments moments;

    @Inject
    private GalleySettings settings;

    @Inject
    private Clock clock;

    @Inject
    private FacesContext faces;

    private String note;

    /**
     * Takes a step that has a button of its own.
     *
     * @param shownVersion the version of the working copy that was on the screen
     * @param shownRevision the revision that was on the screen, or 0 if it was a working copy beyond the newest one
     */
    public void perform(String key, long shownVersion, int shownRevision) throws IOException {
        Action action = Action.ofKey(key).orElseThrow();
        take(new Step(action, meant(shownRevision), note, null, null).seen(shownVersion), null);
    }

    /**
     * Leaves publication to the clock.
     *
     * @param at local date and time in the desk's zone, as the browser sends it
     * @param as the kind of edition over a live one, or null
     */
    public void plan(String at, String as, String why, long shownVersion, int shownRevision) throws IOException {
        keep("at", at);
        keep("planNote", why);
        EditionKind kind = EditionKind.SILENT_FIX.key().equals(as) ? EditionKind.SILENT_FIX : null;
        EditionKind chosen = kind == null && as != null ? EditionKind.UPDATE : kind;
        timed(new Step(Action.SCHEDULE, meant(shownRevision), why, chosen, null).seen(shownVersion), at, "plan");
    }

    /** Records a promise to others, for example to the source of the story. */
    public void promise(String until, String why, long shownVersion) throws IOException {
        keep("until", until);
        keep("promiseNote", why);
        timed(new Step(Action.EMBARGO, null, why, null, null).seen(shownVersion), until, "promise");
    }

    /** Changes what readers have, in the one way that was chosen. */
    public void after(String outcome, String why, long shownVersion, int shownRevision) throws IOException {
        keep("outcome", outcome);
        keep("afterNote", why);
        Action action = AFTER.get(outcome == null ? "" : outcome);
        if (action == null) {
            refused("after", Wording.REVIEW.say("after.choose"));
            return;
        }
        EditionKind as = outcome.equals(EditionKind.SILENT_FIX.key()) ? EditionKind.SILENT_FIX : null;
        // What the desk did to the draft beside it is no reason to leave an edition with readers.
        Step step = action == Action.WITHDRAW
                ? new Step(action, null, why, as, null)
                : new Step(action, meant(shownRevision), why, as, null).seen(shownVersion);
        take(step, "after");
    }

    private static Integer meant(int shownRevision) {
        return shownRevision == 0 ? null : shownRevision;
    }

    private void timed(Step step, String time, String dialog) throws IOException {
        Instant at;
        try {
            at = moments.read(time, "at");
        } catch (RefusedException refusal) {
            refused(dialog, refusal.fields().get(0).message());
            return;
        }
        take(step.at(at), dialog);
    }

    /** Does it and shows the article afterwards; a refusal keeps what was typed and opens the dialog again. */
    private void take(Step step, String dialog) throws IOException {
        try {
            workflow.perform(screen.getId(), step);
            flash().clear();
            say(null, FacesMessage.SEVERITY_INFO, done(step));
            redirect();
        } catch (RefusedException refusal) {
            String text = refusal.fields().isEmpty()
                    ? refusal.getMessage()
                    : refusal.fields().get(0).message();
            if (refusal.code().equals("not-newest")) {
                text += " " + Wording.REVIEW.say("changed.shown");
            }
            boolean atNote = dialog == null
                    && refusal.fields().stream().anyMatch(field -> field.field().equals("note"));
            if (atNote) {
                say("decision:note", FacesMessage.SEVERITY_ERROR, text);
                keep("note", note);
                redirect();
            } else {
                keep("note", note);
                refused(dialog, text);
            }
        }
    }

    private static String done(Step step) {
        boolean silent = step.action() == Action.PUBLISH && step.as() == EditionKind.SILENT_FIX;
        return Wording.REVIEW.say(
                "done." + (silent ? "silent-fix" : step.action().key()));
    }

    private void refused(String dialog, String text) throws IOException {
        if (dialog == null) {
            say(null, FacesMessage.SEVERITY_ERROR, text);
        } else {
            keep("reopen", dialog);
            keep("complaint", text);
        }
        redirect();
    }

    private void redirect() throws IOException {
        ExternalContext external = faces.getExternalContext();
        flash().setKeepMessages(true);
        external.redirect(external.getRequestContextPath() + "/review/" + screen.getId());
        faces.responseComplete();
    }

    private void say(String field, FacesMessage.Severity severity, String text) {
        faces.addMessage(field, new FacesMessage(severity, text, null));
    }

    private Flash flash() {
        return faces.getExternalContext().getFlash();
    }

    private void keep(String name, String value) {
        flash().put(KEPT + name, value == null ? "" : value);
    }

    /** What was typed or chosen when a step was refused; empty otherwise. */
    public String kept(String name) {
        return flash().get(KEPT + name) instanceof String text ? text : "";
    }

    /** What a dialog that was refused has to say; empty if it was not. */
    public String complaint(String dialog) {
        return kept("reopen").equals(dialog) ? kept("complaint") : "";
    }

    /** The time that the plan dialog begins with: what was typed, what is planned, or in an hour. */
    public String getPlanStart() {
        if (!kept("at").isEmpty()) {
            return kept("at");
        }
        return local(
                isPlanSuggested()
                        ? inAnHour(clock.instant())
                        : screen.getCurrent().schedule().at());
    }

    /** Whether the time that the plan dialog begins with is nobody's. */
    public boolean isPlanSuggested() {
        return kept("at").isEmpty()
                && (screen.getCurrent().schedule() == null
                        || screen.getCurrent().schedule().isHeld());
    }

    /** The time that the embargo dialog begins with. */
    public String getPromiseStart() {
        if (!kept("until").isEmpty()) {
            return kept("until");
        }
        return screen.isEmbargoed() && !screen.getCurrent().embargo().until().equals(Embargo.FURTHER_NOTICE)
                ? local(screen.getCurrent().embargo().until())
                : getTomorrowMorning();
    }

    private String local(Instant at) {
        return LocalDateTime.ofInstant(at, getZone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    public ZoneId getZone() {
        return settings.zone();
    }

    public Instant getNow() {
        return clock.instant();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), getZone());
    }

    /** The earliest time that the dialogs take. */
    public String getEarliest() {
        return now().truncatedTo(ChronoUnit.MINUTES).plusMinutes(1).toString();
    }

    /** One hour from then, at the next of every five minutes. */
    static Instant inAnHour(Instant then) {
        long step = STEP.toMillis();
        return Instant.ofEpochMilli(
                -Math.floorDiv(-then.plus(Duration.ofHours(1)).toEpochMilli(), step) * step);
    }

    /** This evening, or tomorrow's if it has begun. */
    public String getEvening() {
        LocalDate today = now().toLocalDate();
        return (now().toLocalTime().isBefore(EVENING) ? today : today.plusDays(1))
                .atTime(EVENING)
                .toString();
    }

    public String getTomorrowMorning() {
        return now().toLocalDate().plusDays(1).atTime(MORNING).toString();
    }

    /** What is typed, or was when a step was refused. */
    public String getNote() {
        return note == null && !kept("note").isEmpty() ? kept("note") : note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
