package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.galley.api.content.OfficialNinjs;
import org.junit.jupiter.api.Test;

/** The content API, as other systems without an account read it. */
interface ContentEdges {
    URI base();

    private Http nobodyAtAll() {
        return Http.nobody(base());
    }

    private void takes(String person, long id, String action) {
        JsonObject step = Json.createObjectBuilder()
                .add("action", action)
                .add("note", "Said for content.")
                .build();
        Http.person(base(), person)
                .json("POST", "api/v1/articles/" + id + "/transitions", step)
                .expect(200);
    }

    /** A live story. */
    private long live(String headline, String tag, String byline, String language) {
        JsonObjectBuilder story = Json.createObjectBuilder()
                .add("headline", headline)
                .add("section", "culture")
                .add("language", language)
                .add("bylines", Json.createArrayBuilder().add(byline))
                .add("tags", Json.createArrayBuilder().add(tag))
                .add(
                        "leadImage",
                        Json.createObjectBuilder()
                                .add("src", "https://pictures.example.org/a%20b.jpg")
                                .add("alt", "A pier")
                                .add("caption", "The pier")
                                .add("credit", "Cy Lens"))
                .add(
                        "body",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("id", "p1")
                                        .add("type", "paragraph")
                                        .add("html", "The 100% pier_ of " + tag))
                                .add(Json.createObjectBuilder()
                                        .add("id", "p2")
                                        .add("type", "paragraph")
                                        .add("html", "هنا <em>тепер</em> 🐟")));
        long id = Http.person(base(), "journalist")
                .json("POST", "api/v1/articles", story.build())
                .expect(201)
                .json()
                .getJsonNumber("id")
                .longValue();
        takes("journalist", id, "submit");
        takes("editor", id, "approve");
        takes("editor", id, "publish");
        return id;
    }

    private List<JsonObject> all(String query) {
        List<JsonObject> items = new ArrayList<>();
        String after = "";
        do {
            JsonObject page = nobodyAtAll()
                    .get("api/v1/content?limit=2&" + query + after)
                    .expect(200)
                    .json();
            JsonArray found = page.getJsonArray("items");
            assertThat(found).hasSizeLessThanOrEqualTo(2);
            items.addAll(found.getValuesAs(JsonObject.class));
            after = page.isNull("next") ? null : "&after=" + page.getString("next");
        } while (after != null);
        return items;
    }

    private static List<String> ids(List<JsonObject> items) {
        return items.stream()
                .map(item -> item.getJsonArray("altIds").getJsonObject(0).getString("value"))
                .toList();
    }

    @Test
    default void content_is_filtered_paged_and_every_item_is_valid_by_the_official_schema() {
        String tag = "t" + UUID.randomUUID().toString().substring(0, 8);
        List<String> three = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            three.add(
                    0,
                    String.valueOf(
                            live("Content of " + tag + " " + i, tag, "Ann O’Dea " + i, i == 0 ? "de-AT" : "en")));
        }
        List<JsonObject> items = all("tag=" + tag.toUpperCase(java.util.Locale.ROOT));
        assertThat(ids(items)).containsExactlyElementsOf(three);
        items.forEach(item -> {
            assertThat(OfficialNinjs.complaints(item.toString())).isEmpty();
        });
        assertThat(ids(all("tag=" + tag + "&language=de"))).containsExactly(three.get(2));
        assertThat(ids(all("tag=" + tag + "&byline=ann%20o%E2%80%99dea%201"))).containsExactly(three.get(1));
        assertThat(ids(all("q=" + tag + "%20100%25%20pier_&section=culture"))).containsExactlyElementsOf(three);
        assertThat(all("q=" + tag + "%20100%25x")).isEmpty();
        assertThat(all("tag=" + tag + "&section=sport")).isEmpty();
        assertThat(all("tag=" + tag + "&publishedBefore=2001-01-01")).isEmpty();
        assertThat(all("tag=" + tag + "&publishedSince=2001-01-01T00:00:00%2B02:00"))
                .hasSize(3);
        String first = three.get(2);
        takes("editor", Long.parseLong(first), "withdraw");
        assertThat(ids(all("tag=" + tag))).hasSize(2).doesNotContain(first);
        List<JsonObject> since = all("tag=" + tag + "&modifiedSince=2001-01-01");
        assertThat(since).hasSize(3);
        JsonObject gone = since.get(0);
        assertThat(gone.getString("uri")).isEqualTo(items.get(2).getString("uri"));
        assertThat(gone.getString("version")).isEqualTo("2");
        assertThat(ids(all("tag=" + tag + "&section=CULTURE"))).hasSize(2);
        assertThat(gone.getString("pubStatus")).isEqualTo("canceled");
        assertThat(OfficialNinjs.complaints(gone.toString())).isEmpty();
        assertThat(all("tag=" + tag + "&modifiedSince=2998-01-01")).isEmpty();
    }

    @Test
    default void filters_that_say_nothing_are_refused_by_name() {
        for (String name : List.of("modifiedSince", "publishedSince", "publishedBefore")) {
            for (String value : List.of("soon", "2025-13-01", "-1", "99999-01-01T00:00:00Z", "1900-01-01")) {
                JsonObject problem = nobodyAtAll()
                        .get("api/v1/content?" + name + "=" + value)
                        .problem(400);
                assertThat(problem.toString()).contains(name);
            }
        }
        nobodyAtAll().get("api/v1/content?q=" + "x".repeat(500)).problem(400);
        nobodyAtAll().get("api/v1/content?q=%00").problem(400);
        nobodyAtAll().get("api/v1/content?after=x").problem(400);
        nobodyAtAll().get("api/v1/content?tag=&q=%20&section=nowhere").expect(200);
    }

    @Test
    default void whoever_has_an_answer_already_is_told_so_and_no_foreign_page_is_let_in_by_default() {
        long id = live("Known " + Instant.now(), "known", "Ann", "en");
        for (String path : List.of("api/v1/content/" + id, "api/v1/content?tag=known&limit=1")) {
            Http.Answer first = nobodyAtAll().get(path).expect(200);
            String tag = first.etag();
            assertThat(first.header("Cache-Control").orElse("")).contains("public");
            assertThat(first.header("Set-Cookie")).isEmpty();
            Http.Answer again = nobodyAtAll()
                    .with("If-None-Match", "\"x\", W/" + tag)
                    .get(path)
                    .expect(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.etag()).isEqualTo(tag);
            nobodyAtAll().with("If-None-Match", "\"other\"").get(path).expect(200);
            nobodyAtAll()
                    .with("If-Modified-Since", "Tue, 01 Jan 2008 00:00:00 GMT")
                    .get(path)
                    .expect(200);
            nobodyAtAll().with("If-Modified-Since", "never").get(path).expect(200);
            Http.Answer foreign = nobodyAtAll()
                    .with("Origin", "https://www.example.org")
                    .get(path)
                    .expect(200);
            assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
        }
        assertThat(nobodyAtAll()
                        .send("HEAD", "api/v1/content/" + id, "")
                        .expect(200)
                        .etag())
                .isNotBlank();
        JsonObject item = nobodyAtAll().get("api/v1/content/" + id).json();
        assertThat(OfficialNinjs.complaints(item.toString())).isEmpty();
        takes("editor", id, "withdraw");
        JsonObject gone = nobodyAtAll().get("api/v1/content/" + id).expect(410).json();
        assertThat(OfficialNinjs.complaints(gone.toString())).isEmpty();
    }

    @Test
    default void a_form_that_no_plugin_writes_is_not_there() {
        long id = live("As it is not " + Instant.now(), "known", "Ann", "en");
        nobodyAtAll().get("api/v1/content/" + id + "/as/nosuch").problem(404);
        nobodyAtAll().get("api/v1/content/0/as/nosuch").problem(404);
        nobodyAtAll().get("api/v1/content/x/as/nosuch").problem(404);
    }
}
