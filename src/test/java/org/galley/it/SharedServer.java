package org.galley.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one server of all tests that see Galley from outside, as browsers and other systems do: a start takes longer than most tests.
 *
 * <p>It starts when the first test asks for it, has a database of its own, so that no scene inside another server meets it, and
 * ends with the test run. Galley stands below a context root there: nothing may take the server's root for granted.
 */
final class SharedServer {
    private static final String CONTEXT_ROOT = "/galley";

    private static ServerProcess server;

    private SharedServer() {}

    /** Where Galley is, with a slash at the end. */
    static synchronized URI base() {
        if (server == null) {
            server = started();
        }
        return server.base().resolve(CONTEXT_ROOT + "/");
    }

    private static ServerProcess started() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "shared-server-");
            return ServerProcess.startBelow(CONTEXT_ROOT, folder, TestDatabase.serverWithOwn("shared"));
        } catch (IOException e) {
            throw new UncheckedIOException("the shared server could not be started", e);
        }
    }

    static synchronized void end() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
