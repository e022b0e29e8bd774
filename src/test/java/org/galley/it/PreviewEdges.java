package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Links to previews as programs make them and as anybody opens them. */
interface PreviewEdges {
    URI base();

    /** The path of a new article of the journalist with the paragraphs p1, p2 and p3. */
    String created(String headline);

    private Http desk(String person) {
        return KnownPeople.of(base(), person).with("Content-Type", "application/json");
    }

    private JsonObject made(String person, String article, String wish) {
        return desk(person)
                .send("POST", article + "/previews", wish)
                .expect(201)
                .json();
    }

    /** The link's path below the context root. */
    private static String path(JsonObject link) {
        String url = link.getString("url");
        return url.substring(url.indexOf("preview/"));
    }

    private void takes(String person, String article, String action) {
        desk(person)
                .send("POST", article + "/transitions", "{\"action\":\"" + action + "\"}")
                .expect(200);
    }

    /** What differs between a page and its preview by intention: who may index it, when it was made, and the bar above it. */
    private static String comparable(String html) {
        Document page = Jsoup.parse(html);
        page.select("meta[name=robots], meta[property^=article:], .times, body > .proof-bar")
                .remove();
        page.select("style").forEach(style -> style.html(style.data().replaceAll("\\.proof-bar.*", "")));
        page.select("script[type=application/ld+json]")
                .forEach(json -> json.html(json.data().replaceAll("\"date(Published|Modified)\":\"[^\"]*\"", "")));
        return page.outerHtml();
    }

    private static void isForNobodyElse(Http.Answer answer) {
        assertThat(answer.header("Cache-Control")).hasValue("no-store, private");
        assertThat(answer.header("X-Robots-Tag").orElseThrow()).contains("noindex");
        assertThat(answer.header("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("ETag")).isEmpty();
        assertThat(answer.body()).contains("content=\"noindex\"");
    }

    @Test
    default void a_preview_is_the_page_as_it_is_published_afterwards() {
        String article = created("Seen before");
        JsonObject link = made("journalist", article, "{\"name\":\"Her lawyer\",\"hours\":2}");
        assertThat(link.getString("name")).isEqualTo("Her lawyer");
        Http.Answer seen = Http.nobody(base()).get(path(link)).expect(200);
        isForNobodyElse(seen);
        Http.nobody(base()).send("HEAD", path(link), "").expect(200);
        takes("journalist", article, "submit");
        takes("editor", article, "approve");
        takes("editor", article, "publish");
        String published =
                Http.nobody(base()).get("news/world/seen-before").expect(200).body();
        assertThat(comparable(seen.body())).isEqualTo(comparable(published));
        assertThat(Jsoup.parse(seen.body())
                        .expectFirst("body > .proof-bar:first-child")
                        .text())
                .startsWith("Preview of revision 1, not published. Times are as if it were published now.")
                .contains("valid until");
        assertThat(published).doesNotContain("proof-bar");
        JsonObject listed = desk("editor")
                .get(article + "/previews")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(listed.getInt("uses")).isEqualTo(1);
        assertThat(listed.getString("url")).isEqualTo(link.getString("url"));
        assertThat(desk("admanager")
                        .get(article + "/previews")
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .isNull("url"))
                .isTrue();
        assertThat(Jsoup.parse(Http.nobody(base()).get(path(link)).expect(200).body())
                        .expectFirst(".proof-bar")
                        .text())
                .startsWith("Preview of revision 1, which readers have already.");
    }

    @Test
    default void a_link_that_is_forged_or_taken_back_says_what_to_do_and_nothing_of_the_story() {
        String article = created("Nobody may know this headline");
        JsonObject link = made("journalist", article, "{}");
        String path = path(link);
        String signature = path.substring(path.lastIndexOf('/') + 1);
        String forged = path.replace(signature, (signature.startsWith("A") ? "B" : "A") + signature.substring(1));
        for (String wrong : List.of(
                forged,
                "preview",
                "preview/",
                "preview/1",
                "preview/x/y",
                path.substring(0, path.length() - 1),
                path + "/",
                path + "/media/x",
                "preview/999999999999999999/" + signature)) {
            Http.Answer answer = Http.nobody(base()).get(wrong).expect(wrong.contains("/media/") ? 404 : 403);
            assertThat(answer.body()).as(wrong).doesNotContain("Nobody may know", "4 million", "Exception");
            assertThat(answer.header("Cache-Control")).as(wrong).hasValue("no-store, private");
        }
        Http.Answer closed = Http.nobody(base()).get(forged);
        isForNobodyElse(closed);
        assertThat(Jsoup.parse(closed.body()).expectFirst("main p").text()).contains("Copy the whole link");
        int id = link.getInt("id");
        KnownPeople.of(base(), "journalist2")
                .send("DELETE", article + "/previews/" + id, "")
                .problem(403);
        KnownPeople.of(base(), "editor")
                .send("DELETE", article + "/previews/" + id, "")
                .expect(204);
        Http.Answer over = Http.nobody(base()).get(path).expect(410);
        isForNobodyElse(over);
        assertThat(over.body()).doesNotContain("Nobody may know").contains("can make a new one");
        Http.nobody(base()).get(forged).expect(403);
        KnownPeople.of(base(), "editor")
                .send("DELETE", article + "/previews/999999999", "")
                .problem(404);
    }

    @Test
    default void what_cannot_be_a_link_is_refused_by_name() {
        String article = created("Refused links");
        Http journalist = desk("journalist");
        for (String wrong :
                List.of("{\"hours\":0}", "{\"hours\":721}", "{\"revision\":\"1\"}", "{\"until\":1}", "{\"name\":7}")) {
            assertThat(journalist
                            .send("POST", article + "/previews", wrong)
                            .problem(400)
                            .getJsonArray("violations"))
                    .as(wrong)
                    .hasSize(1);
        }
        journalist.send("POST", article + "/previews", "{\"revision\":99}").problem(404);
        journalist
                .send("POST", article + "/previews", "{\"name\":\"" + "x".repeat(201) + "\"}")
                .problem(400);
        desk("journalist2").send("POST", article + "/previews", "{}").problem(403);
        Http.nobody(base())
                .with("Content-Type", "application/json")
                .send("POST", article + "/previews", "{}")
                .problem(401);
    }

    @Test
    default void pictures_that_readers_do_not_have_yet_are_seen_through_the_link_and_no_other_way() {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(800, 450, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonObject picture = KnownPeople.of(base(), "journalist")
                .with("Content-Type", "image/jpeg")
                .send("POST", "api/v1/media", BodyPublishers.ofByteArray(jpeg.toByteArray()))
                .expect(201)
                .json();
        String src = picture.getString("src");
        JsonObject story = Json.createObjectBuilder()
                .add("headline", "With a picture")
                .add("leadImage", Json.createObjectBuilder().add("src", src).add("alt", "A tower"))
                .add(
                        "body",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "paragraph")
                                        .add("html", "It says src=\"../../media/ in words.")))
                .build();
        String article = "api/v1/articles/"
                + desk("journalist")
                        .send("POST", "api/v1/articles", story.toString())
                        .expect(201)
                        .json()
                        .getInt("id");
        String path = path(made("journalist", article, "{}"));
        Http.Answer page = Http.nobody(base()).get(path).expect(200);
        Document html = Jsoup.parse(page.body(), base().resolve(path).toString());
        assertThat(html.expectFirst(".body p").text()).isEqualTo("It says src=\"../../media/ in words.");
        String shown = html.expectFirst(".lead img").absUrl("src");
        Http.Answer seen = Http.nobody(base()).get(shown).expect(200);
        assertThat(seen.header("Content-Type")).hasValue("image/jpeg");
        assertThat(seen.header("Cache-Control")).hasValue("no-store, private");
        Http.nobody(base()).get(src.substring(1)).expect(404);
        // Another story's link does not open it.
        String other = path(made("journalist", created("Without a picture"), "{}"));
        Http.nobody(base()).get(other + src).expect(404);
    }
}
