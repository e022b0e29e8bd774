package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Readers' pages over HTTP: addresses that move, lists that are turned page by page, translations, and what caches are told. */
interface ReaderEdges {
    URI base();

    private Http desk(String person) {
        return KnownPeople.of(base(), person).with("Content-Type", "application/json");
    }

    private void takes(String person, String article, String action) {
        JsonObject step = Json.createObjectBuilder()
                .add("action", action)
                .add("note", "Said for readers.")
                .build();
        desk(person).send("POST", article + "/transitions", step.toString()).expect(200);
    }

    private void goesLive(String article, String approver) {
        takes("journalist", article, "submit");
        takes(approver, article, "approve");
        takes("editor", article, "publish");
    }

    private String written(String headline, String section, String language) {
        JsonObject story = Json.createObjectBuilder()
                .add("headline", headline)
                .add("section", section)
                .add("language", language)
                .add(
                        "body",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("id", "p1")
                                        .add("type", "paragraph")
                                        .add("html", "As it was first.")))
                .build();
        return "api/v1/articles/"
                + desk("journalist")
                        .send("POST", "api/v1/articles", story.toString())
                        .expect(201)
                        .json()
                        .getInt("id");
    }

    private String live(String headline, String section, String language) {
        String article = written(headline, section, language);
        goesLive(article, "editor");
        return article;
    }

    /** Saves the story with other members. @return what it is then */
    private JsonObject saved(String person, String article, JsonObject change) {
        return sent(person, article, change).expect(200).json();
    }

    private Http.Answer sent(String person, String article, JsonObject change) {
        Http.Answer now = desk(person).get(article).expect(200);
        JsonObjectBuilder story = Json.createObjectBuilder();
        for (String kept : List.of("headline", "section", "slug", "language", "tags", "body")) {
            story.add(kept, now.json().get(kept));
        }
        change.forEach(story::add);
        return desk(person)
                .with("If-Match", now.etag())
                .send("PUT", article, story.build().toString());
    }

    private static JsonObject address(String section, String slug) {
        return Json.createObjectBuilder()
                .add("section", section)
                .add("slug", slug)
                .build();
    }

    private Http.Answer page(String path) {
        return Http.nobody(base()).get(path);
    }

    @Test
    default void every_address_that_a_story_ever_had_leads_to_where_it_is_now() {
        String article = live("Moves twice", "world", "en");
        assertThat(page("news/world/moves-twice").expect(200).body()).contains("Moves twice");
        String content = "api/v1/content/" + article.substring(article.lastIndexOf('/') + 1);
        String uri = page(content).expect(200).json().getString("uri");
        // For a journalist the address stays, and they hear that.
        JsonObject refused =
                sent("journalist", article, address("sport", "mine")).problem(400);
        assertThat(refused.getJsonArray("violations"))
                .extracting(one -> one.asJsonObject().getString("pointer"))
                .containsExactly("/slug", "/section");
        saved("journalist", article, address("world", "moves-twice"));
        assertThat(saved("editor", article, address("world", "moved-once")).getString("slug"))
                .isEqualTo("moved-once");
        page("news/world/moves-twice").expect(200);
        page("news/world/moved-once").expect(404);
        assertThat(desk("editor").get(article).json().getString("url")).endsWith("/news/world/moves-twice");
        goesLive(article, "editor2");
        assertThat(page("news/world/moves-twice").expect(301).header("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/galley/news/world/moved-once"));
        saved("editor", article, address("culture", "moved-again"));
        goesLive(article, "editor2");
        for (String old : List.of("news/world/moves-twice", "news/world/moved-once")) {
            Http.Answer moved = page(old).expect(301);
            assertThat(moved.header("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/galley/news/culture/moved-again"));
            assertThat(moved.header("Set-Cookie")).isEmpty();
            assertThat(moved.header("Cache-Control").orElseThrow()).contains("max-age=0");
        }
        Http.Answer here = page("news/culture/moved-again").expect(200);
        assertThat(here.body()).contains("/news/culture/moved-again\">");
        assertThat(page("feeds/culture.rss").body()).contains("/news/culture/moved-again", ">" + uri + "<");
        assertThat(page(content).expect(200).json().getString("uri")).isEqualTo(uri);
        // Nobody else gets an address that was this story's.
        String other = written("Moves twice", "world", "en");
        saved("journalist", other, address("world", "moves-twice"));
        takes("journalist", other, "submit");
        assertThat(desk("editor")
                        .send("POST", other + "/transitions", "{\"action\":\"approve\"}")
                        .problem(409)
                        .getString("code"))
                .isEqualTo("address-taken");
        takes("editor", article, "withdraw");
        assertThat(page(content).expect(410).json().getString("uri")).isEqualTo(uri);
        for (String gone : List.of("news/world/moves-twice", "news/culture/moved-again")) {
            assertThat(page(gone).expect(410).body()).contains("Said for readers.");
        }
    }

    @Test
    default void a_page_is_new_with_the_next_request_after_publication_and_known_pages_are_not_sent_again() {
        String article = live("Fresh at once", "economy", "en");
        String path = "news/economy/fresh-at-once";
        Http.Answer first = page(path).expect(200);
        assertThat(first.header("Set-Cookie")).isEmpty();
        assertThat(first.header("Vary")).hasValue("Accept-Encoding");
        Http reader = Http.nobody(base());
        assertThat(reader.with("If-None-Match", first.etag())
                        .get(path)
                        .expect(304)
                        .body())
                .isEmpty();
        Http.Answer head = reader.send("HEAD", path, "").expect(200);
        assertThat(head.header("ETag")).hasValue(first.etag());
        assertThat(head.header("Content-Length")).isEqualTo(first.header("Content-Length"));
        // One is answered at the door and the other by the servlet.
        for (String guard :
                List.of("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Content-Security-Policy")) {
            assertThat(reader.get(path).header(guard)).as(guard).isPresent().isEqualTo(head.header(guard));
        }
        Http.Answer zipped =
                reader.with("Accept-Encoding", "br, gzip;q=0.5").get(path).expect(200);
        assertThat(zipped.header("Content-Encoding")).hasValue("gzip");
        assertThat(zipped.etag()).isNotEqualTo(first.etag());
        assertThat(reader.with("Accept-Encoding", "gzip;q=0").get(path).header("Content-Encoding"))
                .isEmpty();
        for (int round = 1; round <= 3; round++) {
            String words = "As it was found out later, " + round + ".";
            saved(
                    "journalist",
                    article,
                    Json.createObjectBuilder()
                            .add(
                                    "body",
                                    Json.createArrayBuilder()
                                            .add(Json.createObjectBuilder()
                                                    .add("id", "p1")
                                                    .add("type", "paragraph")
                                                    .add("html", words)))
                            .build());
            goesLive(article, "editor");
            assertThat(reader.with("If-None-Match", first.etag())
                            .get(path)
                            .expect(200)
                            .body())
                    .contains(words);
        }
    }

    @Test
    default void what_is_not_there_leads_on_and_one_slash_too_many_is_taken_away() {
        for (String none : List.of("news/world/nothing-here", "news/nosuch", "news/a/b/c", "news?after=zzz")) {
            Http.Answer answer = page(none).expect(404);
            assertThat(Jsoup.parse(answer.body()).select("nav.ways a")).as(none).isNotEmpty();
            assertThat(answer.header("Set-Cookie")).as(none).isEmpty();
        }
        assertThat(page("news/").expect(301).header("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/galley/news"));
        assertThat(page("news/world/?x=1").expect(301).header("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/galley/news/world?x=1"));
    }

    @Test
    default void whoever_would_change_a_readers_page_is_told_what_can_be_done_with_it() {
        for (String path : List.of("news", "news/world", "news/world/nothing-here", "news/a/b/c")) {
            for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                Http.Answer answer = Http.nobody(base())
                        .send(method, path, method.equals("DELETE") ? "" : "x")
                        .expect(405);
                assertThat(answer.header("Allow")).as(path).hasValue("GET, HEAD, OPTIONS");
                assertThat(answer.body()).as(path).isEmpty();
            }
        }
    }

    @Test
    default void a_list_shows_every_story_once_whatever_is_published_while_it_is_turned() {
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            live("Turned page " + i, "sport", "en");
            wanted.add(0, "/news/sport/turned-page-" + i);
        }
        List<String> seen = new ArrayList<>();
        URI at = base().resolve("news/sport");
        for (int turned = 0; at != null && !seen.containsAll(wanted); turned++) {
            assertThat(turned).as("pages turned").isLessThan(20);
            Document page = Jsoup.parse(
                    Http.nobody(base()).get(at.toString()).expect(200).body(), at.toString());
            page.select(".stories h2 a")
                    .forEach(link ->
                            seen.add(URI.create(link.absUrl("href")).getPath().replace("/galley", "")));
            live("Published meanwhile " + turned, "sport", "en");
            at = page.select(".paging a[rel=next]").isEmpty()
                    ? null
                    : URI.create(page.expectFirst(".paging a[rel=next]").absUrl("href"));
        }
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(wanted);
        Document front = Jsoup.parse(page("news").expect(200).body());
        assertThat(front.select(".stories > li")).hasSize(20);
        assertThat(front.expectFirst(".stories h2").text()).startsWith("Published meanwhile");
    }

    @Test
    default void pages_name_their_published_translations_and_each_other() {
        String english = live("Told in English", "culture", "en");
        String german = written("Auf Deutsch gesagt", "culture", "de");
        int number = Integer.parseInt(english.substring(english.lastIndexOf('/') + 1));
        JsonObject of = Json.createObjectBuilder().add("translationOf", number).build();
        JsonObject linked = desk("journalist")
                .send("PUT", german + "/translations", of.toString())
                .expect(200)
                .json();
        assertThat(linked.getJsonArray("items").getJsonObject(0).getInt("article"))
                .isEqualTo(number);
        assertThat(page("news/culture/told-in-english").body()).doesNotContain("hreflang");
        goesLive(german, "editor");
        List<String> links = links("news/culture/told-in-english");
        assertThat(links).hasSize(2).anyMatch(link -> link.startsWith("de ")).anyMatch(link -> link.startsWith("en "));
        assertThat(links("news/culture/auf-deutsch-gesagt")).isEqualTo(links);
        String before = page("news/culture/told-in-english").etag();
        takes("editor", german, "withdraw");
        Http.Answer after = page("news/culture/told-in-english").expect(200);
        assertThat(after.body()).doesNotContain("hreflang");
        assertThat(after.etag()).isNotEqualTo(before);
        desk("journalist2")
                .send("PUT", german + "/translations", "{\"translationOf\":null}")
                .problem(403);
        JsonObject problem = desk("journalist")
                .send("PUT", german + "/translations", "{\"of\":1}")
                .problem(400);
        assertThat(problem.getJsonArray("violations")).hasSize(2);
    }

    private List<String> links(String path) {
        return Jsoup.parse(page(path).expect(200).body()).select("link[hreflang]").stream()
                .map(link -> link.attr("hreflang") + " " + link.attr("href"))
                .toList();
    }
}
