package org.galley.web.catalogue;

import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.galley.adslot.PolicyField;
import org.galley.adslot.PolicyState;

/** Brings figures that somebody typed together with those that somebody else saved meanwhile, each figure by itself. */
final class FiguresTogether {
    private FiguresTogether() {}

    /** The figures that a scope sets, as people write them; empty where it inherits one. */
    static HashMap<String, String> printed(PolicyState state) {
        HashMap<String, String> printed = new HashMap<>();
        for (PolicyField field : PolicyField.all()) {
            JsonValue own = state.own().values().get(field.key());
            printed.put(field.key(), own == null ? "" : field.print(own));
        }
        return printed;
    }

    /**
     * Takes theirs where I typed nothing new.
     *
     * @param mine what was typed; changed by this
     * @param loaded what both began with
     * @return by key what they saved where I typed something else, and {@code mine} is left as it is
     */
    static Map<String, String> takeOver(
            Map<String, String> mine, Map<String, String> loaded, Map<String, String> theirs) {
        Map<String, String> collisions = new LinkedHashMap<>();
        theirs.forEach((key, other) -> {
            String typed = mine.getOrDefault(key, "").strip();
            if (typed.equals(loaded.get(key))) {
                mine.put(key, other);
            } else if (!other.equals(loaded.get(key)) && !other.equals(typed)) {
                collisions.put(key, other);
            }
        });
        return collisions;
    }
}
