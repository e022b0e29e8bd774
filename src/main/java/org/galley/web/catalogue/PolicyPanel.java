package org.galley.web.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
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

/** The policy of one scope in the making: where each figure comes from, what it would do, and its way into force. */
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
    private final PolicyDraft draft = new PolicyDraft();
    /** What was set before the last save; null if that cannot be taken back. */
    private PolicyTexts before;

    private boolean undoing;
    private Long story;
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
        draft.load(PolicyTexts.of(state));
    }

    private PolicyState state() {
        if (state == null) {
            state = policies.state(scope);
        }
        return state;
    }

    /** Looks at what was typed, for the preview; saves nothing. */
    public void recompute() {
        clear();
        undoing = false;
        draft.read(state());
    }

    private void clear() {
        done = null;
        problem = null;
        weighed = null;
        preview = null;
        draft.clear();
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
        state = policies.state(scope);
        if (!draft.takeOver(PolicyTexts.of(state), texts)) {
            problem = texts.of(BUNDLE, "policy.collided");
            return null;
        }
        PolicyFigures figures = draft.read(state);
        if (figures == null) {
            problem = texts.of(BUNDLE, "policy.wrong", draft.getProblems().size());
        }
        return figures;
    }

    /** Goes back to the figures without saving; from an undo, to those that were saved. */
    public void back() {
        clear();
        if (undoing) {
            undoing = false;
            draft.leave();
            done = texts.of(BUNDLE, "policy.saved");
        }
        draft.read(state());
    }

    private void keep(PolicyFigures figures) {
        try {
            PolicyState old = policies.state(scope);
            policies.set(scope, figures);
            policies.replaceOnSave(scope, draft.replaceOnSave());
            boolean undone = undoing;
            undoing = false;
            before = undone ? null : PolicyTexts.of(old);
            load();
            done = texts.of(BUNDLE, undone ? "policy.undone" : "policy.saved");
        } catch (RefusedException e) {
            problem = e.getMessage();
            draft.refuse(e);
        }
    }

    /** Takes the last save back: at once, or, as any other change, after a word if live stories would notice. */
    public void undo() {
        draft.type(before);
        undoing = true;
        weigh();
    }

    /** What the story would be like; null without a story, or while a figure cannot be read. */
    public PolicyPreview getPreview() {
        if (preview == null && story != null) {
            PolicyFigures figures = draft.read(state());
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
        draft.getProblems().forEach(wrong::add);
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
        if (draft.isOwn(key)) {
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

    public PolicyDraft getDraft() {
        return draft;
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
