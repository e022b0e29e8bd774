package org.galley.web.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galley.adslot.Policies;
import org.galley.adslot.PolicyEffects;
import org.galley.adslot.PolicyField;
import org.galley.adslot.PolicyFigures;
import org.galley.adslot.PolicyScope;
import org.galley.adslot.PolicyState;
import org.galley.audit.AuditLine;
import org.galley.audit.AuditLog;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.platform.refusal.RefusedException;
import org.galley.web.shell.Texts;
import org.omnifaces.cdi.Param;

/** The policy of one scope in the making: what was typed, where each figure comes from, and what it would do. */
@Named
@ViewScoped
public class PolicyPanel implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String BUNDLE = "catalogue";
    private static final int CHANGES = 6;

    @Inject
    private Policies policies;

    @Inject
    private PolicyEffects effects;

    @Inject
    private ScopeWords scopes;

    @Inject
    private PreviewStories previewStories;

    @Inject
    private Sections sections;

    @Inject
    private AuditLog audit;

    @Inject
    private Texts texts;

    @Inject
    @Param(pathIndex = 1)
    private String wanted;

    private String scope;
    private boolean found;
    private HashMap<String, String> values = new HashMap<>();
    private HashMap<String, String> loaded = new HashMap<>();
    private String loadedAnew = "";
    private HashMap<String, String> before;
    private String anew = "";
    private String anewBefore;
    private boolean undoing;
    private Long story;
    private final HashMap<String, String> problems = new HashMap<>();
    private final HashMap<String, String> collisions = new HashMap<>();
    private PolicyEffects.Effects weighed;
    private String done;
    private String problem;
    private transient PolicyState state;
    private transient PolicyPreview preview;

    @PostConstruct
    void open() {
        scope = wanted == null || wanted.isEmpty() ? PolicyScope.GLOBAL : wanted;
        try {
            load();
            found = true;
        } catch (RefusedException e) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
            return;
        }
        List<PreviewStories.Choice> stories = getStories();
        story = stories.isEmpty() ? null : stories.get(0).id();
    }

    private void load() {
        state = policies.state(scope);
        loaded = FiguresTogether.printed(state);
        values = new HashMap<>(loaded);
        loadedAnew = anewOf(state);
        anew = loadedAnew;
    }

    private static String anewOf(PolicyState state) {
        return state.replaceOnSave() == null ? "" : state.replaceOnSave().toString();
    }

    /**
     * Takes over what somebody else saved since the page was opened, figure by figure.
     *
     * @return whether nothing collides; a figure that both changed is shown with theirs beside it, and the next save decides
     */
    private boolean takenOver() {
        state = policies.state(scope);
        HashMap<String, String> theirs = FiguresTogether.printed(state);
        FiguresTogether.takeOver(values, loaded, theirs)
                .forEach((key, other) ->
                        collisions.put(key, texts.of(BUNDLE, "policy.collision", other.isEmpty() ? "–" : other)));
        if (anew.equals(loadedAnew)) {
            anew = anewOf(state);
        }
        loaded = theirs;
        loadedAnew = anewOf(state);
        return collisions.isEmpty();
    }

    private PolicyState state() {
        if (state == null) {
            state = policies.state(scope);
        }
        return state;
    }

    /** The figures that were typed; null if one cannot be read, and then the problems say which. */
    private PolicyFigures typed() {
        problems.clear();
        Map<String, JsonValue> figures = new LinkedHashMap<>();
        for (PolicyField field : PolicyField.all()) {
            String text = values.getOrDefault(field.key(), "");
            if (!text.isBlank()) {
                try {
                    figures.put(field.key(), field.parse(text));
                } catch (IllegalArgumentException e) {
                    problems.put(field.key(), e.getMessage());
                }
            }
        }
        if (!problems.isEmpty()) {
            return null;
        }
        PolicyFigures typed = new PolicyFigures(figures);
        problems.putAll(typed.contradictions(state().inherited()));
        return problems.isEmpty() ? typed : null;
    }

    /** Looks at what was typed, for the preview; saves nothing. */
    public void recompute() {
        clear();
        undoing = false;
        typed();
    }

    private void clear() {
        done = null;
        problem = null;
        weighed = null;
        preview = null;
        collisions.clear();
    }

    /** Saves at once if no live story would notice; otherwise shows which would, and waits for a word. */
    public void weigh() {
        clear();
        PolicyFigures figures = ready();
        if (figures == null) {
            return;
        }
        PolicyEffects.Effects found = effects.effects(scope, figures);
        if (found.changed() == 0) {
            keep(figures);
        } else {
            weighed = found;
        }
    }

    /** Saves what was weighed. */
    public void save() {
        clear();
        PolicyFigures figures = ready();
        if (figures != null) {
            keep(figures);
        }
    }

    /** The figures that were typed, over what others saved meanwhile; null if it cannot be saved so, and then it is said why. */
    private PolicyFigures ready() {
        if (!takenOver()) {
            problem = texts.of(BUNDLE, "policy.collided");
            return null;
        }
        PolicyFigures figures = typed();
        if (figures == null) {
            problem = texts.of(BUNDLE, "policy.wrong", problems.size());
        }
        return figures;
    }

    /** Goes back to the figures without saving; from an undo, to those that were saved. */
    public void back() {
        clear();
        if (undoing) {
            undoing = false;
            values = new HashMap<>(loaded);
            anew = loadedAnew;
            done = texts.of(BUNDLE, "policy.saved");
        }
        typed();
    }

    private void keep(PolicyFigures figures) {
        try {
            PolicyState old = policies.state(scope);
            policies.set(scope, figures);
            policies.replaceOnSave(scope, anew.isEmpty() ? null : Boolean.valueOf(anew));
            boolean undone = undoing;
            undoing = false;
            before = undone ? null : own(old);
            anewBefore = old.replaceOnSave() == null ? "" : old.replaceOnSave().toString();
            state = null;
            load();
            done = texts.of(BUNDLE, undone ? "policy.undone" : "policy.saved");
        } catch (RefusedException e) {
            problem = e.getMessage();
            e.fields().forEach(field -> problems.put(field.field(), field.message()));
        }
    }

    private static HashMap<String, String> own(PolicyState state) {
        HashMap<String, String> printed = new HashMap<>();
        PolicyField.all().forEach(field -> {
            JsonValue value = state.own().values().get(field.key());
            if (value != null) {
                printed.put(field.key(), field.print(value));
            }
        });
        return printed;
    }

    /** Takes the last save back: at once, or, as any other change, after a word if live stories would notice. */
    public void undo() {
        values = new HashMap<>(before);
        anew = anewBefore;
        undoing = true;
        weigh();
    }

    /** What the story would be like; null without a story, or while a figure cannot be read. */
    public PolicyPreview getPreview() {
        if (preview == null && story != null) {
            PolicyFigures figures = typed();
            if (figures != null) {
                preview = new PolicyPreview(
                        effects.preview(story, scope, figures),
                        state().inherited().under(figures),
                        texts);
            }
        }
        return preview;
    }

    /** For the browser: what is wrong, and where each figure comes from, by its key. */
    public String getMarks() {
        JsonObjectBuilder wrong = Json.createObjectBuilder();
        getProblems().forEach(wrong::add);
        JsonObjectBuilder from = Json.createObjectBuilder();
        PolicyField.all().forEach(field -> from.add(field.key(), origin(field.key())));
        return Json.createObjectBuilder()
                .add("problems", wrong)
                .add("origins", from)
                .build()
                .toString();
    }

    /** Where a figure comes from, in words. */
    public String origin(String key) {
        if (!values.getOrDefault(key, "").isBlank()) {
            return texts.of(BUNDLE, "origin.own");
        }
        return texts.of(BUNDLE, "origin.from", scopes.name(scopes.inheritedFrom(state(), key)));
    }

    /** What a figure is while nothing is typed. */
    public String inherited(String key) {
        return PolicyField.all().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .map(field -> field.print(state().inherited().values().get(key)))
                .orElse("");
    }

    public boolean isOwn(String key) {
        return !values.getOrDefault(key, "").isBlank();
    }

    /** The heading of the scope that is open. */
    public String getTitle() {
        return scopes.title(scope);
    }

    /** Stories to preview on. */
    public List<PreviewStories.Choice> getStories() {
        return previewStories.of(scope);
    }

    public List<SectionName> getSections() {
        return sections.all();
    }

    public List<AuditLine> getChanges() {
        return audit.of(Policies.subject(scope), CHANGES);
    }

    public List<PolicyRow> getDistances() {
        return PolicyRow.ofBreakpoints(0, 6);
    }

    public List<PolicyRow> getShares() {
        return PolicyRow.ofBreakpoints(7, 9);
    }

    public List<PolicyRow> getMeasures() {
        return List.of(
                PolicyRow.ofBreakpoints(6, 7).get(0),
                PolicyRow.ofBreakpoints(9, 10).get(0),
                PolicyRow.ofBreakpoints(10, 11).get(0),
                PolicyRow.ofBreakpoints(11, 12).get(0));
    }

    public List<String> getCounts() {
        return PolicyField.ofPolicy().subList(0, 6);
    }

    public boolean isUndoable() {
        return before != null && done != null;
    }

    public String inheritedAnew() {
        return texts.of(BUNDLE, state().inheritedReplaceOnSave() ? "anew.inheritOn" : "anew.inheritOff");
    }

    public boolean isFound() {
        return found;
    }

    public String getScope() {
        return scope;
    }

    public Map<String, String> getValues() {
        return values;
    }

    public Map<String, String> getProblems() {
        Map<String, String> all = new HashMap<>(collisions);
        all.putAll(problems);
        return all;
    }

    public String getAnew() {
        return anew;
    }

    public void setAnew(String anew) {
        this.anew = anew == null ? "" : anew;
    }

    public Long getStory() {
        return story;
    }

    public void setStory(Long story) {
        this.story = story;
    }

    public PolicyEffects.Effects getWeighed() {
        return weighed;
    }

    public String getDone() {
        return done;
    }

    public String getProblem() {
        return problem;
    }
}
