package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Whatever the server acknowledged is there after it was killed in the middle of its work, what it should have published
 * meanwhile is published once, and whoever it was just telling of a publication is told; on H2 and on PostgreSQL.
 */
class KillIT {
    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED = 120;
    /** Seconds: enough to publish something else and kill the server, on a busy machine too. */
    private static final int PLANNED_AHEAD = 15;

    private static final String ARTICLES = "api/v1/articles";

    /** The last text that the server acknowledged of each writer's paragraph, and the last one that was sent. */
    private record Written(String acknowledged, String sent, int revision) {}

    private int planned;
    private Instant plannedFor;
    private final Map<String, Written> written = new ConcurrentHashMap<>();

    @Test
    void a_killed_server_has_lost_nothing_that_it_acknowledged() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "killed-");
        String article;
        List<String> settings = new ArrayList<>(TestDatabase.serverWithOwn("killed"));
        // However long a busy machine writes before the server dies, what waits for an answer is not given up by then.
        settings.addAll(List.of("-Dgalley.webhooks.timeout=PT10S", "-Dgalley.webhooks.tries=10"));
        try (KilledCourier courier = new KilledCourier()) {
            try (ServerProcess server = ServerProcess.start(folder, settings)) {
                article = created(server.base());
                planned = approved(server.base());
                courier.holdsUp(server.base(), approved(server.base()), approved(server.base()));
                writeUntilKilled(server, article, () -> courier.publishesAtTheLastMoment(server.base()));
            }
            courier.isHeardAgain();
            try (ServerProcess again = ServerProcess.start(folder, settings)) {
                assertNothingLost(again.base(), article);
                assertPublishedOnce(again.base());
                courier.assertEverythingIsToldAndReadersHaveItOnce(again.base());
            }
        }
    }

    /** An article that an editor has approved; its number. */
    private static int approved(URI base) {
        JsonObject story = Json.createObjectBuilder()
                .add("headline", "Planned for when the server is dead")
                .add(
                        "body",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "paragraph")
                                        .add("html", "Late, but not lost.")))
                .add("slug", "killed-" + java.util.UUID.randomUUID())
                .build();
        int id = Http.person(base, "journalist")
                .json("POST", ARTICLES, story)
                .expect(201)
                .json()
                .getInt("id");
        String transitions = ARTICLES + "/" + id + "/transitions";
        Http.person(base, "journalist")
                .json("POST", transitions, action("submit").build())
                .expect(200);
        Http.person(base, "editor")
                .json("POST", transitions, action("approve").build())
                .expect(200);
        return id;
    }

    private static JsonObjectBuilder action(String key) {
        return Json.createObjectBuilder().add("action", key);
    }

    /** The time is one at which no server is there to publish it. */
    private void planned(URI base) {
        plannedFor = Instant.now().plusSeconds(PLANNED_AHEAD);
        Http.person(base, "editor")
                .json(
                        "POST",
                        ARTICLES + "/" + planned + "/transitions",
                        action("schedule").add("at", plannedFor.toString()).build())
                .expect(200);
    }

    private void assertPublishedOnce(URI base) {
        Http editor = Http.person(base, "editor");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Http.nobody(base).get("api/v1/content/" + planned).status() == 200);
        JsonArray timeline = editor.get(ARTICLES + "/" + planned + "/timeline")
                .expect(200)
                .json()
                .getJsonArray("items");
        assertThat(timeline.getValuesAs(JsonObject.class).stream()
                        .filter(line -> line.getString("action", "").equals("publish")))
                .hasSize(1);
    }

    private static String created(URI base) {
        JsonArrayBuilder body = Json.createArrayBuilder();
        for (int i = 0; i < WRITERS; i++) {
            body.add(Json.createObjectBuilder()
                    .add("id", "w" + i)
                    .add("type", "paragraph")
                    .add("html", "Paragraph of writer " + i + "."));
        }
        JsonObject story = Json.createObjectBuilder()
                .add("headline", "Written while the server dies")
                .add("body", body)
                .build();
        return ARTICLES + "/"
                + Http.person(base, "editor")
                        .json("POST", ARTICLES, story)
                        .expect(201)
                        .json()
                        .getInt("id");
    }

    private void writeUntilKilled(ServerProcess server, String article, Runnable lastMoment)
            throws InterruptedException {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Integer> acknowledged = new ArrayList<>();
        try {
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.execute(() -> write(server.base(), article, writer, acknowledged));
            }
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> count(acknowledged) >= ACKNOWLEDGED);
            planned(server.base());
            lastMoment.run();
            server.kill();
            assertThat(Instant.now()).as("the server is dead before the time").isBefore(plannedFor);
        } finally {
            writers.shutdownNow();
        }
        assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(written).hasSize(WRITERS);
    }

    private static int count(List<Integer> acknowledged) {
        synchronized (acknowledged) {
            return acknowledged.size();
        }
    }

    /** Saves and autosaves one paragraph, each time from what the answer before said, until there is no answer any more. */
    private void write(URI base, String article, int writer, List<Integer> acknowledged) {
        String id = "w" + writer;
        Http person = Http.person(base, "editor");
        Http.Answer from = person.get(article).expect(200);
        Written last = new Written("Paragraph of writer " + writer + ".", null, 0);
        for (int n = 1; ; n++) {
            String text = "Writer " + writer + " wrote this as number " + n + ".";
            boolean save = n % 3 == 0;
            written.put(id, new Written(last.acknowledged(), text, last.revision()));
            try {
                from = person.with("If-Match", from.etag())
                        .json("PUT", save ? article : article + "/working-copy", edited(from.json(), writer, text))
                        .expect(200);
            } catch (AssertionError killed) {
                // Without an answer nothing was promised; a refusal by a living server is a failure of the test.
                if (killed.getCause() == null) {
                    written.remove(id);
                    throw killed;
                }
                return;
            }
            last = new Written(text, text, save ? from.json().getInt("revision") : last.revision());
            written.put(id, last);
            synchronized (acknowledged) {
                acknowledged.add(n);
            }
        }
    }

    private static JsonObject edited(JsonObject story, int index, String html) {
        JsonArrayBuilder body = Json.createArrayBuilder(story.getJsonArray("body"));
        JsonObject block = story.getJsonArray("body").getJsonObject(index);
        body.set(index, Json.createObjectBuilder(block).add("html", html).build());
        return Json.createObjectBuilder(story).add("body", body).build();
    }

    private void assertNothingLost(URI base, String article) {
        Http editor = Http.person(base, "editor");
        JsonObject story = editor.get(article).expect(200).json();
        int newest = 0;
        for (int i = 0; i < WRITERS; i++) {
            Written expected = written.get("w" + i);
            String found = story.getJsonArray("body").getJsonObject(i).getString("html");
            assertThat(found).isIn(expected.acknowledged(), expected.sent());
            newest = Math.max(newest, expected.revision());
        }
        int last = story.getInt("revision");
        assertThat(last).isGreaterThanOrEqualTo(newest);
        assertThat(newest).isGreaterThan(WRITERS);
        JsonObject chain = editor.get(article + "/revisions/verify").expect(200).json();
        assertThat(chain.getBoolean("intact")).isTrue();
        assertThat(chain.getInt("revisions")).isEqualTo(last);
        // Nor is it only readable: it is found by its newest words, whatever of the index the server took with it, ...
        String words = URLEncoder.encode(
                '"' + story.getJsonArray("body").getJsonObject(0).getString("html") + '"', StandardCharsets.UTF_8);
        Awaitility.await("the search index")
                .atMost(Duration.ofSeconds(60))
                .until(() -> editor
                        .get(ARTICLES + "?q=" + words)
                        .expect(200)
                        .json()
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .anyMatch(line -> article.endsWith("/" + line.getInt("id"))));
        // ... and work goes on.
        Http.Answer now = editor.get(article);
        editor.with("If-Match", now.etag())
                .json("PUT", article, edited(now.json(), 0, "After the crash."))
                .expect(200);
    }
}
