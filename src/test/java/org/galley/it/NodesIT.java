package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers, each a process of its own, are one desk: over one PostgreSQL database and one home. */
class NodesIT {
    private static final String ARTICLES = "api/v1/articles";
    private static final int BURST = 30;
    private static final int MOST_BURSTS = 5;
    /** As {@code ScheduleClock} promises. */
    private static final Duration IN_TIME = Duration.ofSeconds(2);
    /** As {@code deploy.md} promises, and a second for a machine that is busy with tests. */
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(4);

    private static final Pattern BY_THE_CLOCK = Pattern.compile("Published article [0-9]+ as scheduled");

    private static EmbeddedPostgres postgres;
    private static ServerProcess first;
    private static ServerProcess second;

    @BeforeAll
    static void startBoth() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "nodes-");
        postgres = EmbeddedPostgres.builder().start();
        List<String> settings = List.of(
                "-Dgalley.db.user=postgres",
                "-Dgalley.db.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "-Dgalley.home=" + folder.resolve("home"));
        first = ServerProcess.start(folder.resolve("first"), settings);
        second = ServerProcess.start(folder.resolve("second"), settings);
    }

    @AfterAll
    static void endBoth() throws IOException {
        for (ServerProcess server : new ServerProcess[] {first, second}) {
            if (server != null) {
                server.close();
            }
        }
        postgres.close();
    }

    private static int created(Http writer) {
        JsonObject story = Json.createObjectBuilder()
                .add("headline", "Seen on both nodes " + UUID.randomUUID())
                .add(
                        "body",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "paragraph")
                                        .add("html", "One desk, two servers.")))
                .build();
        return writer.json("POST", ARTICLES, story).expect(201).json().getInt("id");
    }

    private static JsonObjectBuilder action(String key) {
        return Json.createObjectBuilder().add("action", key);
    }

    private static void takes(Http person, int article, JsonObjectBuilder step) {
        person.json("POST", ARTICLES + "/" + article + "/transitions", step.build())
                .expect(200);
    }

    @Test
    void many_stories_of_one_second_are_each_published_once_and_in_time_while_both_look() {
        Http writer = Http.person(first.base(), "journalist");
        List<Http> editors = List.of(Http.person(first.base(), "editor"), Http.person(second.base(), "editor"));
        // A server that has just started is slow the first time it does something.
        assertPublishedOnce(writer, editors);
        int bursts = 1;
        do {
            List<Duration> late = assertPublishedOnce(writer, editors);
            assertThat(late).allSatisfy(each -> assertThat(each).isBetween(Duration.ZERO, IN_TIME));
            bursts++;
        } while ((byTheClock(first) == 0 || byTheClock(second) == 0) && bursts < MOST_BURSTS);
        assertThat(byTheClock(first)).as("by the first node").isPositive();
        assertThat(byTheClock(second)).as("by the second node").isPositive();
        assertThat(byTheClock(first) + byTheClock(second)).isEqualTo((long) BURST * bursts);
    }

    private static long byTheClock(ServerProcess node) {
        return BY_THE_CLOCK.matcher(node.log()).results().count();
    }

    /** Each story is published once; how long after its time. */
    private static List<Duration> assertPublishedOnce(Http writer, List<Http> editors) {
        List<Integer> articles =
                IntStream.range(0, BURST).mapToObj(i -> created(writer)).toList();
        for (int article : articles) {
            takes(writer, article, action("submit"));
            takes(editors.get(article % 2), article, action("approve"));
        }
        Instant at = Instant.now().plusSeconds(10).truncatedTo(ChronoUnit.SECONDS);
        articles.forEach(article ->
                takes(editors.get(article % 2), article, action("schedule").add("at", at.toString())));
        assertThat(Instant.now()).as("all are scheduled before their time").isBefore(at);
        Http editor = editors.get(0);
        Awaitility.await("all are published").atMost(Duration.ofSeconds(60)).until(() -> articles.stream()
                .allMatch(article -> editor.get(ARTICLES + "/" + article)
                        .expect(200)
                        .json()
                        .getString("state")
                        .equals("published")));
        List<Duration> late = articles.stream()
                .map(article -> Duration.between(at, published(editor, article)))
                .sorted()
                .toList();
        System.out.println(BURST + " stories of one second, two nodes: the first after "
                + late.get(0).toMillis() + " ms, the last after "
                + late.get(BURST - 1).toMillis() + " ms");
        return late;
    }

    /** The time of the one publication that the timeline has. */
    private static Instant published(Http editor, int article) {
        List<Instant> times = editor
                .get(ARTICLES + "/" + article + "/timeline")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(line -> line.getString("action", "").equals("publish"))
                .map(line -> Instant.parse(line.getString("at")))
                .toList();
        assertThat(times).hasSize(1);
        return times.get(0);
    }

    @Test
    void what_happens_on_one_node_is_heard_at_once_on_pages_of_the_other() {
        String cookie = SignInPage.signIn(second.base(), HttpClient.newHttpClient(), "journalist", "demo")
                .cookie();
        URI elsewhere = second.base();
        SocketEdges.Heard desk = new SocketEdges.Heard();
        SocketEdges.Heard bell = new SocketEdges.Heard();
        WebSocket deskSocket = SocketEdges.opened(elsewhere, "live/desk", cookie, desk);
        WebSocket bellSocket = SocketEdges.opened(elsewhere, "live/notifications", cookie, bell);
        Http writer = Http.person(first.base(), "journalist");
        Instant before = Instant.now();
        int article = created(writer);
        assertThat(desk.next("desk")).isEqualTo("{\"desk\":\"changed\"}");
        assertThat(Duration.between(before, Instant.now())).isLessThan(HEARD_WITHIN);
        takes(writer, article, action("submit"));
        Http editor = Http.person(first.base(), "editor");
        before = Instant.now();
        takes(editor, article, action("request-changes").add("note", "Who said so?"));
        assertThat(bell.next("notifications")).isEqualTo("{\"notifications\":true}");
        assertThat(Duration.between(before, Instant.now())).isLessThan(HEARD_WITHIN);
        deskSocket.abort();
        bellSocket.abort();
    }
}
