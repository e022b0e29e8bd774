package org.galley.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a long history costs on PostgreSQL: a story of 1,000 words in which one word is changed 1,000 times, saved over the API of
 * a server as users run it, beside the same revisions as full copies in a table of the same database.
 */
public final class HistoryFigures {
    private static final int WORDS = 1_000;
    private static final int WORDS_IN_A_PARAGRAPH = 36;
    private static final int REVISIONS = 1_000;
    /** Lines on a page of the API. */
    private static final int PAGE = 50;

    private static final int ASKED = 30;

    /** What a revision keeps, but with the whole story instead of hashes of its parts. */
    private static final String FULL_COPIES =
            """
            create table full_copy (
              id bigint primary key, article_id bigint not null, number integer not null,
              author varchar(64) not null, at timestamp with time zone not null, kind varchar(16) not null,
              content_hash bytea not null, hash bytea not null,
              words integer not null, words_added integer not null, words_removed integer not null,
              blocks_moved integer not null, slots_changed integer not null,
              story varchar not null,
              unique (article_id, number))""";

    private static final String COPY =
            """
            insert into full_copy
            select id, article_id, number, author, at, kind, content_hash, hash, words, words_added,
              words_removed, blocks_moved, slots_changed, ? from revision where article_id = ? and number = ?""";

    /**
     * The revisions of one whole list of blocks and all its differences, again and again; the first paragraph, which none of them
     * touches, is of revision 1 in all of them.
     */
    private static final String MORE_REVISIONS =
            """
            insert into revision (id, article_id, number, author, at, kind, name, note, header_hash, layout_hash, manifest,
              origins, content_hash, hash, words, words_added, words_removed, blocks_moved, slots_changed,
              text_changed, ads_changed)
            select nextval('row_seq'), article_id, number + 201 * k, author, at + k * interval '1 hour', kind, name, note,
              header_hash, layout_hash,
              case when manifest like '@%%' then '@' || (1 + 201 * k) || substr(manifest, 3) else manifest end,
              case when manifest like '@%%' then null
                else '1' || repeat(' ' || (1 + 201 * k), array_length(string_to_array(trim(manifest, chr(10)), chr(10)), 1) - 1) end,
              content_hash, hash, words, words_added, words_removed, blocks_moved, slots_changed,
              text_changed, ads_changed
            from revision cross join generate_series(1, 49) k where article_id = %d order by k, number""";

    private static final String COPY_COLUMNS =
            "id, article_id, number, author, at, kind, content_hash, hash, words, words_added,"
                    + " words_removed, blocks_moved, slots_changed, story";

    private static final String REVISION_COLUMNS =
            "id, article_id, number, author, at, kind, name, note, header_hash, layout_hash, manifest, origins,"
                    + " writers, content_hash, hash, words, words_added, words_removed, blocks_moved,"
                    + " slots_changed, text_changed, ads_changed";

    private static final int TIMES = 50;
    private static final int CHAIN = 201;

    private final Random random = new Random(1);
    private final Http writer;
    private final Http screen;
    private final Connection database;

    private HistoryFigures(URI base, Connection database) {
        this.writer = Http.person(base, "journalist");
        this.database = database;
        SignInPage.SignedIn desk = SignInPage.signIn(base, HttpClient.newHttpClient(), "journalist", "demo");
        this.screen = Http.nobody(base).with("Cookie", desk.cookie());
    }

    /**
     * One figure.
     *
     * @param name what was measured, with its unit
     * @param promise what it may be at most; NaN if nothing is promised
     */
    public record Figure(String name, double value, double promise) {}

    /**
     * Measures; takes about a minute.
     *
     * @throws IOException if the server or the database cannot be started
     */
    public static List<Figure> measure() throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "figures-");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                ServerProcess server = ServerProcess.start(
                        folder,
                        List.of(
                                "-Dgalley.db.user=postgres",
                                "-Dgalley.db.url=" + postgres.getJdbcUrl("postgres", "postgres")));
                Connection database = postgres.getPostgresDatabase().getConnection()) {
            return new HistoryFigures(server.base(), database).figures();
        }
    }

    private List<Figure> figures() throws SQLException {
        String article = created();
        long id = numberOf(article);
        run(FULL_COPIES);
        copy(id, 1, writer.get(article).expect(200).json().toString());
        double copiesBefore = size("full_copy");
        double revisionsBefore = size("revision") + size("content");
        double textsBefore = texts();
        double columnsBefore = columns(REVISION_COLUMNS, "revision") + columns("hash, text, base", "content");
        double copyColumnsBefore = columns(COPY_COLUMNS, "full_copy");
        Http.Answer from = writer.get(article).expect(200);
        int storyLength = 0;
        for (int number = 2; number <= REVISIONS + 1; number++) {
            JsonObject edited = withAnotherWord(from.json());
            from = writer.with("If-Match", from.etag())
                    .json("PUT", article, edited)
                    .expect(200);
            String story = story(edited);
            storyLength += story.length();
            copy(id, number, story);
        }
        double texts = (texts() - textsBefore) / REVISIONS;
        double copy = (double) storyLength / REVISIONS;
        double columns =
                (columns(REVISION_COLUMNS, "revision") + columns("hash, text, base", "content") - columnsBefore)
                        / REVISIONS;
        double copyColumns = (columns(COPY_COLUMNS, "full_copy") - copyColumnsBefore) / REVISIONS;
        double onDisk = (size("revision") + size("content") - revisionsBefore) / REVISIONS;
        double copyOnDisk = (size("full_copy") - copiesBefore) / REVISIONS;
        double few = milliseconds(withRevisions(PAGE + 1) + "/revisions");
        double many = milliseconds(article + "/revisions");
        String shortest = screenOf(withRevisions(10));
        String longest = screenOf(withTenThousandRevisions());
        double openShort = milliseconds(screen, shortest, ASKED);
        double openPage = milliseconds(screen, screenOf(withRevisions(PAGE + 1)), ASKED);
        double openLong = milliseconds(screen, longest, ASKED);
        double blameShort = milliseconds(blameOf(shortest));
        double blameLong = milliseconds(blameOf(longest));
        return List.of(
                new Figure("a full copy of a story of 1,000 words, bytes", copy, Double.NaN),
                new Figure("texts and lists that a changed word adds, bytes", texts, Double.NaN),
                new Figure("texts and lists that a changed word adds, % of a full copy", 100 * texts / copy, 5),
                new Figure("all columns: a revision as a full copy, bytes", copyColumns, Double.NaN),
                new Figure("all columns: the rows that a changed word adds, bytes", columns, Double.NaN),
                new Figure(
                        "all columns: the rows that a changed word adds, % of a full copy",
                        100 * columns / copyColumns, 5),
                new Figure("on disk: a revision as a full copy, bytes", copyOnDisk, Double.NaN),
                new Figure("on disk: a revision with a changed word, rows and indexes, bytes", onDisk, Double.NaN),
                new Figure("on disk: a changed word, % of a full copy", 100 * onDisk / copyOnDisk, Double.NaN),
                new Figure("API: newest 50 of 1,001 revisions, ms", many, Double.NaN),
                new Figure("API: newest 50 of 1,001 revisions to newest 50 of 51, ratio", many / few, Double.NaN),
                new Figure(
                        "API: who wrote each paragraph, of 1,001 revisions, ms",
                        milliseconds(article + "/blame"),
                        Double.NaN),
                new Figure(
                        "API: revision 900 with its story, ms", milliseconds(article + "/revisions/900"), Double.NaN),
                new Figure(
                        "API: check of the chain of 1,001 revisions, ms",
                        milliseconds(article + "/revisions/verify"),
                        Double.NaN),
                new Figure("screen: history of 10 revisions, ms", openShort, Double.NaN),
                new Figure("screen: history of 51 revisions, ms", openPage, Double.NaN),
                new Figure("screen: history of 10,050 revisions, ms", openLong, Double.NaN),
                new Figure("screen: 10,050 revisions to 10, ratio", openLong / openShort, 1.5),
                new Figure("API: who wrote each paragraph, of 10 revisions, ms", blameShort, Double.NaN),
                new Figure("API: who wrote each paragraph, of 10,050 revisions, ms", blameLong, Double.NaN));
    }

    private String created() {
        JsonArrayBuilder body = Json.createArrayBuilder();
        for (int words = 0; words < WORDS; words += WORDS_IN_A_PARAGRAPH) {
            List<String> text = new ArrayList<>();
            for (int i = words; i < Math.min(WORDS, words + WORDS_IN_A_PARAGRAPH); i++) {
                text.add(word());
            }
            body.add(Json.createObjectBuilder().add("type", "paragraph").add("html", String.join(" ", text)));
        }
        JsonObject story = Json.createObjectBuilder()
                .add("headline", "A story of a thousand words")
                .add("body", body)
                .build();
        return "api/v1/articles/"
                + writer.json("POST", "api/v1/articles", story)
                        .expect(201)
                        .json()
                        .getInt("id");
    }

    /** Two to nine letters, as words of English are on average; consonants and vowels in turn, so that it compresses as text does. */
    private String word() {
        StringBuilder word = new StringBuilder();
        int length = 2 + random.nextInt(4) + random.nextInt(4);
        for (int i = 0; i < length; i++) {
            String letters = i % 2 == 0 ? "tnshrdlcmwfgypbvk" : "eaoiu";
            word.append(letters.charAt(Math.min(random.nextInt(letters.length()), random.nextInt(letters.length()))));
        }
        return word.toString();
    }

    private String withRevisions(int revisions) {
        String article = created();
        Http.Answer from = writer.get(article).expect(200);
        for (int number = 2; number <= revisions; number++) {
            from = writer.with("If-Match", from.etag())
                    .json("PUT", article, withAnotherWord(from.json()))
                    .expect(200);
        }
        return article;
    }

    private String withTenThousandRevisions() throws SQLException {
        String article = withRevisions(CHAIN);
        long id = numberOf(article);
        run("update revision set at = at - interval '" + TIMES + " hours' where article_id = " + id);
        run(MORE_REVISIONS.formatted(id));
        run("update article set last_revision = " + TIMES * CHAIN + " where id = " + id);
        run("analyze revision");
        return article;
    }

    private static long numberOf(String article) {
        return Long.parseLong(article.substring(article.lastIndexOf('/') + 1));
    }

    private static String screenOf(String article) {
        return "history/" + numberOf(article);
    }

    private static String blameOf(String screen) {
        return "api/v1/articles/" + screen.substring(screen.lastIndexOf('/') + 1) + "/blame";
    }

    private JsonObject withAnotherWord(JsonObject story) {
        JsonArrayBuilder body = Json.createArrayBuilder(story.getJsonArray("body"));
        // The first paragraph stays as it is: who wrote it is found out at the far end of the history.
        int at = 1 + random.nextInt(story.getJsonArray("body").size() - 1);
        JsonObject block = story.getJsonArray("body").getJsonObject(at);
        String[] words = block.getString("html").split(" ");
        words[random.nextInt(words.length)] = word();
        body.set(
                at,
                Json.createObjectBuilder(block)
                        .add("html", String.join(" ", words))
                        .build());
        return Json.createObjectBuilder(story).add("body", body).build();
    }

    /** Headline and blocks with their ids and kinds: the least that a full copy has to hold. */
    private static String story(JsonObject edited) {
        return Json.createObjectBuilder()
                .add("headline", edited.getString("headline"))
                .add("body", edited.getJsonArray("body"))
                .build()
                .toString();
    }

    private double milliseconds(String path) {
        return milliseconds(writer, path, ASKED);
    }

    /**
     * The middle one of several times that a request takes, once the server is used to it.
     *
     * @param asked how often it is timed
     */
    static double milliseconds(Http person, String path, int asked) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < asked; i++) {
            person.get(path).expect(200);
        }
        for (int i = 0; i < asked; i++) {
            long start = System.nanoTime();
            person.get(path).expect(200);
            times.add((System.nanoTime() - start) / 1e6);
        }
        times.sort(null);
        return times.get(asked / 2);
    }

    private void copy(long article, int number, String story) throws SQLException {
        try (PreparedStatement copy = database.prepareStatement(COPY)) {
            copy.setString(1, story);
            copy.setLong(2, article);
            copy.setInt(3, number);
            copy.executeUpdate();
        }
    }

    /** Bytes of all texts and lists of blocks that the history holds, each counted once. */
    private double texts() throws SQLException {
        return number("select (select sum(octet_length(text)) from content)"
                + " + (select sum(octet_length(manifest)) from revision)");
    }

    /** Bytes of every column of every row, numbers and hashes and keys as well, before anything is compressed. */
    private double columns(String names, String table) throws SQLException {
        List<String> bytes = new ArrayList<>();
        for (String name : names.split(", ")) {
            // Of a text its own length: what is short is kept with a length of one byte, which is no part of it.
            bytes.add("coalesce(case when pg_typeof(" + name + ")::text = 'character varying' then octet_length(" + name
                    + "::text) else pg_column_size(" + name + ") end, 0)");
        }
        return number("select sum(" + String.join(" + ", bytes) + ") from " + table);
    }

    /** Bytes of a table with its indexes and long texts, without the gaps that time leaves. */
    private double size(String table) throws SQLException {
        run("vacuum full " + table);
        return number("select pg_total_relation_size('" + table + "')");
    }

    private double number(String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getDouble(1);
        }
    }

    private void run(String command) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(command);
        }
    }
}
