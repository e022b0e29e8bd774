package org.galley.web.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.galley.adslot.Catalogue;
import org.galley.adslot.PolicyField;
import org.galley.adslot.SlotKind;
import org.galley.platform.refusal.RefusedException;
import org.galley.web.shell.Texts;
import org.omnifaces.cdi.Param;

/** Slot definitions: their order, and the one that is being changed. */
@Named
@ViewScoped
public class SlotsPanel implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The address of a definition that is not there yet: no key has an underscore. */
    private static final String NEW = "_new";

    @Inject
    private Catalogue catalogue;

    @Inject
    private Texts texts;

    @Inject
    @Param(pathIndex = 1)
    private String wanted;

    private boolean fresh;
    private KindForm form;
    private SlotKind loaded;
    private String done;
    private String problem;
    private transient List<SlotKind> kinds;

    @PostConstruct
    void open() {
        fresh = NEW.equals(wanted);
        if (fresh) {
            form = KindForm.empty();
        } else {
            String key = wanted == null ? catalogue.first().key() : wanted;
            load(key);
        }
    }

    private void load(String key) {
        loaded = catalogue.kind(key).orElse(null);
        form = loaded == null ? null : KindForm.of(loaded);
    }

    /** Saves what is in the form; what is wrong is said beside the field and nothing is lost. */
    public void save() throws IOException {
        done = null;
        problem = null;
        SlotKind kind = form.read();
        if (kind == null) {
            problem = texts.of("catalogue", "slots.wrong");
            return;
        }
        if (fresh && catalogue.kind(kind.key()).isPresent()) {
            form.getProblems().put("key", texts.of("catalogue", "slots.taken"));
            problem = texts.of("catalogue", "slots.wrong");
            return;
        }
        SlotKind now = catalogue.kind(kind.key()).orElse(null);
        if (!fresh && !Objects.equals(now, loaded)) {
            // Saving once more is a decision, made with both before one's eyes.
            loaded = now;
            problem = texts.of("catalogue", "slots.collided");
            return;
        }
        try {
            catalogue.put(kind);
            if (fresh) {
                go("/catalogue/slots/" + kind.key());
                return;
            }
            reload(kind.key());
            done = texts.of("catalogue", "slots.saved");
        } catch (RefusedException e) {
            refused(e);
        }
    }

    /** Takes the definition out of use, or into use again. */
    public void retire() {
        act(() -> {
            SlotKind kind = catalogue.kind(form.getKey()).orElseThrow();
            catalogue.put(kind.withRetired(!kind.retired()));
            reload(kind.key());
            done = texts.of("catalogue", kind.retired() ? "slots.broughtBack" : "slots.retiredNow");
        });
    }

    /** Deletes a definition that no layout has or had. */
    public void delete() throws IOException {
        act(() -> {
            catalogue.delete(form.getKey());
            form = null;
        });
        if (form == null) {
            go("/catalogue/slots");
        }
    }

    public void up(String key) {
        act(() -> catalogue.move(key, -1));
    }

    public void down(String key) {
        act(() -> catalogue.move(key, 1));
    }

    private void act(Runnable action) {
        done = null;
        problem = null;
        kinds = null;
        try {
            action.run();
        } catch (RefusedException e) {
            refused(e);
        }
    }

    private void reload(String key) {
        kinds = null;
        load(key);
    }

    private void refused(RefusedException refusal) {
        problem = refusal.getMessage();
        refusal.fields().forEach(field -> form.getProblems().put(field.field(), field.message()));
    }

    private static void go(String path) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.redirect(external.getRequestContextPath() + path);
        faces.responseComplete();
    }

    public List<SlotKind> getKinds() {
        if (kinds == null) {
            kinds = catalogue.kinds();
        }
        return kinds;
    }

    /** How many stories have a slot of a definition, in words. */
    public String uses(String key) {
        return texts.of("catalogue", "slots.uses", catalogue.uses(key));
    }

    /** The heights that a definition reserves, in words. */
    public String heights(SlotKind kind) {
        StringBuilder words = new StringBuilder();
        for (Map.Entry<String, SlotKind.Room> room : kind.rooms().entrySet()) {
            words.append(words.length() == 0 ? "" : " · ")
                    .append(texts.of("catalogue", "width." + room.getKey()))
                    .append(' ')
                    .append(room.getValue().height());
        }
        return words + " px";
    }

    public boolean isFirst(String key) {
        return catalogue.first().key().equals(key);
    }

    /** What readers would see of the fallback in the form, sanitised as when it is saved. */
    public String getFallbackPreview() {
        return catalogue.sanitised(form.getHouseFallback());
    }

    public List<String> getBreakpoints() {
        return PolicyField.BREAKPOINTS;
    }

    public KindForm getForm() {
        return form;
    }

    public boolean isFresh() {
        return fresh;
    }

    public String getDone() {
        return done;
    }

    public String getProblem() {
        return problem;
    }
}
