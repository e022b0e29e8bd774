package org.galley.web.desk;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import org.galley.article.Assignment;
import org.galley.article.Priority;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.web.shell.Texts;
import org.galley.workflow.Assignments;
import org.galley.workflow.Moments;

/** The assignment of one story: an editor says all of it, a journalist takes it, gives it back or raises a legal question. */
@Named
@ViewScoped
public class DeskAssignment implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String DESK = "desk";

    @Inject
    private Assignments assignments;

    @Inject
    private Moments moments;

    @Inject
    private Caller caller;

    @Inject
    private Texts texts;

    @Inject
    private DeskBean desk;

    private String told;
    private String complaint;
    private boolean refused;
    private Map<String, String> typed = Map.of();

    /** Makes the assignment what the dialog says. */
    public void save() {
        typed = Map.copyOf(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
        complaint = null;
        try {
            long article = Long.parseLong(kept("asArticle"));
            if (caller.has(Right.ASSIGN)) {
                assignments.assign(article, wanted(), kept("asNote"));
            } else {
                legal(article);
            }
            told = texts.of(DESK, "assign.done");
            refused = false;
            typed = Map.of();
            desk.load();
        } catch (NumberFormatException notOfThisPage) {
            complaint = texts.of(DESK, "assign.number");
        } catch (RefusedException refusal) {
            complaint = refusal.getMessage();
        }
    }

    private Assignment wanted() {
        String assignee = kept("asAssignee");
        String due = kept("asDue");
        String words = kept("asWords").strip();
        return new Assignment(
                assignee.isEmpty() ? null : assignee,
                due.isEmpty() ? null : moments.read(due, "due"),
                words.isEmpty() ? null : Integer.valueOf(words),
                Priority.ofKey(kept("asPriority")).orElse(Priority.NORMAL),
                typed.containsKey("asLegal"));
    }

    private void legal(long article) {
        boolean wanted = typed.containsKey("asLegal");
        if (wanted == assignments.of(article).legal()) {
            return;
        }
        if (wanted) {
            assignments.raiseLegal(article, kept("asNote"));
        } else {
            assignments.settleLegal(article, kept("asNote"));
        }
    }

    public void take(long article) {
        try {
            assignments.take(article);
            say(texts.of(DESK, "assign.taken"), false);
        } catch (RefusedException refusal) {
            say(refusal.getMessage(), true);
        }
        desk.load();
    }

    public void giveBack(long article) {
        try {
            assignments.giveBack(article);
            say(texts.of(DESK, "assign.givenBack"), false);
        } catch (RefusedException refusal) {
            say(refusal.getMessage(), true);
        }
        desk.load();
    }

    private void say(String sentence, boolean isRefusal) {
        told = sentence;
        refused = isRefusal;
    }

    /** What became of it; null if nothing was done. */
    public String getTold() {
        return told;
    }

    public boolean isRefused() {
        return refused;
    }

    public String getComplaint() {
        return complaint;
    }

    /** What was typed into a field of the dialog that was refused. */
    public String kept(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean isKept(String field) {
        return typed.containsKey(field);
    }
}
