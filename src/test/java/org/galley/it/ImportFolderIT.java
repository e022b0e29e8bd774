package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The watched folder: every story is imported once, though the server is killed in the middle of a large file and, on PostgreSQL, two
 * nodes look into the same folder; on H2 and on PostgreSQL.
 */
class ImportFolderIT {
    private static final int POSTS = 150;
    private static final int BEFORE_THE_KILL = 10;
    private static final String ORIGIN = "https://www.example.org";

    private final String name = "folder" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void every_story_of_the_folder_is_imported_once_whatever_happens_to_the_server() throws Exception {
        Path place = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "folder-");
        Path folder = Files.createDirectories(place.resolve("in"));
        Path secret = Files.writeString(place.resolve("secret.txt"), "Not for import\n\nAt all.");
        List<String> settings = new ArrayList<>(database());
        settings.addAll(List.of(
                "-Dgalley.import.folder=" + folder,
                "-Dgalley.import.user=editor",
                "-Dgalley.content.cors.origins=" + ORIGIN + ",https://other.example.org:8443"));
        try (ServerProcess server = ServerProcess.start(place.resolve("one"), settings)) {
            onlyNamedOriginsReadContent(server.base());
            Files.writeString(folder.resolve("unfinished.txt.part"), "Half a story of " + name);
            Files.createSymbolicLink(folder.resolve("link.txt"), secret);
            Files.writeString(folder.resolve("broken.xml"), "<nitf><body>");
            delivered(folder, "posts.xml", posts());
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> imported(server.base()).size() >= BEFORE_THE_KILL);
            server.kill();
        }
        try (ServerProcess again = ServerProcess.start(place.resolve("one"), settings);
                ServerProcess second = secondNode(place, settings)) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> Files.exists(folder.resolve("done/posts.xml.report.json")));
            List<String> headlines = imported(again.base());
            assertThat(headlines).hasSize(POSTS).doesNotHaveDuplicates();
            JsonObject report = json(folder.resolve("done/posts.xml.report.json"));
            assertThat(report.getJsonArray("items")).hasSize(POSTS);
            assertThat(folder.resolve("failed/link.txt")).isSymbolicLink();
            assertThat(json(folder.resolve("failed/link.txt.report.json")).getString("problem"))
                    .contains("link");
            assertThat(json(folder.resolve("failed/broken.xml.report.json")).getString("problem"))
                    .contains("XML");
            assertThat(folder.resolve("unfinished.txt.part")).exists();
            assertThat(secret).exists();

            String text = "Once or twice " + name + "\n\nA paragraph of it.";
            delivered(folder, "text.txt", text);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> Files.exists(folder.resolve("done/text.txt.report.json")));
            assertThat(imported(again.base())).hasSize(POSTS + 1);
            assertThat(again.log()).doesNotContain("Exception:", "\tat ");
        }
    }

    /** As one delivers: under another name first, and renamed when it is whole. */
    private static void delivered(Path folder, String file, String text) throws IOException {
        Path part = Files.writeString(folder.resolve(file + ".part"), text, StandardCharsets.UTF_8);
        Files.move(part, folder.resolve(file));
    }

    private static ServerProcess secondNode(Path place, List<String> settings) throws IOException {
        boolean shared = settings.stream().anyMatch(one -> one.contains("postgresql"));
        return shared ? ServerProcess.start(place.resolve("two"), settings) : null;
    }

    private static List<String> database() {
        return List.of(System.getProperty("galley.test.jvm").split(" ")).stream()
                .filter(option -> option.startsWith("-Dgalley.db."))
                .toList();
    }

    private String posts() {
        StringBuilder wxr = new StringBuilder(
                "<rss xmlns:wp=\"w\" xmlns:content=\"c\"><channel><wp:wxr_version>1.2</wp:wxr_version>");
        for (int i = 0; i < POSTS; i++) {
            wxr.append("<item><title>Post ")
                    .append(i)
                    .append(" of ")
                    .append(name)
                    .append("</title><guid>https://")
                    .append(name)
                    .append(".example.org/?p=")
                    .append(i)
                    .append(
                            "</guid><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[Text ")
                    .append(i)
                    .append(".\n\nMore.]]></content:encoded></item>");
        }
        return wxr.append("</channel></rss>").toString();
    }

    /** The headlines of all articles that came out of this test's files. */
    private List<String> imported(URI base) {
        Http editor = Http.person(base, "editor");
        List<String> headlines = new ArrayList<>();
        HashSet<String> seen = new HashSet<>();
        String after = "";
        do {
            JsonObject page = editor.get("api/v1/articles?limit=200&q=" + name + after)
                    .expect(200)
                    .json();
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> {
                if (seen.add(item.get("id").toString())) {
                    headlines.add(item.getString("headline"));
                }
            });
            after = page.isNull("next") ? null : "&after=" + page.getString("next");
        } while (after != null);
        return headlines;
    }

    private static JsonObject json(Path file) throws IOException {
        try (JsonReader reader = Json.createReader(new StringReader(Files.readString(file)))) {
            return reader.readObject();
        }
    }

    private static void onlyNamedOriginsReadContent(URI base) {
        Http page = Http.nobody(base).with("Origin", ORIGIN);
        Http.Answer answer = page.get("api/v1/content").expect(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(answer.header("Access-Control-Expose-Headers").orElse("")).contains("ETag");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.response().headers().allValues("Vary").toString()).contains("Origin");
        Http.Answer preflight = page.with("Access-Control-Request-Method", "GET")
                .with("Access-Control-Request-Headers", "if-none-match")
                .send("OPTIONS", "api/v1/content/1", "")
                .expect(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(preflight.header("Access-Control-Allow-Methods").orElse("")).contains("GET");
        Http.Answer write = page.with("Access-Control-Request-Method", "POST")
                .send("OPTIONS", "api/v1/content", "")
                .expect(204);
        assertThat(write.header("Access-Control-Allow-Methods")).isEmpty();
        for (String other : List.of(
                "https://www.example.org.evil.example", "http://www.example.org", "null", "https://WWW.example.org")) {
            Http.Answer refused = Http.nobody(base)
                    .with("Origin", other)
                    .get("api/v1/content")
                    .expect(200);
            assertThat(refused.header("Access-Control-Allow-Origin")).as(other).isEmpty();
        }
        assertThat(page.get("api/v1/articles").expect(401).header("Access-Control-Allow-Origin"))
                .isEmpty();
        page.with("Access-Control-Request-Method", "GET").send("OPTIONS", "api/v1/articles", "");
    }
}
