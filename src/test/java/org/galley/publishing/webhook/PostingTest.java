package org.galley.publishing.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that answer in every way that a receiver should not. */
class PostingTest {
    private static final Duration PATIENCE = Duration.ofMillis(600);

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final CompletableFuture<String> heard = new CompletableFuture<>();

    @AfterEach
    void end() {
        watch.shutdownNow();
    }

    private interface Talk {
        void with(Socket socket) throws IOException;
    }

    private Posting.Answer sentTo(Talk talk) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread receiver = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    talk.with(socket);
                } catch (IOException closed) {
                    heard.completeExceptionally(closed);
                }
            });
            receiver.setDaemon(true);
            receiver.start();
            Target target = new Target(false, "receiver.example", server.getLocalPort(), "/hook?x=1");
            return new Posting(watch, PATIENCE, Duration.ZERO)
                    .send(
                            target,
                            List.of(InetAddress.getLoopbackAddress()),
                            Map.of("Galley-Event", "published"),
                            "{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String request(Socket socket) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder head = new StringBuilder();
        for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
            head.append(line).append('\n');
        }
        char[] body = new char[9];
        for (int read = 0; read < body.length; ) {
            read += reader.read(body, read, body.length - read);
        }
        return head + "\n" + new String(body);
    }

    private static void say(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Test
    void the_pinned_address_is_asked_with_the_name_of_the_host() throws Exception {
        Posting.Answer answer = sentTo(socket -> {
            heard.complete(request(socket));
            say(socket, "HTTP/1.1 204 No Content\r\n\r\n");
        });
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.isTaken()).isTrue();
        assertThat(heard.join())
                .startsWith("POST /hook?x=1 HTTP/1.1\nHost: receiver.example:")
                .contains("\nContent-Length: 10\n", "\nConnection: close\n", "\nGalley-Event: published\n")
                .endsWith("\n\n{\"a\":\"ü\"}");
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() throws Exception {
        Posting.Answer answer = sentTo(socket -> {
            request(socket);
            say(socket, "HTTP/1.1 307 Elsewhere\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
        });
        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.isTaken()).isFalse();
    }

    @Test
    void an_interim_answer_is_not_the_answer_and_a_wish_for_a_pause_is_heard() throws Exception {
        Posting.Answer answer = sentTo(socket -> {
            request(socket);
            say(socket, "HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\nHTTP/1.1 503 Busy\r\nRetry-After: 120\r\n\r\n");
        });
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.wish()).contains(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9\r\n", "HTTP/1.1 2x0 OK\r\n\r\n", "\r\n\r\n", ""})
    void what_is_no_http_is_no_answer(String text) throws Exception {
        Posting.Answer answer = sentTo(socket -> {
            request(socket);
            say(socket, text);
        });
        assertThat(answer.status()).isNull();
        assertThat(answer.problem()).endsWith(".");
    }

    @Test
    void a_head_without_end_and_a_body_without_end_are_cut_off() throws Exception {
        Posting.Answer head = sentTo(socket -> {
            request(socket);
            say(socket, "HTTP/1.1 200 OK\r\nX: ");
            for (int i = 0; i < 1000; i++) {
                say(socket, "x".repeat(1000));
            }
        });
        assertThat(head.status()).isNull();
        Posting.Answer body = sentTo(socket -> {
            request(socket);
            say(socket, "HTTP/1.1 200 OK\r\n\r\n");
            for (int i = 0; i < 100_000; i++) {
                say(socket, "x".repeat(1000));
            }
        });
        assertThat(body.status()).isEqualTo(200);
    }

    @Test
    void silence_and_a_drop_at_a_time_both_end_in_time() throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Posting.Answer silent = sentTo(socket -> {
            request(socket);
            over.join();
        });
        over.complete(null);
        assertThat(silent.problem()).startsWith("No answer within");
        Posting.Answer slow = sentTo(socket -> {
            request(socket);
            say(socket, "HTTP/1.1 200 OK\r\n");
            while (true) {
                say(socket, "X");
                socket.setSoTimeout(50);
                try {
                    socket.getInputStream().read();
                } catch (java.net.SocketTimeoutException again) {
                    continue;
                }
                return;
            }
        });
        assertThat(slow.status()).isNull();
        assertThat(slow.took()).isLessThan(PATIENCE.multipliedBy(3));
    }

    @Test
    void nobody_there_is_said_as_that() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        Posting.Answer answer = new Posting(watch, PATIENCE, Duration.ZERO)
                .send(
                        new Target(false, "127.0.0.1", port, "/"),
                        List.of(InetAddress.getLoopbackAddress()),
                        Map.of(),
                        new byte[0]);
        assertThat(answer.problem()).isEqualTo("No connection.");
    }

    @Test
    void time_that_was_spent_on_the_name_is_not_there_for_the_answer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Target target = new Target(false, "receiver.example", silent.getLocalPort(), "/");
            Posting.Answer answer = new Posting(
                            watch, Duration.ofHours(1), Duration.ofHours(1).minusMillis(200))
                    .send(target, List.of(InetAddress.getLoopbackAddress()), Map.of(), new byte[0]);
            assertThat(answer.status()).isNull();
            assertThat(answer.took()).isLessThan(Duration.ofMinutes(1));
        }
    }
}
