package org.galley.platform.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs Payara Micro with Galley as a child process, says when it is ready, and ends it whenever Maven ends.
 *
 * <p>Settings are system properties (what {@code -D} on Maven's command line sets), all of which whose names begin with
 * {@code galley.} are handed on, or come from the environment ({@code GALLEY_PORT} for {@code galley.port}), which the server has
 * as well.
 */
public final class Launcher {
    /** Handed on by the environment: what is in a command can be read in the machine's list of processes. */
    private static final List<String> SECRETS =
            List.of("galley.db.password", "galley.mail.password", "galley.admin.password");

    /** What Payara says of an application that does not start; the server itself would go on without it. */
    private static final String REFUSED = "Exception while loading the app";

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final PrintStream out = System.out;
    private volatile boolean stopping;
    private volatile boolean refused;

    private Launcher() {}

    /**
     * @param args the paths of payara-micro.jar, of galley.war and of the logging configuration
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        new Launcher().run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    }

    @SuppressWarnings("SystemExitOutsideMain") // Maven's exit status is to be the server's
    private void run(Path server, Path application, Path logging) throws IOException, InterruptedException {
        String port = setting("galley.port").orElse("8080");
        String address = setting("galley.address").orElse("127.0.0.1");
        Process process = start(server, application, logging, port, address);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "stop-galley"));
        Thread output = new Thread(() -> copy(process), "galley-output");
        output.setDaemon(true);
        output.start();
        announceWhenReady(process, port, address);
        int status = process.waitFor();
        if (refused) {
            output.join();
            out.println("Galley could not be started; the lines above say why.");
            System.exit(1);
        }
        if (status != 0 && status != 130 && status != 143) {
            out.println("Galley stopped with exit status " + status + "; the lines above say why.");
            System.exit(status);
        }
    }

    private Process start(Path server, Path application, Path logging, String port, String address) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=4");
        // Pictures are decoded on machines without a screen.
        command.add("-Djava.awt.headless=true");
        command.add("-Dgalley.run.parent=" + ProcessHandle.current().pid());
        if (setting("galley.demo").isEmpty()) {
            command.add("-Dgalley.demo=true");
        }
        List<String> given = System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("galley."))
                .sorted()
                .toList();
        given.stream()
                .filter(name -> !SECRETS.contains(name))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-jar", server.toString()));
        // Always an empty one: the server would remember the application from its last start and deploy it twice.
        Path unpacked = emptied(server.toAbsolutePath().resolveSibling("unpacked-" + port));
        command.addAll(List.of("--rootdir", unpacked.toString()));
        command.addAll(List.of("--nohazelcast", "--disablephonehome", "--port", port));
        command.addAll(List.of("--prebootcommandfile", listenOn(address).toString()));
        command.addAll(List.of("--logproperties", logging.toString()));
        command.addAll(List.of("--deploy", application.toString(), "--contextroot", "/"));
        ProcessBuilder builder = new ProcessBuilder(command);
        given.stream().filter(SECRETS::contains).forEach(name -> builder.environment()
                .put(variable(name), System.getProperty(name)));
        return builder.redirectErrorStream(true).start();
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /** Payara Micro has no switch for the address to listen on; an administration command before its start sets it. */
    private static Path listenOn(String address) throws IOException {
        if (!address.matches("[0-9A-Za-z.:-]+")) {
            throw new IllegalArgumentException("galley.address is neither a host name nor an address: " + address);
        }
        Path commands = Files.createTempFile("galley-preboot", ".txt");
        commands.toFile().deleteOnExit();
        Files.writeString(
                commands,
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address="
                        + address + "\n");
        return commands;
    }

    private static Optional<String> setting(String name) {
        String given = System.getProperty(name);
        if (given == null || given.isBlank()) {
            given = System.getenv(variable(name));
        }
        return Optional.ofNullable(given).filter(value -> !value.isBlank());
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private void copy(Process process) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.println(line);
                if (line.contains(REFUSED)) {
                    refused = true;
                    process.destroy();
                }
            }
        } catch (IOException e) {
            if (!stopping && !refused && process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void announceWhenReady(Process process, String port, String address) throws InterruptedException {
        String host = address.equals("0.0.0.0") || address.equals("127.0.0.1") ? "localhost" : address;
        URI root = URI.create("http://" + (host.equals("localhost") ? "127.0.0.1" : host) + ":" + port + "/");
        URI health = root.resolve("health/ready");
        // The server calls itself ready a moment before the API answers; this goes through to the database.
        URI content = root.resolve("api/v1/content?limit=1");
        long until = System.nanoTime() + READY_WITHIN.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            if (answersReady(health) && answersReady(content)) {
                // The server's own last lines about its start come within moments of readiness; ours is to be the last.
                TimeUnit.MILLISECONDS.sleep(600);
                out.println("Galley is ready at http://" + host + ":" + port + "/" + accounts());
                out.flush();
                return;
            }
            TimeUnit.MILLISECONDS.sleep(150);
        }
    }

    private static String accounts() {
        boolean demo = setting("galley.demo").map(Boolean::parseBoolean).orElse(true);
        return demo
                ? " (demo accounts: journalist, journalist2, editor, editor2, admanager, admin; password: demo)"
                : "";
    }

    private static boolean answersReady(URI health) {
        try {
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(2000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void stop(Process process) {
        stopping = true;
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
