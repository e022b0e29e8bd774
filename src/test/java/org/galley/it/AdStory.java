package org.galley.it;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A long story with ad slots whose names say what the stand-in of Google Publisher Tags will answer. */
final class AdStory {
    private static final int PARAGRAPHS = 34;
    private static final String HOUSE = "<p><a href=\"https://paper.example/\">Read us daily</a></p>";

    /** Definitions from the top down, each after the paragraph of that number. */
    private static final Map<String, Integer> SLOTS = Map.of(
            "near-empty", 3,
            "house-fill", 9,
            "far-empty", 15,
            "house-empty", 20,
            "silent-never", 25,
            "late-fill", 30);

    private final URI base;

    AdStory(URI base) {
        this.base = base;
    }

    /** @return the page's address below the context root */
    String publish() {
        Http adManager = Http.person(base, "admanager");
        SLOTS.keySet().forEach(key -> adManager.json("PUT", "api/v1/slot-definitions/" + key, definition(key)));
        Http journalist = Http.person(base, "journalist");
        int id = journalist
                .json("POST", "api/v1/articles", story())
                .expect(201)
                .json()
                .getInt("id");
        String article = "api/v1/articles/" + id;
        Http.Answer layout = adManager.get(article + "/ads").expect(200);
        adManager
                .with("If-Match", layout.etag())
                .json(
                        "PUT",
                        article + "/ads",
                        Json.createObjectBuilder(layout.json())
                                .add("ads", slots())
                                .build())
                .expect(200);
        journalist
                .json("POST", article + "/transitions", action("submit").build())
                .expect(200);
        Http editor = Http.person(base, "editor");
        int revision = editor.get(article).expect(200).json().getInt("revision");
        for (String action : List.of("approve", "publish")) {
            editor.json(
                            "POST",
                            article + "/transitions",
                            action(action).add("revision", revision).build())
                    .expect(200);
        }
        JsonObject story = editor.get(article).expect(200).json();
        return "news/" + story.getString("section") + "/" + story.getString("slug");
    }

    private static JsonObjectBuilder action(String key) {
        return Json.createObjectBuilder().add("action", key);
    }

    private static JsonObject definition(String key) {
        JsonObject room = Json.createObjectBuilder()
                .add("height", 274)
                .add("sizes", Json.createArrayBuilder().add("300x600").add("300x250"))
                .build();
        return Json.createObjectBuilder()
                .add("label", "Advertisement")
                .add("unitPath", "paper/" + key)
                .add(
                        "sizes",
                        Json.createObjectBuilder()
                                .add("phone", room)
                                .add("tablet", room)
                                .add("desktop", room))
                .add("targeting", Json.createObjectBuilder().add("pos", key))
                .add("houseFallback", key.startsWith("house") ? HOUSE : "")
                .add("lazy", !key.startsWith("near"))
                .build();
    }

    private static JsonObject story() {
        JsonArrayBuilder body = Json.createArrayBuilder();
        for (int i = 1; i <= PARAGRAPHS; i++) {
            body.add(Json.createObjectBuilder()
                    .add("id", "p" + i)
                    .add("type", "paragraph")
                    .add("html", "Paragraph " + i + ". " + "The keeper of the pier counted the boats. ".repeat(6)));
        }
        return Json.createObjectBuilder()
                .add("headline", "The keeper counts the boats")
                .add("standfirst", "All of them came back")
                .add("section", "culture")
                .add("slug", "the-keeper-counts")
                .add("body", body)
                .build();
    }

    private static JsonArrayBuilder slots() {
        JsonArrayBuilder slots = Json.createArrayBuilder();
        SLOTS.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(slot -> slots.add(Json.createObjectBuilder()
                        .add("definition", slot.getKey())
                        .add("after", "p" + slot.getValue())
                        .add("pinned", true)));
        return slots;
    }
}
