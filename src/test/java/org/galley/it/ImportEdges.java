package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Documents of all formats, good and bad ones, as programs send them. */
interface ImportEdges {
    String IMPORTS = "api/v1/imports";

    URI base();

    private Http sender(String type) {
        return Http.person(base(), "journalist").with("Content-Type", type);
    }

    /** A document of the tests, with names of items that no other test has. */
    private static byte[] wire(String name) {
        try (InputStream in = ImportEdges.class.getResourceAsStream("/wire/" + name)) {
            String unique = UUID.randomUUID().toString();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .replace("urn:example:wire", "urn:example:" + unique)
                    .replace("urn:newsml:example.org", "urn:newsml:" + unique)
                    .replace("20250415-ferry", unique)
                    .replace("blog.example.org/?p=", "blog.example.org/?" + unique + "p=")
                    .getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Http.Answer send(String type, byte[] document) {
        return sender(type).send("POST", IMPORTS, BodyPublishers.ofByteArray(document));
    }

    @Test
    default void each_format_makes_an_article_and_says_what_was_recognised_and_dropped() {
        Map<String, String> documents = Map.of(
                "ferry-ninjs-1.json", "application/ninjs+json",
                "ferry-ninjs-2.json", "application/json",
                "ferry-ninjs-3.json", "application/vnd.iptc.ninjs+json; charset=utf-8",
                "ferry-nitf.xml", "application/nitf+xml",
                "page.html", "text/html; charset=utf-8");
        documents.forEach((name, type) -> {
            Http.Answer answer = send(type, wire(name)).expect(201);
            JsonObject json = answer.json();
            assertThat(json.getString("outcome")).isEqualTo("created");
            JsonObject recognised = json.getJsonObject("recognised");
            assertThat(recognised.getString("headline")).isNotBlank();
            assertThat(recognised.getJsonArray("notes").toString()).contains("\"weight\":\"recognised\"");
            assertThat(answer.header("Location").orElse("")).endsWith("articles/" + json.getInt("article"));
            assertThat(answer.header("ETag")).isPresent();
            sender(type).get("api/v1/articles/" + json.getInt("article")).expect(200);
        });
        JsonObject message = send("application/vnd.iptc.g2.newsmessage+xml", wire("message-newsml.xml"))
                .expect(201)
                .json();
        assertThat(message.getJsonArray("items")).hasSize(2);
        JsonObject posts = send("text/xml", wire("blog-wxr.xml")).expect(201).json();
        assertThat(posts.getJsonArray("items")).hasSize(2);
        assertThat(posts.getJsonArray("items").getJsonObject(1).getString("name"))
                .isEqualTo("Written as text");
        JsonObject culture = posts.getJsonArray("items").getJsonObject(0);
        assertThat(sender("x/y")
                        .get("api/v1/articles/" + culture.getInt("article"))
                        .json()
                        .getString("section"))
                .isEqualTo("culture");
    }

    @Test
    default void an_item_that_comes_again_is_updated_or_waits_and_can_be_taken_over_the_api() {
        String uri = "urn:example:" + UUID.randomUUID();
        String first = "{\"uri\":\"" + uri
                + "\",\"version\":\"1\",\"headline\":\"Pier\",\"body_html\":\"<p>One.</p><p>Two.</p>\"}";
        Http json = sender("application/ninjs+json");
        int id = json.send("POST", IMPORTS, first).expect(201).json().getInt("article");
        JsonObject same = json.send("POST", IMPORTS, first).expect(200).json();
        assertThat(same.getString("outcome")).isEqualTo("unchanged");
        String second = first.replace("\"1\"", "\"2\"").replace("Two.", "Two, now.");
        JsonObject updated = json.send("POST", IMPORTS, second).expect(200).json();
        assertThat(updated.getString("outcome")).isEqualTo("updated");
        assertThat(updated.getInt("revision")).isEqualTo(2);
        assertThat(updated.getInt("article")).isEqualTo(id);

        Http.Answer story = json.get("api/v1/articles/" + id);
        JsonObject edited = jakarta.json.Json.createObjectBuilder(story.json())
                .add("headline", "Our pier")
                .build();
        Http.person(base(), "journalist")
                .with("If-Match", story.etag())
                .json("PUT", "api/v1/articles/" + id, edited)
                .expect(200);
        String third =
                second.replace("\"2\"", "\"3\"").replace("One.", "One, now.").replace("\"Pier\"", "\"Their pier\"");
        Http.Answer waits = json.send("POST", IMPORTS, third).expect(202);
        int proposal = waits.json().getInt("proposal");
        String path = IMPORTS + "/proposals/" + proposal;
        assertThat(waits.header("Location").orElse("")).endsWith(path);
        assertThat(json.get(IMPORTS + "/proposals?limit=200").expect(200).body())
                .contains("\"id\":" + proposal);
        Http.Answer view = json.get(path).expect(200);
        assertThat(view.json().getJsonArray("conflicts").toString()).contains("Our pier", "Their pier", "headline");
        Http plain = sender("application/json");
        plain.send("POST", path + "/take", "{\"fields\":\"x\"}").problem(400);
        plain.send("POST", path + "/take", "{\"nonsense\":1}").problem(400);
        plain.with("If-Match", story.etag()).send("POST", path + "/take", "").problem(409);
        String nothing = "{\"blocks\":[\"nope\"],\"fields\":[\"headline\",\"xyz\"]}";
        assertThat(plain.send("POST", path + "/take", nothing).problem(400).getString("detail"))
                .contains("nope, xyz");
        json.get(path).expect(200);
        Http.person(base(), "journalist2")
                .with("Content-Type", "application/json")
                .send("POST", path + "/take", "")
                .problem(403);
        JsonObject taken = plain.with("If-Match", view.etag())
                .send("POST", path + "/take", "{\"fields\":[\"headline\"]}")
                .expect(200)
                .json();
        assertThat(taken.getInt("article")).isEqualTo(id);
        JsonObject now = json.get("api/v1/articles/" + id).json();
        assertThat(now.getString("headline")).isEqualTo("Their pier");
        assertThat(now.getJsonArray("body").getJsonObject(0).getString("html")).isEqualTo("One, now.");
        json.get(path).problem(404);
        plain.send("POST", path + "/dismiss", "").problem(404);
        json.get(IMPORTS + "/proposals/x").problem(404);
    }

    @Test
    default void an_item_of_another_galley_is_known_again_by_the_address_that_was_its_name() {
        String page = "https://paper.example/news/world/" + UUID.randomUUID();
        String old = "{\"uri\":\"" + page + "\",\"version\":\"1\",\"headline\":\"Pier\",\"language\":\"en\","
                + "\"body_html\":\"<p>One.</p>\"}";
        Http json = sender("application/ninjs+json");
        int id = json.send("POST", IMPORTS, old).expect(201).json().getInt("article");
        String tag = "tag:paper.example,2025-04-15:article/" + UUID.randomUUID();
        String newer = old.replace(page, tag)
                .replace("\"1\"", "\"2\"")
                .replace("One.", "Two.")
                .replace("\"headline\"", "\"altIds\":[{\"role\":\"page\",\"value\":\"" + page + "\"}],\"headline\"");
        JsonObject updated = json.send("POST", IMPORTS, newer).expect(200).json();
        assertThat(updated.getString("outcome")).isEqualTo("updated");
        assertThat(updated.getInt("article")).isEqualTo(id);
        String moved = newer.replace(page, page + "-moved").replace("\"2\"", "\"3\"");
        assertThat(json.send("POST", IMPORTS, moved).expect(200).json().getInt("article"))
                .isEqualTo(id);
    }

    @Test
    default void hostile_broken_and_empty_documents_are_refused_in_words() {
        String laughs =
                "<!DOCTYPE nitf [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]>"
                        + "<nitf><body><body.content><p>&c;</p></body.content></body></nitf>";
        String file =
                "<!DOCTYPE nitf [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><nitf><body><body.content><p>&x;</p></body.content></body></nitf>";
        for (String document : List.of(laughs, file)) {
            assertThat(sender("application/nitf+xml")
                            .send("POST", IMPORTS, document)
                            .problem(400)
                            .getString("detail"))
                    .contains("entities");
        }
        byte[] nitf = wire("ferry-nitf.xml");
        for (int length : new int[] {0, 1, 40, nitf.length / 2, nitf.length - 3}) {
            send("application/nitf+xml", Arrays.copyOf(nitf, length)).problem(400);
        }
        send("application/nitf+xml; charset=utf-8", nitf).problem(400);
        send("application/nitf+xml; charset=klingon", nitf).problem(400);
        for (String json :
                List.of("{", "[]", "{}", "{\"uri\":1}", "null", "{\"uri\":\"urn:x\"}", "[{\"uri\":\"a\"},{}]")) {
            sender("application/ninjs+json").send("POST", IMPORTS, json).problem(400);
        }
        sender("application/json").send("POST", IMPORTS, "[".repeat(100_000)).problem(400);
        sender("application/xml").send("POST", IMPORTS, "<unknown/>").problem(400);
        sender("application/xml")
                .send("POST", IMPORTS, "<rss><channel><title>A feed</title></channel></rss>")
                .problem(400);
        sender("text/html").send("POST", IMPORTS, "<html><body></body></html>").problem(400);
        sender("application/pdf").send("POST", IMPORTS, "%PDF").problem(415);
        sender("application/zip")
                .send("POST", IMPORTS, "PK\u0003\u0004 no archive")
                .problem(400);
        sender("application/zip").send("POST", IMPORTS, "PK").problem(400);
        sender("application/zip")
                .send("POST", IMPORTS, "<html><h1>A page</h1><p>Text.</p></html>")
                .problem(400);
        Http.person(base(), "admanager")
                .with("Content-Type", "text/html")
                .send("POST", IMPORTS, "<p>x</p>")
                .problem(403);
        Http.nobody(base())
                .with("Content-Type", "text/html")
                .send("POST", IMPORTS, "<p>x</p>")
                .problem(401);
    }

    @Test
    default void twenty_megabytes_are_read_and_what_no_story_can_hold_is_refused_by_its_size() {
        String long20 = "<nitf><body><body.head><hedline><hl1>Long</hl1></hedline></body.head><body.content><p>"
                + "A sentence of a text. ".repeat(20 * 1024 * 1024 / 22) + "</p></body.content></body></nitf>";
        assertThat(sender("application/nitf+xml")
                        .send("POST", IMPORTS, long20)
                        .problem(400)
                        .toString())
                .contains("longer");
        byte[] tooLarge = new byte[33 * 1024 * 1024];
        Arrays.fill(tooLarge, (byte) ' ');
        send("application/nitf+xml", tooLarge).problem(413);
    }

    @Test
    default void an_archive_gives_a_report_for_each_of_its_files() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("ferry-nitf.xml", "ferry-ninjs-2.json")) {
                zip.putNextEntry(new ZipEntry("wire/" + name));
                zip.write(wire(name));
            }
            zip.putNextEntry(new ZipEntry("plain.txt"));
            zip.write("A headline of a text\n\nIts only paragraph.\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("broken.xml"));
            zip.write("<nitf><body>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("../../up.txt"));
            zip.write("Up\n\nand away.".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("README"));
            zip.write("hi".getBytes(StandardCharsets.UTF_8));
        }
        JsonObject answer =
                send("application/zip", bytes.toByteArray()).expect(201).json();
        List<String> outcomes = answer.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("name") + " " + item.getString("outcome"))
                .toList();
        assertThat(outcomes)
                .containsExactly(
                        "wire/ferry-nitf.xml created",
                        "wire/ferry-ninjs-2.json created",
                        "plain.txt created",
                        "broken.xml failed",
                        "../../up.txt failed",
                        "README failed");
    }
}
