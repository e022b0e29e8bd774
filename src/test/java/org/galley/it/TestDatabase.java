package org.galley.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares, before any test runs, the database that the build asks for by the system property {@code galley.test.database}
 * ({@code h2} or {@code postgres}), and tells the server of it. Without that property (plain unit tests) it does nothing.
 */
public class TestDatabase implements LauncherSessionListener {
    /** Receivers of webhooks are on this machine; what cannot be delivered is given up soon. */
    private static final String DEMO = "-Dgalley.demo=true -Dgalley.zone=Europe/Kyiv"
            + " -Dgalley.webhooks.private-addresses=127.0.0.1 -Dgalley.webhooks.tries=3"
            + " -Dgalley.webhooks.backoff=PT0.2S -Dgalley.webhooks.timeout=PT3S"
            + " -Dgalley.mail.host=127.0.0.1 -Dgalley.mail.tls=none -Dgalley.mail.from=desk@galley.example";

    private static EmbeddedPostgres postgres;
    private static String common;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String database = System.getProperty("galley.test.database");
        if (database == null) {
            return;
        }
        try {
            Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-" + database + "-");
            common = DEMO + " -Dgalley.mail.port=" + Mailbox.start();
            String inside = common + " -Dgalley.test.pop3=" + Mailbox.reading() + " -Dgalley.home=" + home;
            if (database.equals("postgres")) {
                postgres = EmbeddedPostgres.builder().start();
                inside += address("postgres");
            }
            System.setProperty("galley.test.jvm", inside);
        } catch (IOException e) {
            throw new IllegalStateException("the test database could not be started", e);
        }
    }

    /**
     * The options of a server process with a database of its own, empty until it starts, so that no other server's clock, courier
     * or person comes between; on H2 that is the file in the server's folder.
     *
     * @param name of the database, once in a test run
     */
    static List<String> serverWithOwn(String name) {
        String options = common;
        if (postgres != null) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("the database " + name + " could not be made", e);
            }
            options += address(name);
        }
        return List.of(options.split(" "));
    }

    private static String address(String name) {
        return " -Dgalley.db.user=postgres -Dgalley.db.url=" + postgres.getJdbcUrl("postgres", name);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        SharedServer.end();
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
