package org.galley.live;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Writes who is there, alike for sockets and for those who ask. */
public final class PeopleJson {
    private PeopleJson() {}

    public static JsonArray write(List<Present> people) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (Present person : people) {
            JsonObjectBuilder entry = Json.createObjectBuilder()
                    .add("client", person.client())
                    .add("username", person.username())
                    .add("name", person.name())
                    .add("initials", person.initials());
            if (person.block() == null) {
                entry.addNull("block");
            } else {
                entry.add("block", person.block());
            }
            json.add(entry);
        }
        return json.build();
    }
}
