package org.galley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Takes a wire text over the API from import to the reader's page: the main job of Galley, as a script.
 *
 * <p>The server has the demo newsroom and the standard placement policy; other articles on it do not matter.
 */
public final class ApiJourney {
    private static final String NOTE = " The first ferry was full.";

    private final ApiClient journalist;
    private final ApiClient adManager;
    private final ApiClient editor;
    private final ApiClient secondEditor;
    private final ApiClient reader;

    private String article;
    private List<String> blocks = List.of();

    private ApiJourney(URI base) {
        journalist = ApiClient.signIn(base, "journalist");
        adManager = ApiClient.signIn(base, "admanager");
        editor = ApiClient.signIn(base, "editor");
        secondEditor = ApiClient.signIn(base, "editor2");
        reader = ApiClient.reader(base);
    }

    /**
     * Takes the whole way and fails where an answer is not what the contract says.
     *
     * @param base where the server is, such as {@code http://localhost:8080/}
     */
    public static void run(URI base) {
        ApiJourney journey = new ApiJourney(base);
        journey.onlySignedInPeopleSeeTheDesk();
        journey.importsTheWireText();
        journey.revisesAParagraph();
        journey.seesWhatChanged();
        journey.mergesTwoChangesAndKeepsBothTextsOfACollision();
        journey.submits();
        journey.placesTwoAdsInTheBody();
        journey.movesOneAdToAnotherGap();
        journey.approvesAndPublishes();
        journey.readersSeeTheStoryWithItsAds();
    }

    private void onlySignedInPeopleSeeTheDesk() {
        ApiClient.Answer refused = reader.get("/api/v1/articles").expect(401);
        assertThat(refused.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.header("Set-Cookie")).isEmpty();
    }

    private void importsTheWireText() {
        ApiClient.Answer made =
                journalist.postText("/api/v1/imports", WireSample.text()).expect(201);
        JsonObject found = made.json().getJsonObject("recognised");
        assertThat(found.getString("stamp")).startsWith("2025-04-15T09:40");
        assertThat(found.getString("headline")).isEqualTo(WireSample.HEADLINE);
        assertThat(found.getString("caption")).isEqualTo(WireSample.HEADLINE);
        assertThat(found.getInt("readMinutes")).isEqualTo(3);
        assertThat(found.getInt("paragraphs")).isEqualTo(WireSample.PARAGRAPHS.size());
        assertThat(found.getInt("placeholders")).isEqualTo(4);
        article = "/api/v1/articles/" + made.json().getInt("article");
        assertThat(made.header("Location").orElse("")).endsWith(article);

        JsonObject story = journalist.get(article).expect(200).json();
        assertThat(story.getString("section")).isEqualTo("world");
        assertThat(story.getInt("readingMinutes")).isEqualTo(3);
        assertThat(story.getJsonArray("body")).hasSameSizeAs(WireSample.PARAGRAPHS);
        assertThat(story.getJsonArray("ads")).hasSize(4);
        assertThat(story.getJsonArray("body").toString()).doesNotContain("AD\"");
        blocks = story.getJsonArray("body").getValuesAs(JsonObject.class).stream()
                .map(block -> block.getString("id"))
                .toList();
    }

    private void revisesAParagraph() {
        ApiClient.Answer got = journalist.get(article).expect(200);
        JsonObject changed = withParagraph(got.json(), 2, html(got.json(), 2) + NOTE);
        journalist.put(article, null, changed).expect(428);
        ApiClient.Answer saved = journalist.put(article, got.etag(), changed).expect(200);
        assertThat(saved.json().getBoolean("merged")).isFalse();
        assertThat(saved.etag()).isNotEqualTo(got.etag());
        assertThat(html(saved.json(), 2)).endsWith(NOTE.strip());
    }

    private void seesWhatChanged() {
        JsonObject revisions =
                journalist.get(article + "/revisions").expect(200).json();
        assertThat(revisions.getJsonArray("items")).hasSize(2);
        JsonObject diff =
                journalist.get(article + "/diff?from=1&to=2").expect(200).json();
        List<JsonObject> edited = diff.getJsonArray("blocks").getValuesAs(JsonObject.class).stream()
                .filter(block -> !block.getString("op").equals("equal"))
                .toList();
        assertThat(edited).hasSize(1);
        assertThat(edited.get(0).getString("op")).isEqualTo("edited");
        assertThat(edited.get(0).getString("id")).isEqualTo(blocks.get(2));
        assertThat(edited.get(0).getJsonArray("inline").getValuesAs(JsonObject.class).stream()
                        .filter(part -> part.getString("op").equals("inserted"))
                        .map(part -> part.getString("text").strip()))
                .containsExactly(NOTE.strip());
        assertThat(diff.getJsonArray("fields")).isEmpty();
        assertThat(diff.getJsonArray("slots")).isEmpty();
    }

    private void mergesTwoChangesAndKeepsBothTextsOfACollision() {
        ApiClient.Answer base = journalist.get(article).expect(200);
        String fund = html(base.json(), 5);
        String five = fund.replace("4 million", "5 million");
        String six = fund.replace("4 million", "6 million");
        journalist
                .put(article, base.etag(), withParagraph(base.json(), 5, five))
                .expect(200);
        // Another editor than the one who approves: nobody approves what they wrote.
        JsonObject merged = secondEditor
                .put(article, base.etag(), withParagraph(base.json(), 7, html(base.json(), 7) + " He stayed."))
                .expect(200)
                .json();
        assertThat(merged.getBoolean("merged")).isTrue();
        assertThat(html(merged, 5)).isEqualTo(five);
        assertThat(html(merged, 7)).endsWith("He stayed.");

        JsonObject conflict = secondEditor
                .put(article, base.etag(), withParagraph(base.json(), 5, six))
                .expect(409)
                .json();
        JsonObject place = conflict.getJsonArray("conflicts").getJsonObject(0);
        assertThat(place.getString("block")).isEqualTo(blocks.get(5));
        assertThat(place.getString("base")).isEqualTo(fund);
        assertThat(place.getString("current")).isEqualTo(five);
        assertThat(place.getString("incoming")).isEqualTo(six);

        JsonObject restored = journalist
                .post(
                        article + "/restore",
                        Json.createObjectBuilder().add("revision", 2).build())
                .expect(200)
                .json();
        assertThat(restored.getInt("revision")).isEqualTo(5);
        assertThat(restored.getBoolean("unsaved")).isFalse();
        assertThat(html(restored, 5)).isEqualTo(fund);
        assertThat(journalist
                        .get(article + "/revisions/verify")
                        .expect(200)
                        .json()
                        .getBoolean("intact"))
                .isTrue();
    }

    private void submits() {
        editorIsToldThatTheStoryIsADraft();
        assertThat(journalist
                        .post(article + "/transitions", action("submit"))
                        .expect(200)
                        .json()
                        .getString("state"))
                .isEqualTo("submitted");
        journalist.post(article + "/transitions", action("approve")).expect(403);
    }

    private void editorIsToldThatTheStoryIsADraft() {
        JsonObject publish = editor.get(article + "/transitions").expect(200).json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(choice -> choice.getString("action").equals("publish"))
                .findFirst()
                .orElseThrow();
        assertThat(publish.getBoolean("allowed")).isFalse();
        assertThat(publish.getString("reason")).isNotBlank();
        editor.post(article + "/transitions", action("publish")).expect(409);
    }

    private void placesTwoAdsInTheBody() {
        journalist.postNothing(article + "/ads/auto").expect(403);
        JsonObject layout =
                adManager.postNothing(article + "/ads/auto").expect(200).json();
        assertThat(layout.getJsonArray("ads")).hasSize(4);
        assertThat(anchorsInBody(layout)).hasSize(2);
        assertThat(report().getJsonArray("violations")).isEmpty();
    }

    private void movesOneAdToAnotherGap() {
        ApiClient.Answer layout = adManager.get(article + "/ads").expect(200);
        String tag = layout.etag();
        String from = anchorsInBody(layout.json()).get(1);
        List<String> allowed = report().getJsonArray("gaps").getValuesAs(JsonObject.class).stream()
                .filter(gap -> gap.getString("verdict").equals("allowed"))
                .map(gap -> gap.getString("after"))
                .toList();
        String to = blocks.get(blocks.indexOf(from) + 1);
        assertThat(allowed).contains(to);
        JsonObject moved = adManager
                .put(article + "/ads", tag, moved(layout.json(), from, to))
                .expect(200)
                .json();
        assertThat(anchorsInBody(moved)).contains(to).doesNotContain(from).hasSize(2);
        assertThat(report().getJsonArray("violations")).isEmpty();
    }

    private void approvesAndPublishes() {
        int revision = editor.get(article).expect(200).json().getInt("revision");
        JsonObject approve = Json.createObjectBuilder(action("approve"))
                .add("revision", revision)
                .build();
        editor.post(article + "/transitions", approve).expect(200);
        JsonObject published = editor.post(article + "/transitions", action("publish"))
                .expect(200)
                .json();
        assertThat(published.getString("state")).isEqualTo("published");
        JsonArray timeline =
                editor.get(article + "/timeline").expect(200).json().getJsonArray("items");
        assertThat(timeline.getValuesAs(JsonObject.class).stream().map(line -> line.getString("stream")))
                .contains("text", "ads", "workflow");
    }

    private void readersSeeTheStoryWithItsAds() {
        JsonObject story = editor.get(article).expect(200).json();
        ApiClient.Answer page = reader.get("/news/" + story.getString("section") + "/" + story.getString("slug"))
                .expect(200);
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .contains(WireSample.HEADLINE)
                .contains(NOTE.strip())
                .contains("3 min read");
        int lastParagraph = page.body().indexOf("on all of this,");
        String aboveTheEnd = page.body().substring(0, lastParagraph);
        assertThat(aboveTheEnd.split("<aside class=\"ad-slot", -1)).hasSize(3);

        String id = article.substring(article.lastIndexOf('/') + 1);
        JsonObject content = reader.get("/api/v1/content/" + id).expect(200).json();
        assertThat(content.getString("uri")).endsWith(":article/" + id);
        assertThat(content.getJsonArray("altIds").getJsonObject(1).getString("value"))
                .endsWith("/news/world/" + story.getString("slug"));
        assertThat(content.getJsonArray("headlines").getJsonObject(0).getString("value"))
                .isEqualTo(WireSample.HEADLINE);
    }

    private JsonObject report() {
        return adManager.get(article + "/ads/report").expect(200).json();
    }

    private static JsonObject action(String key) {
        return Json.createObjectBuilder().add("action", key).build();
    }

    private static String html(JsonObject story, int block) {
        return story.getJsonArray("body").getJsonObject(block).getString("html");
    }

    private static JsonObject withParagraph(JsonObject story, int index, String html) {
        JsonArrayBuilder body = Json.createArrayBuilder(story.getJsonArray("body"));
        JsonObject block = story.getJsonArray("body").getJsonObject(index);
        body.set(index, Json.createObjectBuilder(block).add("html", html).build());
        return Json.createObjectBuilder(story).add("body", body).build();
    }

    /** The blocks after which slots stand between paragraphs, from the top down. */
    private List<String> anchorsInBody(JsonObject layout) {
        List<String> anchors = layout.getJsonArray("ads").getValuesAs(JsonObject.class).stream()
                .map(slot -> slot.get("after") instanceof JsonString after ? after.getString() : null)
                .filter(Objects::nonNull)
                .filter(after -> !after.equals(blocks.get(blocks.size() - 1)))
                .toList();
        return blocks.stream().filter(anchors::contains).toList();
    }

    private static JsonObject moved(JsonObject layout, String from, String to) {
        JsonArrayBuilder ads = Json.createArrayBuilder();
        for (JsonObject slot : layout.getJsonArray("ads").getValuesAs(JsonObject.class)) {
            boolean it = slot.get("after") instanceof JsonString after
                    && after.getString().equals(from);
            ads.add(
                    it
                            ? Json.createObjectBuilder(slot)
                                    .add("after", to)
                                    .add("pinned", true)
                                    .build()
                            : slot);
        }
        return Json.createObjectBuilder().add("ads", ads).build();
    }
}
