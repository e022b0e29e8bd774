package org.galley.web.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.galley.article.ArticleView;
import org.galley.article.EarlierState;
import org.galley.article.Restoring;
import org.galley.article.Restoring.Selection;
import org.galley.article.Restoring.Stream;
import org.galley.article.SaveOutcome;
import org.galley.platform.refusal.RefusedException;
import org.galley.web.compare.Comparison;
import org.galley.web.compare.Wording;
import org.omnifaces.cdi.Param;

/**
 * Restoring: a preview of what it would change, doing it, and undoing it.
 *
 * <p>What is to be restored stands in the address of the preview and again in its form, so that the form's request shows the same
 * preview that the person saw.
 */
@Named
@RequestScoped
public class RestoreScreen {
    private static final String UNDO = "galley.undo";
    private static final String ALL = "all";

    @Inject
    @Param(pathIndex = 0)
    private String article;

    @Inject
    @Param
    private String restore;

    @Inject
    @Param
    private String what;

    @Inject
    @Param
    private String version;

    @Inject
    private Restoring restoring;

    @Inject
    private FacesContext faces;

    private String problem;
    private long seen;
    private Comparison preview;

    /** A value that the form sends again. */
    public record Sent(String name, String value) implements Serializable {}

    boolean isAsked() {
        return restore != null;
    }

    void load(ArticleView current) {
        seen = current.version();
        try {
            EarlierState result = restoring.preview(current.id(), revision(), selection());
            preview = Comparison.between(current.story(), current.layout(), result.story(), result.layout());
        } catch (RefusedException e) {
            problem = e.getMessage();
        }
    }

    private int revision() {
        try {
            return Integer.parseInt(restore);
        } catch (NumberFormatException e) {
            throw RefusedException.notFound(Wording.HISTORY.say("restore.unknown"));
        }
    }

    private Selection selection() {
        return switch (kind()) {
            case ALL -> Selection.of(Stream.values());
            case "text" -> Selection.of(Stream.TEXT);
            case "ads" -> Selection.of(Stream.ADS);
            case "picked" -> picked();
            default -> throw RefusedException.invalid("what", Wording.HISTORY.say("restore.what.unknown", what));
        };
    }

    /** What is to be restored as the address says it; all, if it says nothing. */
    private String kind() {
        return what == null || what.isEmpty() ? ALL : what;
    }

    private Selection picked() {
        Set<String> blocks = values("block");
        Set<String> fields = values("field");
        if (blocks.isEmpty() && fields.isEmpty()) {
            throw RefusedException.invalid("blocks", Wording.HISTORY.say("restore.picked.none"));
        }
        return new Selection(Set.of(Stream.TEXT), blocks, fields);
    }

    private Set<String> values(String name) {
        String[] values =
                faces.getExternalContext().getRequestParameterValuesMap().get(name);
        Set<String> all = new LinkedHashSet<>();
        for (String value : values == null ? new String[0] : values) {
            // What was split or joined is picked by all its parts at once.
            all.addAll(List.of(value.strip().split("\\s+")));
        }
        all.remove("");
        return all;
    }

    /** Does what the preview showed, and shows the article with what came of it. */
    public void restore() throws IOException {
        int revision = Integer.parseInt(restore);
        try {
            Long base = version == null ? null : Long.valueOf(version);
            tell(restoring.restore(Long.parseLong(article), revision, selection(), base), revision);
            redirect("");
        } catch (RefusedException | NumberFormatException e) {
            say(FacesMessage.SEVERITY_ERROR, e.getMessage());
            redirect(query());
        }
    }

    private void tell(SaveOutcome outcome, int revision) {
        if (outcome.revision() == null) {
            say(FacesMessage.SEVERITY_INFO, Wording.HISTORY.say("restore.same", revision));
            return;
        }
        int made = outcome.revision().number();
        say(FacesMessage.SEVERITY_INFO, Wording.HISTORY.say("restore.done", revision, made));
        flash().put(UNDO, made);
    }

    /** Brings back what the article was before the last restoring. */
    public void undo() throws IOException {
        try {
            int made = Integer.parseInt(String.valueOf(getUndo()));
            SaveOutcome outcome = restoring.undo(Long.parseLong(article), made);
            say(
                    FacesMessage.SEVERITY_INFO,
                    outcome.revision() == null
                            ? Wording.HISTORY.say("restore.same", made - 1)
                            : Wording.HISTORY.say(
                                    "restore.undone", made, outcome.revision().number()));
        } catch (RefusedException | NumberFormatException e) {
            say(FacesMessage.SEVERITY_ERROR, e.getMessage());
        }
        redirect("");
    }

    private void redirect(String query) throws IOException {
        flash().setKeepMessages(true);
        ExternalContext external = faces.getExternalContext();
        external.redirect(external.getRequestContextPath() + "/history/" + article + query);
        faces.responseComplete();
    }

    private String query() {
        StringBuilder query = new StringBuilder("?");
        for (Sent sent : getSent()) {
            query.append(query.length() > 1 ? "&" : "")
                    .append(sent.name())
                    .append('=')
                    .append(URLEncoder.encode(sent.value(), StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    private void say(FacesMessage.Severity severity, String text) {
        faces.addMessage(null, new FacesMessage(severity, text, null));
    }

    private Flash flash() {
        return faces.getExternalContext().getFlash();
    }

    /** The revision that the last restoring made, or null; when undoing it is asked for, the request names it again. */
    public Object getUndo() {
        Object told = flash().get(UNDO);
        return told == null
                ? faces.getExternalContext().getRequestParameterMap().get("undoMade")
                : told;
    }

    /** What says in the form of the preview what is to be restored. */
    public List<Sent> getSent() {
        List<Sent> sent = new ArrayList<>();
        sent.add(new Sent("restore", restore == null ? "" : restore));
        sent.add(new Sent("what", kind()));
        values("block").forEach(block -> sent.add(new Sent("block", block)));
        values("field").forEach(field -> sent.add(new Sent("field", field)));
        return sent;
    }

    /** Whether there is something to show, or to say that is in its way. */
    public boolean isPreviewing() {
        return isAsked();
    }

    /** Why this cannot be restored, or null. */
    public String getProblem() {
        return problem;
    }

    /** What restoring would change, or null if it cannot be done. */
    public Comparison getPreview() {
        return preview;
    }

    public boolean isPossible() {
        return preview != null && !preview.isSame();
    }

    public long getSeen() {
        return seen;
    }

    public String getRevision() {
        return restore;
    }

    public String getLead() {
        return Wording.HISTORY.say(
                switch (kind()) {
                    case ALL, "text", "ads", "picked" -> "restore.preview." + kind();
                    default -> "restore.preview.unknown";
                },
                restore);
    }
}
