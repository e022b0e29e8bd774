package org.galley.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long the desk takes to open with 200,000 stories on PostgreSQL: whole screens with counts, as a browser asks for them, of a
 * server as users run it. A request is timed where it is asked, so a little of each figure is not the server's.
 */
public final class DeskFigures {
    private static final int STORIES = 200_000;
    private static final double PROMISE = 150;
    private static final int ASKED = 15;

    private final int asked;
    private final ManyStories many = new ManyStories();
    private final Connection database;
    private final Http screen;
    private final Http api;
    private final List<HistoryFigures.Figure> figures = new ArrayList<>();

    /** @param asked how often each figure is taken, once the server is used to it */
    DeskFigures(URI base, Connection database, int asked) {
        this.database = database;
        this.asked = asked;
        SignInPage.SignedIn desk = SignInPage.signIn(base, HttpClient.newHttpClient(), "editor", "demo");
        this.screen = Http.nobody(base).with("Cookie", desk.cookie());
        this.api = Http.person(base, "editor");
    }

    /**
     * Generates the stories and measures; takes some minutes.
     *
     * @throws IOException if the server or the database cannot be started
     */
    public static List<HistoryFigures.Figure> measure() throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "desk-");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                ServerProcess server = ServerProcess.start(
                        folder,
                        List.of(
                                "-Dgalley.db.user=postgres",
                                "-Dgalley.db.url=" + postgres.getJdbcUrl("postgres", "postgres")));
                Connection database = postgres.getPostgresDatabase().getConnection()) {
            DeskFigures desk = new DeskFigures(server.base(), database, ASKED);
            desk.many.fill(database, STORIES);
            return desk.figures();
        }
    }

    /** Prints this part alone. */
    public static void main(String[] arguments) throws IOException, SQLException {
        measure().forEach(figure -> System.out.printf(Locale.ROOT, "%-70s %8.1f ms%n", figure.name(), figure.value()));
    }

    List<HistoryFigures.Figure> figures() throws SQLException {
        for (String queue :
                List.of("drafts", "unassigned", "to-approve", "sent-back", "approved", "scheduled", "live", "all")) {
            screen("queue " + queue, "queue=" + queue);
        }
        screen("all, in one section", "queue=all&section=culture");
        screen("all, assigned to one person", "queue=all&assignee=writer17");
        screen("all, assigned to nobody, by priority", "queue=all&assignee=none&order=priority");
        screen("all, begun by one person, live ones alone", "queue=live&author=writer17");
        screen("all, open legal questions", "queue=all&legal=yes");
        screen("all, late, next due first", "queue=all&due=late&order=due");
        screen("all, urgent, of one section", "queue=all&priority=urgent&section=sport");
        screen("all, withdrawn, longest waiting first", "queue=all&state=withdrawn&order=waiting");
        screen("live, of one section, most urgent first", "queue=live&section=sport&order=priority");
        String common = many.word(ManyStories.COMMON);
        String middling = many.word(ManyStories.MIDDLING);
        String rare = many.word(ManyStories.RARE);
        screen("search, a word of most stories", "q=" + common);
        screen("search, a word of some stories", "q=" + middling);
        screen("search, a rare word", "q=" + rare);
        screen("search, a word of one story", "q=unique101000");
        screen("search, three words", "q=" + common + "+" + middling + "+" + many.word(300));
        screen("search, a phrase", "q=%22" + common + "+" + many.word(8) + "%22");
        screen("search, the beginning of a name", "q=writer3");
        screen("search, nothing fits", "q=" + common + "+zzzyx");
        screen("search to approve, a word of most stories", "queue=to-approve&q=" + common);
        screen("search to approve, a word of some stories", "queue=to-approve&q=" + middling);
        screen("search live in a section, a word of some stories", "queue=live&section=sport&q=" + middling);
        deep("all, page 4,000", "queue=all", "updated_at", "", "order by updated_at desc, id desc", 100_000);
        deep("all, last page", "queue=all", "updated_at", "", "order by updated_at desc, id desc", STORIES - 30);
        deep(
                "live, page 4,000",
                "queue=live",
                "updated_at",
                "where live_revision is not null",
                "order by updated_at desc, id desc",
                100_000);
        deep("all by due time, page 4,000", "queue=all&order=due", "due_at", "", "order by due_at, id", 100_000);
        deep(
                "all by priority, page 4,000",
                "queue=all&order=priority",
                "due_at",
                "",
                "order by priority, due_at, id",
                100_000);
        deep(
                "search, a word of most stories, deep",
                "q=" + common,
                "updated_at",
                "",
                "order by updated_at desc",
                60_000);
        api("API: first 50", "api/v1/articles");
        api("API: search, a word of some stories", "api/v1/articles?q=" + middling);
        api("API: counts of all queues", "api/v1/desk/queues");
        return figures;
    }

    private void screen(String name, String query) {
        add("desk of 200,000, " + name, HistoryFigures.milliseconds(screen, "desk?" + query, asked));
    }

    private void deep(String name, String query, String time, String where, String order, int offset)
            throws SQLException {
        try (Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("select priority, " + time + ", id from article " + where + " " + order
                        + " offset " + offset + " limit 1")) {
            row.next();
            Instant at = row.getObject(2, Timestamp.class).toInstant();
            String from =
                    row.getInt(1) + "." + at.getEpochSecond() + "." + at.getNano() + "." + row.getLong(3) + ".down";
            screen(name, query + "&from=" + from);
        }
    }

    private void api(String name, String path) {
        add("desk of 200,000, " + name, HistoryFigures.milliseconds(api, path, asked));
    }

    private void add(String name, double milliseconds) {
        figures.add(new HistoryFigures.Figure(name, milliseconds, PROMISE));
    }
}
