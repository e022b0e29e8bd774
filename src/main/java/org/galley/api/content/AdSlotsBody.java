package org.galley.api.content;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.galley.adslot.SlotKind;
import org.galley.api.json.RoomsJson;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Story;

/**
 * Writes where ads stand as a body of a role of its own: ninjs has no place for them, and refuses properties that it does not know.
 *
 * <p>Each slot says after how many of the elements of the body of role {@code main} it stands; 0 is above the text.
 */
final class AdSlotsBody {
    static final String ROLE = "ad-slots";
    private static final String TYPE = "application/json";

    private AdSlotsBody() {}

    /** The body; empty if readers see no ads. */
    static Optional<JsonObjectBuilder> of(
            Story story, AdLayout layout, Function<String, Optional<SlotKind>> definitions) {
        if (!layout.advertising().isOn()) {
            return Optional.empty();
        }
        List<String> ids = story.ids();
        JsonArrayBuilder slots = Json.createArrayBuilder();
        boolean any = false;
        for (int elements = 0; elements <= ids.size(); elements++) {
            String block = elements == 0 ? null : ids.get(elements - 1);
            for (AdSlot slot : layout.after(block)) {
                slots.add(slot(slot, elements, definitions));
                any = true;
            }
        }
        return any
                ? Optional.of(Json.createObjectBuilder()
                        .add("role", ROLE)
                        .add("contentType", TYPE)
                        .add("value", slots.build().toString()))
                : Optional.empty();
    }

    private static JsonObjectBuilder slot(AdSlot slot, int elements, Function<String, Optional<SlotKind>> definitions) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", slot.id())
                .add("definition", slot.definition())
                .add("afterElements", elements);
        definitions.apply(slot.definition()).ifPresent(kind -> {
            json.add("label", kind.label())
                    .add("unitPath", kind.unitPath())
                    .add("rooms", RoomsJson.write(kind.rooms()));
        });
        return json;
    }
}
