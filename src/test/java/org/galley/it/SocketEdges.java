package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The socket of an open article: who may open it, and what it does with what it is told. */
interface SocketEdges {
    URI base();

    String created(String headline);

    /** Keeps what was heard, and how it ended. */
    final class Heard implements WebSocket.Listener {
        private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            messages.add(data.toString());
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            messages.add("closed " + code);
            return null;
        }

        /** The next message that has this in it. */
        String next(String part) {
            try {
                for (String message = messages.poll(30, TimeUnit.SECONDS);
                        message != null;
                        message = messages.poll(30, TimeUnit.SECONDS)) {
                    if (message.contains(part)) {
                        return message;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new AssertionError("nothing was heard of " + part);
        }
    }

    /** Opens a socket as a page of the desk does. */
    static WebSocket opened(URI base, String path, String cookie, Heard heard) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .header("Origin", "http://" + base.getAuthority())
                .header("Cookie", cookie)
                .buildAsync(URI.create(base.toString().replaceFirst("^http", "ws") + path), heard)
                .join();
    }

    private WebSocket socket(String article, String origin, String cookie, Heard heard) {
        URI address =
                URI.create(base().toString().replaceFirst("^http", "ws") + "live/" + article.replaceAll(".*/", ""));
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(Duration.ofSeconds(20));
        if (origin != null) {
            builder.header("Origin", origin);
        }
        if (cookie != null) {
            builder.header("Cookie", cookie);
        }
        return builder.buildAsync(address, heard).join();
    }

    /** The status of a handshake, 101 if a socket was opened. */
    private int handshake(String article, String origin, String cookie) {
        try {
            socket(article, origin, cookie, new Heard()).abort();
            return 101;
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    private String cookieOf(String person) {
        return SignInPage.signIn(base(), HttpClient.newHttpClient(), person, "demo")
                .cookie();
    }

    private String own() {
        return "http://" + base().getAuthority();
    }

    @Test
    default void a_socket_opens_only_for_the_desks_own_pages_and_for_those_who_are_signed_in() {
        String article = created("Sockets");
        String cookie = cookieOf("editor");
        assertThat(handshake(article, own(), cookie)).isEqualTo(101);
        assertThat(handshake(article, own(), null)).isEqualTo(401);
        assertThat(handshake(article, "https://elsewhere.example", cookie)).isEqualTo(403);
        assertThat(handshake(article, own() + ".elsewhere.example", cookie)).isEqualTo(403);
        assertThat(handshake(article, "null", cookie)).isEqualTo(403);
        assertThat(handshake(article, null, cookie)).isEqualTo(403);
    }

    @Test
    default void a_socket_tells_of_people_and_versions_and_ends_on_nonsense() {
        String article = created("Heard");
        Heard heard = new Heard();
        WebSocket socket = socket(article, own(), cookieOf("editor"), heard);
        socket.sendText("{\"client\":\"socket-of-editor\",\"block\":\"p1\"}", true);
        assertThat(heard.next("people")).contains("\"block\":\"p1\"", "Demo Editor");
        Http.person(base(), "journalist")
                .with("If-Match", "*")
                .with("Content-Type", "application/json")
                .send("PATCH", article + "/working-copy", "{\"headline\":\"Heard of\"}")
                .expect(200);
        assertThat(heard.next("\"version\":2")).contains("journalist");
        socket.sendText("[]", true);
        heard.next("closed 1003");
        Heard none = new Heard();
        WebSocket unknown = socket("/999999", own(), cookieOf("editor"), none);
        unknown.sendText("{\"client\":\"socket-of-editor\"}", true);
        none.next("closed 1008");
        Heard much = new Heard();
        WebSocket loud = socket(article, own(), cookieOf("editor"), much);
        loud.sendText("{\"client\":\"" + "x".repeat(5_000) + "\"}", true);
        much.next("closed 1009");
    }

    @Test
    default void a_socket_ends_with_the_session_that_it_was_opened_with() {
        String article = created("Signed out");
        HttpClient client = HttpClient.newHttpClient();
        SignInPage.SignedIn in = SignInPage.signIn(base(), client, "editor", "demo");
        Heard heard = new Heard();
        WebSocket socket = socket(article, own(), in.cookie(), heard);
        socket.sendText("{\"client\":\"socket-of-editor\"}", true);
        heard.next("people");
        // A session that signs in anew gets another id, but is the same; signing out ends it.
        SignInPage.signOut(base(), client, in.cookie());
        socket.sendText("{\"client\":\"socket-of-editor\",\"block\":\"p1\"}", true);
        heard.next("closed 1008");
    }

    @Test
    default void a_page_is_not_taken_for_that_of_whoever_is_signed_in_by_now() {
        String article = created("Whose");
        Heard heard = new Heard();
        socket(article + "?person=journalist", own(), cookieOf("editor"), heard);
        heard.next("closed 1008");
        Heard own = new Heard();
        socket(article + "?person=editor", own(), cookieOf("editor"), own)
                .sendText("{\"client\":\"socket-of-editor\"}", true);
        own.next("people");
        for (String person : List.of("journalist", "%", "")) {
            Http.nobody(base())
                    .with("Cookie", cookieOf("editor"))
                    .with("X-Galley", "1")
                    .with("X-Galley-Person", person)
                    .with("If-Match", "*")
                    .with("Content-Type", "application/json")
                    .send("PATCH", article + "/working-copy", "{\"headline\":\"In another's name\"}")
                    .expect(401);
        }
        Http.nobody(base())
                .with("Cookie", cookieOf("editor"))
                .with("X-Galley", "1")
                .with("X-Galley-Person", "editor")
                .with("If-Match", "*")
                .with("Content-Type", "application/json")
                .send("PATCH", article + "/working-copy", "{\"headline\":\"In one's own\"}")
                .expect(200);
    }
}
