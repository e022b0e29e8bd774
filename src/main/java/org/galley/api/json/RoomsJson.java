package org.galley.api.json;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.galley.adslot.SlotKind;

/** The room that a kind of slot takes at each breakpoint, as JSON. */
public final class RoomsJson {
    private RoomsJson() {}

    /** @param rooms by breakpoint */
    public static JsonObjectBuilder write(Map<String, SlotKind.Room> rooms) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        rooms.forEach((breakpoint, room) -> {
            JsonArrayBuilder sizes = Json.createArrayBuilder();
            room.sizes().forEach(size -> sizes.add(size.toString()));
            json.add(
                    breakpoint,
                    Json.createObjectBuilder().add("height", room.height()).add("sizes", sizes));
        });
        return json;
    }
}
