package org.galley.web.catalogue;

import jakarta.json.JsonValue;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.galley.adslot.PolicyField;
import org.galley.adslot.PolicyFigures;
import org.galley.adslot.PolicyState;
import org.galley.platform.refusal.RefusedException;
import org.galley.web.shell.Texts;

/** What somebody types for the policy of a scope, over what was saved when the screen looked last, and what is wrong with it. */
public final class PolicyDraft implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private PolicyTexts loaded;
    private HashMap<String, String> values = new HashMap<>();
    private String anew = "";
    private final HashMap<String, String> problems = new HashMap<>();
    private final HashMap<String, String> collisions = new HashMap<>();

    /** Begins with what is saved. */
    void load(PolicyTexts saved) {
        loaded = saved;
        type(saved);
    }

    /** As if somebody typed all that. */
    void type(PolicyTexts texts) {
        values = new HashMap<>(texts.figures());
        anew = texts.anew();
    }

    /** Leaves what was typed. */
    void leave() {
        type(loaded);
    }

    /** Forgets what collided; the next look finds it again. */
    void clear() {
        collisions.clear();
    }

    /**
     * Takes over what somebody else saved since the screen looked last, each figure by itself, where nothing else was typed.
     *
     * @param texts the words for what collides
     * @return whether nothing collides; a figure that both changed is shown with theirs beside it, and the next save decides
     */
    boolean takeOver(PolicyTexts theirs, Texts texts) {
        theirs.figures().forEach((key, other) -> {
            String before = loaded.figures().get(key);
            String typed = values.getOrDefault(key, "").strip();
            if (typed.equals(before)) {
                values.put(key, other);
            } else if (!other.equals(before) && !other.equals(typed)) {
                collisions.put(key, texts.of("catalogue", "policy.collision", other.isEmpty() ? "–" : other));
            }
        });
        if (anew.equals(loaded.anew())) {
            anew = theirs.anew();
        }
        loaded = theirs;
        return collisions.isEmpty();
    }

    /** The figures that were typed; null if one cannot be read or contradicts another, and then the problems say which. */
    PolicyFigures read(PolicyState state) {
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
        problems.putAll(typed.contradictions(state.inherited()));
        return problems.isEmpty() ? typed : null;
    }

    /** Shows beside the figures why they were not saved. */
    void refuse(RefusedException refusal) {
        refusal.fields().forEach(field -> problems.put(field.field(), field.message()));
    }

    /** Whether saving a story places its slots anew; null if that is inherited. */
    Boolean replaceOnSave() {
        return anew.isEmpty() ? null : Boolean.valueOf(anew);
    }

    /** Whether something is typed for a figure, in place of what is inherited. */
    public boolean isOwn(String key) {
        return !values.getOrDefault(key, "").isBlank();
    }

    /** By key; changed by the form. */
    public Map<String, String> getValues() {
        return values;
    }

    /** By key of a figure what is wrong with it. */
    public Map<String, String> getProblems() {
        Map<String, String> all = new HashMap<>(collisions);
        all.putAll(problems);
        return all;
    }

    public String getAnew() {
        return anew;
    }

    /** @param anew null, as Faces has it where nothing is chosen, for inherited */
    public void setAnew(String anew) {
        this.anew = anew == null ? "" : anew;
    }
}
