package org.galley.web.catalogue;

import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.galley.adslot.PolicyField;
import org.galley.adslot.PolicyState;

/**
 * What a scope itself sets, as people write it.
 *
 * @param figures by key; empty where it inherits one
 * @param anew {@code true} or {@code false}, whether saving a story places its slots anew; empty if that is inherited
 */
record PolicyTexts(Map<String, String> figures, String anew) implements Serializable {
    PolicyTexts {
        figures = Map.copyOf(figures);
    }

    static PolicyTexts of(PolicyState state) {
        Map<String, String> printed = new HashMap<>();
        for (PolicyField field : PolicyField.all()) {
            JsonValue own = state.own().values().get(field.key());
            printed.put(field.key(), own == null ? "" : field.print(own));
        }
        return new PolicyTexts(
                printed,
                state.replaceOnSave() == null ? "" : state.replaceOnSave().toString());
    }
}
