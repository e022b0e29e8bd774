package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Feeds and sitemaps, as programs without an account read them. */
interface FeedEdges {
    URI base();

    private Http desk(String person) {
        return Http.person(base(), person).with("Content-Type", "application/json");
    }

    private void takes(String person, String article, String action) {
        JsonObject step = Json.createObjectBuilder()
                .add("action", action)
                .add("note", "Said for the feeds.")
                .build();
        desk(person).send("POST", article + "/transitions", step.toString()).expect(200);
    }

    /** A live story of the section culture. @return its path in the API */
    private String published(String headline, String tag) {
        JsonObject story = Json.createObjectBuilder()
                .add("headline", headline)
                .add("section", "culture")
                .add("bylines", Json.createArrayBuilder().add("Ann O’Dea"))
                .add("tags", Json.createArrayBuilder().add(tag))
                .add(
                        "body",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "paragraph")
                                        .add("html", "Fish &amp; chips ]]&gt; <em>тепер</em> هنا 🐟")))
                .build();
        int id = desk("journalist")
                .send("POST", "api/v1/articles", story.toString())
                .expect(201)
                .json()
                .getInt("id");
        String article = "api/v1/articles/" + id;
        takes("journalist", article, "submit");
        takes("editor", article, "approve");
        takes("editor", article, "publish");
        return article;
    }

    private static Document xml(Http.Answer answer) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(answer.expect(200).body())));
        } catch (Exception e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** What all elements of a name say; stories of other tests are there too, so none has a place of its own. */
    private static List<String> texts(Http.Answer answer, String name) {
        NodeList found = xml(answer).getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    @Test
    default void a_story_is_in_every_feed_while_it_is_live_and_in_none_when_it_is_withdrawn() {
        String headline = "Feeds & <friends> “today”";
        String article = published(headline, "Feeding time");
        Http reader = Http.nobody(base());
        List<String> feeds = List.of("feeds/culture", "feeds/tag/feeding%20time", "feeds/author/Ann%20O%E2%80%99Dea");
        for (String place : feeds) {
            Http.Answer rss = reader.get(place + ".rss");
            assertThat(texts(rss, "title")).as(place).containsOnlyOnce(headline);
            assertThat(rss.header("Set-Cookie")).isEmpty();
            assertThat(rss.header("Content-Type").orElseThrow()).startsWith("application/rss+xml");
            assertThat(texts(reader.get(place + ".atom"), "summary"))
                    .as(place)
                    .containsOnlyOnce("Fish & chips ]]> тепер هنا 🐟");
            JsonObject json = reader.get(place + ".json").expect(200).json();
            assertThat(json.getJsonArray("items")
                            .getValuesAs(item -> item.asJsonObject().getString("title")))
                    .as(place)
                    .containsOnlyOnce(headline);
        }
        assertThat(xml(reader.get("feeds/world.atom"))
                        .getElementsByTagName("entry")
                        .getLength())
                .isLessThanOrEqualTo(50);
        assertThat(reader.get("feeds/world.rss").body()).doesNotContain("friends");
        assertThat(reader.get("sitemap-news.xml").expect(200).body()).contains("Feeds &amp; &lt;friends&gt;");
        assertThat(reader.get("sitemap.xml").expect(200).body()).contains("/sitemaps/1.xml</loc>");
        assertThat(reader.get("sitemaps/1.xml").expect(200).body()).contains("/news/culture/feeds-friends-today");

        Http.Answer first = reader.get("feeds/culture.rss").expect(200);
        Http again = reader.with("If-None-Match", first.etag());
        assertThat(again.get("feeds/culture.rss").expect(304).body()).isEmpty();
        takes("editor", article, "withdraw");
        assertThat(again.get("feeds/culture.rss").expect(200).body()).doesNotContain("friends");
        for (String place : feeds) {
            for (String format : List.of(".rss", ".atom", ".json")) {
                assertThat(reader.get(place + format).expect(200).body()).doesNotContain("friends");
            }
        }
        assertThat(reader.get("sitemap-news.xml").body()).doesNotContain("friends");
        Http.Answer places = reader.get("sitemaps/1.xml");
        assertThat(places.status()).isIn(200, 404);
        assertThat(places.body()).doesNotContain("feeds-friends-today");
    }

    @Test
    default void a_tag_with_a_slash_has_a_feed_and_the_language_of_a_feed_is_the_site_s() {
        String article = published("A or b", "slash a/b c");
        Http reader = Http.nobody(base());
        for (String address : List.of("feeds/tag/slash%20a/b%20c")) {
            assertThat(texts(reader.get(address + ".rss"), "title")).contains("A or b");
            assertThat(texts(reader.get(address + ".rss"), "language")).containsExactly("en");
            assertThat(reader.get(address + ".json").expect(200).json().getString("feed_url"))
                    .endsWith("/feeds/tag/slash%20a/b%20c.json");
        }
        takes("editor", article, "withdraw");
    }

    @Test
    default void feeds_sitemaps_and_content_are_zipped_for_whoever_takes_that_with_a_tag_of_their_own() {
        List<String> articles = IntStream.range(0, 3)
                .mapToObj(i -> published("Zipped " + i, "zipped"))
                .toList();
        Http plain = Http.nobody(base());
        Http zipping = plain.with("Accept-Encoding", "gzip");
        for (String path : List.of(
                "feeds/tag/zipped.rss", "feeds/tag/zipped.json", "sitemap-news.xml", "api/v1/content?tag=zipped")) {
            Http.Answer whole = plain.get(path).expect(200);
            assertThat(whole.header("Content-Encoding")).as(path).isEmpty();
            assertThat(whole.response().headers().allValues("Vary").toString()).contains("Accept-Encoding");
            Http.Answer zipped = zipping.get(path).expect(200);
            assertThat(zipped.header("Content-Encoding")).as(path).contains("gzip");
            assertThat(zipped.etag()).isNotEqualTo(whole.etag());
            assertThat(unzipped(zipping.bytes(path))).as(path).isEqualTo(whole.body());
            for (String known : List.of(zipped.etag(), whole.etag())) {
                Http.Answer again =
                        zipping.with("If-None-Match", known).get(path).expect(304);
                assertThat(again.etag()).isEqualTo(zipped.etag());
                assertThat(again.header("Content-Encoding")).isEmpty();
            }
        }
        articles.forEach(article -> takes("editor", article, "withdraw"));
    }

    private static String unzipped(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    default void robots_are_told_where_the_sitemaps_are_and_what_is_not_for_them() {
        Http reader = Http.nobody(base());
        assertThat(reader.get("robots.txt").expect(200).body())
                .contains("Disallow: /desk", "Disallow: /api/", "/webhooks", "/checklist", "/notifications")
                .containsPattern("Sitemap: http.*/sitemap\\.xml");
        for (String format : List.of(".rss", ".atom", ".json")) {
            assertThat(reader.get("feeds/latest" + format).expect(200).header("Set-Cookie"))
                    .isEmpty();
        }
        Document index = xml(reader.get("sitemap.xml"));
        assertThat(index.getElementsByTagName("loc").item(0).getTextContent()).endsWith("/sitemap-news.xml");
        for (String none : List.of(
                "feeds/",
                "feeds/nosuch.rss",
                "feeds/latest.xml",
                "feeds/a/b.rss",
                "sitemaps/0.xml",
                "sitemaps/9999.xml")) {
            assertThat(reader.get(none).expect(404).header("Set-Cookie"))
                    .as(none)
                    .isEmpty();
        }
    }
}
