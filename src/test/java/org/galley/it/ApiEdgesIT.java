package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests at the edges of the API's contract, over HTTP; the ways into the desk share the server. */
class ApiEdgesIT
        implements PlacementEdges,
                RunEdges,
                FeedEdges,
                ArchiveEdges,
                BlameEdges,
                CommentEdges,
                DeskWorkEdges,
                DeskEdges,
                AutosaveEdges,
                SocketEdges,
                MediaEdges,
                ReaderEdges,
                PreviewEdges,
                ContentEdges,
                ImportEdges,
                WebhookEdges,
                NotificationEdges,
                DescriptionEdges {
    private URI base;
    private Http nobody;
    private Http journalist;
    private Http editor;
    private Http adManager;

    @BeforeEach
    void come_in() {
        base = SharedServer.base();
        nobody = Http.nobody(base);
        journalist = Http.person(base, "journalist");
        editor = Http.person(base, "editor");
        adManager = Http.person(base, "admanager");
    }

    private static JsonObject block(String id, String html) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("type", "paragraph")
                .add("html", html)
                .build();
    }

    private static JsonObject story(String headline, JsonObject... blocks) {
        JsonArrayBuilder body = Json.createArrayBuilder();
        Arrays.stream(blocks).forEach(body::add);
        return Json.createObjectBuilder()
                .add("headline", headline)
                .add("body", body)
                .build();
    }

    @Override
    public URI base() {
        return base;
    }

    /** The path of a new article with three paragraphs. */
    @Override
    public String created(String headline) {
        JsonObject story =
                story(headline, block("p1", "The fund has 4 million."), block("p2", "Two."), block("p3", "Three."));
        JsonObject made = journalist.json("POST", ARTICLES, story).expect(201).json();
        return ARTICLES + "/" + made.getInt("id");
    }

    private static JsonObject edited(JsonObject story, int index, String html) {
        JsonArrayBuilder body = Json.createArrayBuilder(story.getJsonArray("body"));
        JsonObject block = story.getJsonArray("body").getJsonObject(index);
        body.set(index, Json.createObjectBuilder(block).add("html", html).build());
        return Json.createObjectBuilder(story).add("body", body).build();
    }

    private static JsonObject withSlotAfter(JsonObject story, String block) {
        JsonObject slot = Json.createObjectBuilder()
                .add("id", "s1")
                .add("definition", "inline")
                .add("after", block)
                .add("pinned", true)
                .build();
        return Json.createObjectBuilder(story)
                .add("ads", Json.createArrayBuilder().add(slot))
                .build();
    }

    private static String html(JsonObject story, int index) {
        return story.getJsonArray("body").getJsonObject(index).getString("html");
    }

    @Test
    void an_unknown_member_is_refused_by_its_name() {
        JsonObject story = Json.createObjectBuilder(story("Unknown", block("p1", "One.")))
                .add("colour", "red")
                .build();
        JsonObject problem = journalist.json("POST", ARTICLES, story).problem(400);
        assertThat(problem.getJsonArray("violations").toString()).contains("colour");
        JsonObject deep = story(
                "Unknown",
                Json.createObjectBuilder(block("p1", "One."))
                        .add("onclick", "x")
                        .build());
        assertThat(journalist
                        .json("POST", ARTICLES, deep)
                        .problem(400)
                        .getJsonArray("violations")
                        .toString())
                .contains("onclick");
    }

    @Test
    void a_save_has_to_say_what_it_started_from() {
        String article = created("No If-Match");
        JsonObject story = journalist.get(article).expect(200).json();
        journalist.json("PUT", article, story).problem(428);
        journalist.json("PUT", article + "/working-copy", story).problem(428);
        journalist.with("If-Match", "four").json("PUT", article, story).problem(400);
    }

    @Test
    void a_late_save_is_merged_or_keeps_both_texts() {
        String article = created("Late save");
        Http.Answer start = journalist.get(article).expect(200);
        Http late = editor.with("If-Match", start.etag());
        journalist
                .with("If-Match", start.etag())
                .json("PUT", article, edited(start.json(), 0, "The fund has 5 million."))
                .expect(200);
        JsonObject merged = late.json("PUT", article, edited(start.json(), 2, "Three and four."))
                .expect(200)
                .json();
        assertThat(merged.getBoolean("merged")).isTrue();
        assertThat(html(merged, 0)).isEqualTo("The fund has 5 million.");
        assertThat(html(merged, 2)).isEqualTo("Three and four.");
        JsonObject problem = late.json("PUT", article, edited(start.json(), 0, "The fund has 6 million."))
                .problem(409);
        JsonObject place = problem.getJsonArray("conflicts").getJsonObject(0);
        assertThat(place.getString("block")).isEqualTo("p1");
        assertThat(place.getString("base")).isEqualTo("The fund has 4 million.");
        assertThat(place.getString("current")).isEqualTo("The fund has 5 million.");
        assertThat(place.getString("incoming")).isEqualTo("The fund has 6 million.");
        assertThat(journalist.get(article).json().getJsonArray("body")).isEqualTo(merged.getJsonArray("body"));
    }

    @Test
    void text_and_ads_are_each_for_those_who_may_change_them() {
        String article = created("Rights");
        Http.Answer start = journalist.get(article).expect(200);
        JsonObject withAds = withSlotAfter(start.json(), "p2");
        journalist.with("If-Match", start.etag()).json("PUT", article, withAds).problem(403);
        adManager
                .with("If-Match", start.etag())
                .json("PUT", article, edited(start.json(), 1, "Changed by the ad manager."))
                .problem(403);
        Http.Answer placed = adManager
                .with("If-Match", start.etag())
                .json("PUT", article, withAds)
                .expect(200);
        assertThat(placed.json().getJsonArray("ads")).hasSize(1);
        adManager
                .with("If-Match", placed.etag())
                .json("PUT", article, edited(withAds, 1, "Changed by the ad manager."))
                .problem(403);
        assertThat(html(journalist.get(article).json(), 1)).isEqualTo("Two.");
    }

    @Test
    void repeated_ids_are_issued_anew_and_reported() {
        String article = created("Repeated ids");
        Http.Answer start = journalist.get(article).expect(200);
        JsonArrayBuilder body = Json.createArrayBuilder(start.json().getJsonArray("body"));
        body.add(block("p1", "The same id again."));
        JsonObject saved = journalist
                .with("If-Match", start.etag())
                .json(
                        "PUT",
                        article,
                        Json.createObjectBuilder(start.json()).add("body", body).build())
                .expect(200)
                .json();
        List<String> ids = saved.getJsonArray("body").getValuesAs(JsonObject.class).stream()
                .map(block -> block.getString("id"))
                .toList();
        assertThat(ids).hasSize(4).doesNotHaveDuplicates().startsWith("p1", "p2", "p3");
        assertThat(html(saved, 0)).isEqualTo("The fund has 4 million.");
        assertThat(html(saved, 3)).isEqualTo("The same id again.");
        assertThat(saved.getJsonArray("warnings").toString()).contains("p1");
    }

    @Test
    void what_is_not_there_is_said_as_a_problem_document() {
        editor.get(ARTICLES + "/999999999").problem(404);
        editor.get(created("Few revisions") + "/revisions/99").problem(404);
        editor.get("api/v1/nope").problem(404);
        editor.get(ARTICLES + "/ten").problem(404);
        for (String path : List.of("api", "api/", "api/nope", "api/v2/articles")) {
            nobody.get(path).problem(404);
        }
        nobody.get("api/v1/content/999999999").problem(404);
        nobody.get("api/v1/content/" + created("Draft only").replaceAll(".*/", ""))
                .problem(404);
    }

    @Test
    void methods_types_and_bodies_that_do_not_fit_are_refused() {
        String article = created("Refused bodies");
        Http json = journalist.with("Content-Type", "application/json");
        assertThat(json.send("DELETE", article, "").header("Allow")).isPresent();
        json.send("DELETE", article, "").problem(405);
        json.send("PATCH", ARTICLES, "{}").problem(405);
        journalist
                .with("Content-Type", "text/xml")
                .send("POST", ARTICLES, "<a/>")
                .problem(415);
        journalist.with("Content-Type", "nonsense").send("POST", ARTICLES, "{}").problem(415);
        journalist.with("Accept", "a/b/c;;").get(ARTICLES).problem(400);
        journalist.with("Accept", "image/png").get(ARTICLES).problem(406);
        for (String broken : List.of("", "{", "[]", "null", "{\"a\":1,\"a\":2}", "{} {}", "{\"headline\":\"x\"")) {
            json.send("POST", ARTICLES, broken).problem(400);
        }
        byte[] notUtf8 = "{\"headline\":\"Ж\"}".getBytes(StandardCharsets.UTF_16);
        json.send("POST", ARTICLES, BodyPublishers.ofByteArray(notUtf8)).problem(400);
        String large = "{\"headline\":\"" + "x".repeat(9 * 1024 * 1024) + "\"}";
        json.send("POST", ARTICLES, large).problem(413);
        json.send("POST", article + "/transitions", "{\"action\":\"fly\"}").problem(400);
        json.send("POST", article + "/restore", "{\"revision\":\"one\"}").problem(400);
        journalist.get(ARTICLES + "?limit=-1").problem(400);
        journalist.get(ARTICLES + "?after=nonsense").problem(400);
        journalist.get(ARTICLES + "?state=flying").problem(400);
        journalist.get(article + "?at=yesterday").problem(400);
        journalist.get(article + "/diff?from=1&to=x").problem(400);
        journalist.get(article + "/diff?from=1&to=99").problem(404);
    }

    @Test
    void an_import_that_is_no_text_is_refused_and_nothing_is_saved() {
        Http plain = journalist.with("Content-Type", "text/plain");
        String newest = newestArticle();
        byte[] binary = new byte[10_000];
        new Random(1).nextBytes(binary);
        assertThat(plain.send("POST", "api/v1/imports", "").problem(400).toString())
                .contains("empty");
        plain.send("POST", "api/v1/imports", "  \n \r\n\t ").problem(400);
        plain.send("POST", "api/v1/imports", BodyPublishers.ofByteArray(binary)).problem(400);
        String tenMegabytes = "A sentence of a text. ".repeat(10 * 1024 * 1024 / 22 + 1);
        assertThat(plain.send("POST", "api/v1/imports", tenMegabytes)
                        .problem(413)
                        .getString("detail"))
                .contains("1 MiB");
        journalist
                .with("Content-Type", "application/pdf")
                .send("POST", "api/v1/imports", "%PDF")
                .problem(415);
        plain.send("POST", "api/v1/imports?section=nowhere", "A headline\n\nA text of some words.")
                .problem(400);
        assertThat(newestArticle()).isEqualTo(newest);
    }

    private String newestArticle() {
        JsonObject page = editor.get(ARTICLES + "?limit=1").expect(200).json();
        return page.getJsonArray("items").toString();
    }

    @Test
    void whoever_has_no_account_is_asked_for_one() {
        for (String path :
                List.of(ARTICLES, ARTICLES + "/1", "api/v1/slot-definitions/inline", "api/v1/policies/global")) {
            Http.Answer refused = nobody.get(path);
            refused.problem(401);
            assertThat(refused.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
            assertThat(refused.header("Set-Cookie")).isEmpty();
        }
        for (String bad : List.of("Bearer galley_nonsense", "Bearer ", "Digest x", "Basic !!!")) {
            Http.Answer refused = nobody.with("Authorization", bad).get(ARTICLES);
            refused.problem(401);
            assertThat(refused.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
        }
        Http.Answer wrong =
                nobody.with("Authorization", "Basic bm9ib2R5Om5vdGhpbmc=").send("POST", "api/v1/tokens", "");
        wrong.problem(401);
        assertThat(wrong.header("WWW-Authenticate").orElse("")).startsWith("Basic");
    }

    @Test
    void a_withdrawn_story_is_no_longer_among_the_content_but_its_cancellation_is_told() {
        String article = created("To be withdrawn");
        String content = "api/v1/content/" + article.replaceAll(".*/", "");
        transition(journalist, article, "submit");
        transition(editor, article, "approve");
        transition(editor, article, "publish");
        JsonObject item = nobody.get(content).expect(200).json();
        assertThat(item.getJsonArray("altIds").getJsonObject(1).getString("value"))
                .contains("/news/world/to-be-withdrawn");
        assertThat(allContent()).contains("to-be-withdrawn");
        JsonObject noNote = Json.createObjectBuilder().add("action", "withdraw").build();
        editor.json("POST", article + "/transitions", noNote).problem(400);
        transition(editor, article, "withdraw");
        assertThat(nobody.get(content).expect(410).json().getString("pubStatus"))
                .isEqualTo("canceled");
        assertThat(allContent()).doesNotContain("to-be-withdrawn");
        String slug = editor.get(article).json().getString("slug");
        assertThat(nobody.get("news/world/" + slug).expect(410).header("Set-Cookie"))
                .isEmpty();
    }

    /** Every page of the content, as text: other tests publish too, some of them ahead of the clock. */
    private String allContent() {
        StringBuilder pages = new StringBuilder();
        String after = "";
        do {
            JsonObject page =
                    nobody.get("api/v1/content?limit=50" + after).expect(200).json();
            pages.append(page.getJsonArray("items"));
            after = page.isNull("next") ? null : "&after=" + page.getString("next");
        } while (after != null);
        return pages.toString();
    }

    private static void transition(Http person, String article, String action) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("action", action).add("note", "For the test.");
        person.json("POST", article + "/transitions", json.build()).expect(200);
    }
}
