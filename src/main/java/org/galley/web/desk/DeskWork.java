package org.galley.web.desk;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.article.Priority;
import org.galley.desk.Bulk;
import org.galley.desk.BulkDeed;
import org.galley.desk.BulkResult;
import org.galley.people.Account;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.web.shell.Texts;
import org.galley.workflow.Action;
import org.galley.workflow.Assignments;
import org.galley.workflow.Moments;

/** What is done with the stories that somebody chose, what became of each, and the way back. */
@Named
@ViewScoped
public class DeskWork implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String DESK = "desk";
    /** In a field of choices: nobody, or no time. An empty one leaves things as they are. */
    private static final String NONE = "-";

    @Inject
    private Bulk bulk;

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

    private List<BulkResult> refused = List.of();
    private List<BulkResult.Undo> undoable = List.of();
    private String told;
    private String complaint;
    private Map<String, String> typed = Map.of();

    /** Those to whom a story can be given. */
    public List<Account> getWriters() {
        return assignments.writers();
    }

    public boolean isApprover() {
        return caller.has(Right.APPROVE);
    }

    /** Does with the chosen stories whatever the dialog was filled in with. */
    public void change() {
        clear();
        Map<String, String> given = given();
        typed = given;
        try {
            List<BulkDeed> deeds = deeds(given);
            if (deeds.isEmpty()) {
                complaint = texts.of(DESK, "many.nothing");
                return;
            }
            perform(deeds);
            typed = Map.of();
        } catch (RefusedException refusal) {
            complaint = refusal.getMessage();
        }
    }

    private List<BulkDeed> deeds(Map<String, String> given) {
        List<BulkDeed> deeds = new ArrayList<>();
        String assignee = given.getOrDefault("toAssignee", "");
        if (!assignee.isEmpty()) {
            deeds.add(new BulkDeed.Assign(assignee.equals(NONE) ? null : assignee));
        }
        String due = given.getOrDefault("toDue", "");
        if (!due.isEmpty()) {
            deeds.add(new BulkDeed.SetDue(moments.read(due, "due")));
        }
        Priority.ofKey(given.getOrDefault("toPriority", ""))
                .ifPresent(priority -> deeds.add(new BulkDeed.Prioritise(priority)));
        String section = given.getOrDefault("toSection", "");
        if (!section.isEmpty()) {
            deeds.add(new BulkDeed.MoveTo(section));
        }
        return deeds;
    }

    public void submit() {
        take(Action.SUBMIT);
    }

    public void approve() {
        take(Action.APPROVE);
    }

    private void take(Action action) {
        clear();
        try {
            perform(List.of(new BulkDeed.Take(action, null)));
        } catch (RefusedException refusal) {
            told = refusal.getMessage();
        }
    }

    private void perform(List<BulkDeed> deeds) {
        List<Bulk.Chosen> chosen = chosen();
        Set<Long> failed = new LinkedHashSet<>();
        List<BulkResult> refusals = new ArrayList<>();
        List<BulkResult.Undo> undo = new ArrayList<>();
        for (BulkDeed deed : deeds) {
            for (BulkResult result : bulk.perform(chosen, deed)) {
                if (result.isDone()) {
                    if (result.undo() != null) {
                        // The last thing done is the first to be taken back.
                        undo.add(0, result.undo());
                    }
                } else {
                    failed.add(result.article());
                    refusals.add(result);
                }
            }
        }
        tell("many.done", chosen.size() - failed.size(), failed.size());
        refused = refusals.stream().distinct().toList();
        undoable = List.copyOf(undo);
        desk.load();
    }

    private void tell(String key, int done, int failures) {
        told = texts.of(DESK, key, done) + (failures == 0 ? "" : " " + texts.of(DESK, "many.refused", failures));
    }

    /** Takes the last change back, for each story that nobody changed since. */
    public void undo() {
        List<BulkResult.Undo> steps = undoable;
        clear();
        List<BulkResult> results = bulk.undo(steps);
        refused = results.stream().filter(result -> !result.isDone()).distinct().toList();
        Set<Long> failed = articles(refused);
        tell("many.undone", articles(results).size() - failed.size(), failed.size());
        desk.load();
    }

    /** A story may have been changed in several ways, each with a result. */
    private static Set<Long> articles(List<BulkResult> results) {
        return results.stream().map(BulkResult::article).collect(Collectors.toSet());
    }

    private void clear() {
        refused = List.of();
        undoable = List.of();
        told = null;
        complaint = null;
    }

    /** Chosen stories come as {@code id:revision}; anything else was not sent by this page. */
    private static List<Bulk.Chosen> chosen() {
        String[] picks = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .getOrDefault("pick", new String[0]);
        Map<Long, Bulk.Chosen> chosen = new LinkedHashMap<>();
        for (String pick : picks) {
            if (pick.matches("\\d{1,18}:\\d{1,9}")) {
                long article = Long.parseLong(pick.substring(0, pick.indexOf(':')));
                int revision = Integer.parseInt(pick.substring(pick.indexOf(':') + 1));
                chosen.put(article, new Bulk.Chosen(article, revision));
            }
        }
        return List.copyOf(chosen.values());
    }

    private static Map<String, String> given() {
        return Map.copyOf(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
    }

    /** What became of it, in a sentence; null if nothing was done. */
    public String getTold() {
        return told;
    }

    public List<BulkResult> getRefused() {
        return refused;
    }

    public boolean isUndoable() {
        return !undoable.isEmpty();
    }

    /** Why the dialog could not be carried out at all, or null. */
    public String getComplaint() {
        return complaint;
    }

    /** What was typed into a field of the dialog that was refused. */
    public String kept(String field) {
        return typed.getOrDefault(field, "");
    }
}
