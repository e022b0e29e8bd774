package org.galley.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares, before any test runs, the database that the build asks for by the system property {@code galley.test.database}
 * ({@code h2} or {@code postgres}), and tells the server of it. Without that property (plain unit tests) it does nothing.
 */
public class TestDatabase implements LauncherSessionListener {
    private EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String database = System.getProperty("galley.test.database");
        if (database == null) {
            return;
        }
        try {
            Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-" + database + "-");
            String options = "-Dgalley.demo=true -Dgalley.zone=Europe/Kyiv -Dgalley.home=" + home;
            // Receivers of webhooks are on this machine; what cannot be delivered is given up soon.
            options += " -Dgalley.webhooks.private-addresses=127.0.0.1 -Dgalley.webhooks.tries=3"
                    + " -Dgalley.webhooks.backoff=PT0.2S -Dgalley.webhooks.timeout=PT3S";
            if (database.equals("postgres")) {
                postgres = EmbeddedPostgres.builder().start();
                options += " -Dgalley.db.user=postgres -Dgalley.db.url=" + postgres.getJdbcUrl("postgres", "postgres");
            }
            System.setProperty("galley.test.jvm", options);
        } catch (IOException e) {
            throw new UncheckedIOException("the test database could not be started", e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
