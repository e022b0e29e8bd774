package org.galley.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Galley as users run it: Payara Micro with the built WAR, as a process of its own that a test may kill. */
final class ServerProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(8);

    /** What Payara says of an application that does not start; the server itself goes on. */
    private static final String DEPLOYMENT_FAILED = "Exception while loading the app";

    private final Process process;
    private final Path log;
    private final URI base;
    private final URI secureBase;

    private ServerProcess(Process process, Path log, int port, int securePort) {
        this.process = process;
        this.log = log;
        this.base = URI.create("http://127.0.0.1:" + port + "/");
        this.secureBase = URI.create("https://127.0.0.1:" + securePort + "/");
    }

    /**
     * Starts the server and waits until it is ready.
     *
     * @param folder where the database, the unpacked server and the log are kept
     * @param settings as {@code -D} options; {@code galley.home} is only needed where servers share one
     */
    static ServerProcess start(Path folder, List<String> settings) throws IOException {
        return start(folder, settings, freePort());
    }

    /** The same at a port that a page may know already. */
    static ServerProcess start(Path folder, List<String> settings, int port) throws IOException {
        return start(folder, settings, port, "/", List.of());
    }

    /** The same with another application beside Galley, below the name of its archive. */
    static ServerProcess startBeside(Path folder, List<String> settings, Path other) throws IOException {
        return start(folder, settings, freePort(), "/", List.of("--deploy", other.toString()));
    }

    /** The same, with Galley at a context root of the caller's, such as {@code /galley}, and not at the server's own root. */
    static ServerProcess startBelow(String contextRoot, Path folder, List<String> settings) throws IOException {
        return start(folder, settings, freePort(), contextRoot, List.of());
    }

    private static ServerProcess start(
            Path folder, List<String> settings, int port, String contextRoot, List<String> more) throws IOException {
        int securePort = freePort();
        Files.createDirectories(folder);
        Path commands = folder.resolve("loopback.txt");
        String listener = "set configs.config.server-config.network-config.network-listeners.network-listener.";
        Files.writeString(
                commands,
                listener + "http-listener.address=127.0.0.1\n" + listener + "https-listener.address=127.0.0.1\n");
        Path log = folder.resolve("server.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        // Set where many servers live for minutes each, and not where their speed is measured.
        command.addAll(
                Stream.of(System.getProperty("galley.test.server-options", "").split(" "))
                        .filter(option -> !option.isEmpty())
                        .toList());
        command.add("-Dgalley.demo=true");
        command.add("-Dgalley.home=" + folder.resolve("home"));
        command.addAll(settings);
        command.addAll(
                List.of("-jar", System.getProperty("galley.test.server"), "--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--port", String.valueOf(port), "--sslport", String.valueOf(securePort)));
        command.addAll(List.of("--prebootcommandfile", commands.toString()));
        command.addAll(List.of("--deploy", System.getProperty("galley.test.war"), "--contextroot", contextRoot));
        command.addAll(more);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        // Even if the tests' own process is told to end.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-server-under-test"));
        ServerProcess server = new ServerProcess(process, log, port, securePort);
        server.awaitReady();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() {
        try {
            Awaitility.await("the server of " + log)
                    .atMost(READY_WITHIN)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> !process.isAlive() || isReady() || isRefused());
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended instead of starting; see " + log);
            }
            if (isRefused()) {
                throw new IllegalStateException(
                        "the server runs without Galley, which could not be deployed; see " + log);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private boolean isRefused() {
        return log().contains(DEPLOYMENT_FAILED);
    }

    private boolean isReady() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(base.resolve("health/ready")).build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    URI base() {
        return base;
    }

    /** The same server over TLS, with a certificate that it made for itself. */
    URI secureBase() {
        return secureBase;
    }

    /** SIGKILL: nothing is flushed, no hook runs. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server does not die");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Bytes of all objects that are in use: the server collects what is garbage first, and counts the rest. */
    long liveBytes() throws IOException {
        Process counting = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String[] lines = new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split("\n");
        String[] total = lines[lines.length - 1].strip().split("\\s+");
        if (total.length != 3 || !total[0].equals("Total")) {
            throw new IllegalStateException(String.join("\n", lines));
        }
        return Long.parseLong(total[2]);
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
