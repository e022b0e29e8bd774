package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;

/** Asks over HTTP for a story in the format of the example plugin: for nobody before it is published, and after it is withdrawn. */
final class PluginFormatVisit {
    private static final String ARTICLES = "api/v1/articles";

    private PluginFormatVisit() {}

    static void at(URI base) {
        JsonObject story = Json.createObjectBuilder()
                .add("headline", "Pier <3>")
                .add("section", "culture")
                .add(
                        "body",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "paragraph")
                                        .add("html", "Тепер <em>quiet</em> &amp; open.")))
                .build();
        int id = Http.person(base, "journalist")
                .json("POST", ARTICLES, story)
                .expect(201)
                .json()
                .getInt("id");
        Http reader = Http.nobody(base);
        String address = "api/v1/content/" + id + "/as/text";
        reader.get(address).problem(404);
        takes(base, "journalist", id, "submit");
        takes(base, "editor", id, "approve");
        takes(base, "editor", id, "publish");
        Http.Answer text = reader.get(address).expect(200);
        assertThat(text.body()).isEqualTo("Pier <3>\n\nТепер quiet & open.\n");
        assertThat(text.header("Content-Type").orElseThrow()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(text.header("Cache-Control")).contains("public, max-age=60");
        assertThat(text.header("Set-Cookie")).isEmpty();
        reader.get("api/v1/content/" + id + "/as/nosuch").problem(404);
        takes(base, "editor", id, "withdraw");
        reader.get(address).problem(404);
    }

    private static void takes(URI base, String person, int id, String action) {
        JsonObject step = Json.createObjectBuilder()
                .add("action", action)
                .add("note", "Said for the plugin.")
                .build();
        Http.person(base, person)
                .json("POST", ARTICLES + "/" + id + "/transitions", step)
                .expect(200);
    }
}
