package org.galley.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;

/**
 * What a run over a section of 10,000 stories takes on PostgreSQL: time, and the memory that is in use when it begins, in its middle
 * and at its end. The server gets less memory than the texts of all the stories would need.
 */
public final class RunFigures {
    private static final int STORIES = 10_000;
    private static final int PARAGRAPHS = 40;
    private static final int FIRST = 1_000_000;
    private static final String SECTION = "culture";
    private static final double MEGABYTE = 1024 * 1024;

    /** What may be kept for other reasons than the run: caches that fill, classes that are loaded late. */
    private static final double MORE = 48;

    private final ServerProcess server;
    private final Connection database;
    private final List<HistoryFigures.Figure> figures = new ArrayList<>();

    private RunFigures(ServerProcess server, Connection database) {
        this.server = server;
        this.database = database;
    }

    /**
     * Generates the stories and measures; takes some minutes.
     *
     * @throws IOException if the server or the database cannot be started
     */
    public static List<HistoryFigures.Figure> measure() throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "run-");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                ServerProcess server = ServerProcess.start(
                        folder,
                        List.of(
                                "-Xmx384m",
                                "-Dgalley.db.user=postgres",
                                "-Dgalley.db.url=" + postgres.getJdbcUrl("postgres", "postgres")));
                Connection database = postgres.getPostgresDatabase().getConnection()) {
            return new RunFigures(server, database).figures();
        }
    }

    /** Prints this part alone. */
    public static void main(String[] arguments) throws IOException, SQLException {
        measure().forEach(figure -> System.out.printf(Locale.ROOT, "%-75s %10.1f%n", figure.name(), figure.value()));
    }

    private List<HistoryFigures.Figure> figures() throws IOException, SQLException {
        int story = Http.person(server.base(), "journalist")
                .json("POST", "api/v1/articles", story())
                .expect(201)
                .json()
                .getInt("id");
        for (String table : List.of("article", "working_copy", "working_state", "revision")) {
            copied(table, story);
        }
        add("texts of all stories, MB", STORIES * story().toString().length() / MEGABYTE, Double.NaN);
        double begin = memory();
        add("memory in use before the run, MB", begin, Double.NaN);
        Http adManager = Http.person(server.base(), "admanager");
        JsonObject wanted = Json.createObjectBuilder()
                .add("section", SECTION)
                .add("mode", "auto-place")
                .build();
        long start = System.nanoTime();
        int run = adManager
                .json("POST", "api/v1/placement-runs", wanted)
                .expect(202)
                .json()
                .getInt("id");
        waitUntil(run, STORIES / 2);
        add("memory in use in the middle, MB", memory(), begin + MORE);
        waitUntil(run, STORIES);
        add("the whole run, seconds", (System.nanoTime() - start) / 1e9, Double.NaN);
        add("memory in use at the end, MB", memory(), begin + MORE);
        JsonObject done = look(run);
        add("stories that got another layout", done.getInt("changed"), Double.NaN);
        add("stories that were not possible", done.getInt("failed"), 0);
        return figures;
    }

    private static JsonObject story() {
        JsonArrayBuilder body = Json.createArrayBuilder();
        for (int i = 0; i < PARAGRAPHS; i++) {
            body.add(Json.createObjectBuilder()
                    .add("id", "p" + i)
                    .add("type", "paragraph")
                    .add("html", "Paragraph " + i + ". " + "The keeper of the pier counted the boats. ".repeat(28)));
        }
        return Json.createObjectBuilder()
                .add("headline", "One of ten thousand")
                .add("section", SECTION)
                .add("body", body)
                .build();
    }

    /** Makes the rows of one story those of all others; by SQL, as saving them one by one takes longer than the run. */
    private void copied(String table, int story) throws SQLException {
        String id = table.equals("article") ? "id" : "article_id";
        List<String> columns = new ArrayList<>();
        try (Statement sql = database.createStatement();
                ResultSet rows = sql.executeQuery(
                        "select column_name from information_schema.columns where table_name = '" + table + "'")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        List<String> values = columns.stream()
                .map(column ->
                        column.equals(id) ? FIRST + " + n" : column.equals("id") ? "nextval('row_seq')" : "t." + column)
                .toList();
        try (Statement sql = database.createStatement()) {
            sql.executeUpdate("insert into " + table + " (" + String.join(", ", columns) + ") select "
                    + String.join(", ", values) + " from " + table + " t, generate_series(1, " + (STORIES - 1)
                    + ") n where t." + id + " = " + story);
        }
    }

    private JsonObject look(int run) {
        return Http.person(server.base(), "editor")
                .get("api/v1/placement-runs/" + run)
                .expect(200)
                .json();
    }

    private void waitUntil(int run, int done) {
        Http editor = Http.person(server.base(), "editor");
        Awaitility.await()
                .atMost(Duration.ofHours(1))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> editor.get("api/v1/placement-runs/" + run)
                                .expect(200)
                                .json()
                                .getInt("done")
                        >= done);
    }

    private double memory() throws IOException {
        return server.liveBytes() / MEGABYTE;
    }

    private void add(String name, double value, double promise) {
        figures.add(new HistoryFigures.Figure("run over 10,000 stories, " + name, value, promise));
    }
}
