package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.awaitility.Awaitility;

/** Schedule and embargo over the API: times with an offset and in the desk's zone, refusals, and the plan that is carried out. */
final class Planning {
    private static final ZoneId DESK = ZoneId.of("Europe/Kyiv");

    private final Http journalist;
    private final Http editor;
    private final Http reader;
    private String article;
    private String content;

    Planning(URI base) {
        journalist = Http.person(base, "journalist");
        editor = Http.person(base, "editor");
        reader = Http.nobody(base);
    }

    void run() {
        int id = journalist
                .json(
                        "POST",
                        "api/v1/articles",
                        Json.createObjectBuilder()
                                .add("headline", "Planned " + System.nanoTime())
                                .add(
                                        "body",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("type", "paragraph")
                                                        .add("html", "To be read later.")))
                                .build())
                .expect(201)
                .json()
                .getInt("id");
        article = "api/v1/articles/" + id;
        content = "api/v1/content/" + id;
        promises();
        plans();
        isCarriedOut();
    }

    private void promises() {
        Instant end = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        JsonObject promised =
                order(journalist, "embargo", end.toString()).expect(200).json();
        assertThat(promised.getJsonObject("embargo").getString("until")).isEqualTo(end.toString());
        order(journalist, "submit", null).expect(200);
        order(editor, "approve", null).expect(200);
        assertThat(order(editor, "publish", null).problem(409).getString("detail"))
                .contains("under embargo until", "(Europe/Kyiv)");
        JsonObject choice = choice("publish");
        assertThat(choice.getString("code")).isEqualTo("embargo");
        assertThat(choice.getString("does")).isNotBlank();
        assertThat(choice.getJsonArray("needs").toString()).contains("no-embargo");
        reader.get(content).problem(404);
        reader.get(article).problem(401);
        order(editor, "schedule", end.minusSeconds(60).toString()).problem(409);
        order(journalist, "lift-embargo", null).problem(403);
        order(editor, "lift-embargo", null).problem(400);
        editor.json(
                        "POST",
                        article + "/transitions",
                        body("lift-embargo", null)
                                .add("note", "Released early.")
                                .build())
                .expect(200);
    }

    private void plans() {
        order(editor, "schedule", "soon").problem(400);
        order(editor, "schedule", Instant.now().minusSeconds(5).toString()).problem(400);
        order(editor, "publish", Instant.now().plusSeconds(60).toString()).problem(400);
        LocalDateTime tomorrow = LocalDateTime.now(DESK).plusDays(1).truncatedTo(ChronoUnit.MINUTES);
        JsonObject planned =
                order(editor, "schedule", tomorrow.toString()).expect(200).json();
        assertThat(planned.getString("state")).isEqualTo("scheduled");
        assertThat(planned.getJsonObject("schedule").getString("at"))
                .isEqualTo(tomorrow.atZone(DESK).toInstant().toString());
        assertThat(editor.get("api/v1/articles?state=scheduled").expect(200).body())
                .contains("scheduledFor");
    }

    private void isCarriedOut() {
        Instant at = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
        order(editor, "schedule", at.toString()).expect(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> reader.get(content).status() == 200);
        JsonObject now = editor.get(article).expect(200).json();
        assertThat(now.getString("state")).isEqualTo("published");
        assertThat(now.isNull("schedule")).isTrue();
        Instant published = Instant.parse(now.getJsonObject("edition").getString("published"));
        assertThat(Duration.between(at, published)).isBetween(Duration.ZERO, Duration.ofSeconds(2));
        String timeline = editor.get(article + "/timeline").expect(200).body();
        assertThat(timeline)
                .contains("\"embargo\"", "\"lift-embargo\"", "\"schedule\"", "\"publish\"", "As scheduled for");
    }

    private Http.Answer order(Http person, String action, String at) {
        return person.json("POST", article + "/transitions", body(action, at).build());
    }

    private static JsonObjectBuilder body(String action, String at) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("action", action);
        return at == null ? body : body.add("at", at);
    }

    private JsonObject choice(String action) {
        return editor.get(article + "/transitions").expect(200).json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(item -> item.getString("action").equals(action))
                .findFirst()
                .orElseThrow();
    }
}
