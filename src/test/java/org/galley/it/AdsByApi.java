package org.galley.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;

/** What an ad manager does over the API before a test begins. */
final class AdsByApi {
    private AdsByApi() {}

    /**
     * Leaves a story with one slot, pinned after a block.
     *
     * @param article its path in the API
     */
    static void pin(URI base, String article, String slot, String block) {
        Http adManager = Http.person(base, "admanager");
        Http.Answer layout = adManager.get(article + "/ads").expect(200);
        JsonObject pinned = Json.createObjectBuilder()
                .add("id", slot)
                .add("definition", "inline")
                .add("after", block)
                .add("pinned", true)
                .build();
        JsonObject ads = Json.createObjectBuilder(layout.json())
                .add("ads", Json.createArrayBuilder().add(pinned))
                .build();
        adManager
                .with("If-Match", layout.etag())
                .json("PUT", article + "/ads", ads)
                .expect(200);
    }
}
