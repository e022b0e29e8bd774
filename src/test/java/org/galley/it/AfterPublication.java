package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** One choice after publication changes every output: the page, its JSON-LD and times, the content API, the lists. */
final class AfterPublication {
    private static final Pattern JSON_LD =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    private final Http journalist;
    private final Http editor;
    private final Http reader;
    private String article;
    private String page;
    private String content;

    AfterPublication(URI base) {
        journalist = Http.person(base, "journalist");
        editor = Http.person(base, "editor");
        reader = Http.nobody(base);
    }

    void run() {
        publishes();
        String published = modified();
        awaitAnotherSecond(published);

        String seen = reader.get(page).header("Last-Modified").orElseThrow();
        reader.with("If-Modified-Since", seen).get(page).expect(304);
        approvesAChange("Two, put right in silence.");
        take("publish", "as", "silent-fix");
        assertThat(reader.with("If-Modified-Since", seen).get(page).expect(200).header("Last-Modified"))
                .contains(seen);
        assertThat(modified()).isEqualTo(published);
        assertThat(reader.get(page).body()).contains("put right in silence");
        assertThat(reader.get(content).json().getString("versionCreated")).isEqualTo(published);

        approvesAChange("Two, as it is known now.");
        take("publish", "as", "update");
        assertThat(Instant.parse(modified())).isAfter(Instant.parse(published));
        assertThat(jsonLd().containsKey("correction")).isFalse();

        approvesAChange("Two, as it should have been.");
        refuse("correct", 400);
        take("correct", "note", "An earlier version had two wrong.");
        assertCorrected();

        refuse("withdraw", 400);
        take("withdraw", "note", "It was about somebody else.");
        assertWithdrawn();
        assertThat(reader.get("api/v1/content").json().getJsonArray("items").toString())
                .doesNotContain(page);
    }

    private void publishes() {
        JsonArrayBuilder body = Json.createArrayBuilder();
        body.add(paragraph("One.")).add(paragraph("Two."));
        JsonObject story = Json.createObjectBuilder()
                .add("headline", "After publication " + System.nanoTime())
                .add("section", "culture")
                .add("body", body)
                .build();
        int id = journalist
                .json("POST", "api/v1/articles", story)
                .expect(201)
                .json()
                .getInt("id");
        article = "api/v1/articles/" + id;
        content = "api/v1/content/" + id;
        reader.get(content).problem(404);
        journalist.json("POST", article + "/transitions", action("submit")).expect(200);
        take("approve", null, null);
        JsonObject live = take("publish", null, null);
        page = "news/culture/" + live.getString("slug");
    }

    private static JsonObject paragraph(String html) {
        return Json.createObjectBuilder()
                .add("type", "paragraph")
                .add("html", html)
                .build();
    }

    private void approvesAChange(String html) {
        Http.Answer now = journalist.get(article).expect(200);
        JsonObject block = now.json().getJsonArray("body").getJsonObject(1);
        JsonArrayBuilder body = Json.createArrayBuilder(now.json().getJsonArray("body"))
                .set(1, Json.createObjectBuilder(block).add("html", html).build());
        JsonObject changed =
                Json.createObjectBuilder(now.json()).add("body", body).build();
        journalist.with("If-Match", now.etag()).json("PUT", article, changed).expect(200);
        // Readers keep what they have while the desk works on.
        assertThat(reader.get(page).expect(200).body()).doesNotContain(html);
        journalist.json("POST", article + "/transitions", action("submit")).expect(200);
        take("approve", null, null);
    }

    private static JsonObject action(String action) {
        return Json.createObjectBuilder().add("action", action).build();
    }

    private JsonObject take(String action, String member, String value) {
        JsonObject order = member == null
                ? action(action)
                : Json.createObjectBuilder(action(action)).add(member, value).build();
        return editor.json("POST", article + "/transitions", order).expect(200).json();
    }

    private void refuse(String action, int status) {
        editor.json("POST", article + "/transitions", action(action)).problem(status);
    }

    private JsonObject jsonLd() {
        Matcher found = JSON_LD.matcher(reader.get(page).expect(200).body());
        assertThat(found.find()).isTrue();
        try (JsonReader json = Json.createReader(new StringReader(found.group(1)))) {
            return json.readObject();
        }
    }

    /** When readers were last told of something new: the same in the JSON-LD and in the content API. */
    private String modified() {
        Instant onPage = OffsetDateTime.parse(jsonLd().getString("dateModified"))
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS);
        String inContent = reader.get(content).expect(200).json().getString("versionCreated");
        assertThat(Instant.parse(inContent)).isEqualTo(onPage);
        return inContent;
    }

    /** Times of readers are in seconds, so an update within one could not be told from a silent fix. */
    private static void awaitAnotherSecond(String since) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Instant.now().isAfter(Instant.parse(since).plusSeconds(1)));
    }

    private void assertCorrected() {
        JsonObject correction = jsonLd().getJsonArray("correction").getJsonObject(0);
        assertThat(correction.getString("@type")).isEqualTo("CorrectionComment");
        assertThat(correction.getString("text")).isEqualTo("An earlier version had two wrong.");
        assertThat(correction.getString("datePublished")).isNotBlank();
        assertThat(reader.get(page).body()).contains("An earlier version had two wrong.");
        assertThat(reader.get(content).json().getString("edNote")).contains("An earlier version had two wrong.");
    }

    private void assertWithdrawn() {
        assertThat(reader.get(page).expect(410).body()).contains("It was about somebody else.");
        JsonObject cancelled = reader.get(content).expect(410).json();
        assertThat(cancelled.getString("pubStatus")).isEqualTo("canceled");
        assertThat(cancelled.getString("edNote")).isEqualTo("It was about somebody else.");
        assertThat(cancelled.getString("uri")).startsWith("tag:").endsWith(":article/" + content.replaceAll(".*/", ""));
        assertThat(cancelled.getJsonArray("altIds").getJsonObject(1).getString("value"))
                .endsWith(page);
        assertThat(cancelled).doesNotContainKeys("bodies", "headlines", "title");
        assertThat(reader.get("news/culture").expect(200).body()).doesNotContain(page);
        assertThat(reader.get("news").expect(200).body()).doesNotContain(page);
    }
}
