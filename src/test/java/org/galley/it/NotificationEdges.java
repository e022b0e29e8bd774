package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Notifications over HTTP, over the socket that rings, and in a mailbox. */
interface NotificationEdges {
    String NOTIFICATIONS = "api/v1/notifications";

    URI base();

    String created(String headline);

    private void moved(String person, String article, String action) {
        JsonObject step = Json.createObjectBuilder()
                .add("action", action)
                .add("note", "Say <b>who</b> said it.")
                .build();
        Http.person(base(), person).json("POST", article + "/transitions", step).expect(200);
    }

    private static JsonObject settings(String mode, String address) {
        return Json.createObjectBuilder()
                .add("mail", mode)
                .add("address", address)
                .build();
    }

    @Test
    default void what_concerns_somebody_rings_is_listed_and_comes_by_mail() throws Exception {
        Http journalist = Http.person(base(), "journalist");
        String address = UUID.randomUUID() + "@galley.example";
        journalist
                .json("PUT", NOTIFICATIONS + "/settings", settings("at-once", address))
                .expect(200);
        String cookie = SignInPage.signIn(base(), HttpClient.newHttpClient(), "journalist", "demo")
                .cookie();
        SocketEdges.Heard heard = new SocketEdges.Heard();
        WebSocket socket = SocketEdges.opened(base(), "live/notifications", cookie, heard);
        String headline = "Ferry & <Co> opens \u0428 " + UUID.randomUUID();
        String article = created(headline);
        int id = Integer.parseInt(article.replaceAll(".*/", ""));
        moved("journalist", article, "submit");
        moved("editor", article, "request-changes");
        assertThat(heard.next("notifications")).isEqualTo("{\"notifications\":true}");
        socket.abort();
        JsonObject newest = journalist
                .get(NOTIFICATIONS + "?limit=1")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(newest.getString("kind")).isEqualTo("sent-back");
        assertThat(newest.getString("subject")).isEqualTo(headline);
        assertThat(newest.getString("actor")).isEqualTo("Demo Editor");
        assertThat(newest.getString("path")).isEqualTo("/write/" + id);
        int unread =
                journalist.get(NOTIFICATIONS + "/unread").expect(200).json().getInt("unread");
        JsonObject read = Json.createObjectBuilder().add("article", id).build();
        assertThat(journalist
                        .json("POST", NOTIFICATIONS + "/read", read)
                        .expect(200)
                        .json()
                        .getInt("unread"))
                .isLessThan(unread);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !Mailbox.of(address)
                .isEmpty());
        MimeMessage mail = Mailbox.of(address).get(0);
        assertThat(mail.getSubject()).contains("Your story was sent back", headline);
        assertThat(mail.getFrom()[0].toString()).isEqualTo("desk@galley.example");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat((String) parts.getBodyPart(0).getContent())
                .contains(headline, "> Say <b>who</b> said it.", "/write/" + id);
        assertThat((String) parts.getBodyPart(1).getContent())
                .contains("Ferry &amp; &lt;Co&gt;", "&lt;b&gt;who&lt;/b&gt;", "/write/" + id + "\"")
                .doesNotContain("<b>who</b>");
        journalist.json("PUT", NOTIFICATIONS + "/settings", settings("off", "")).expect(200);
        assertThat(Mailbox.of(address)).hasSize(1);
    }

    @Test
    default void a_mail_server_that_is_down_delays_nobody_and_has_its_mail_once_it_is_back() {
        Http journalist = Http.person(base(), "journalist2");
        String address = UUID.randomUUID() + "@galley.example";
        journalist
                .json("PUT", NOTIFICATIONS + "/settings", settings("at-once", address))
                .expect(200);
        JsonObject story = Json.createObjectBuilder()
                .add("headline", "Written while no mail goes out")
                .add(
                        "body",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "paragraph")
                                        .add("html", "One.")))
                .build();
        String article = "api/v1/articles/"
                + journalist
                        .json("POST", "api/v1/articles", story)
                        .expect(201)
                        .json()
                        .getInt("id");
        Mailbox.down(() -> {
            moved("journalist2", article, "submit");
            moved("editor", article, "request-changes");
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Mailbox.of(address).size() == 1);
        journalist.json("PUT", NOTIFICATIONS + "/settings", settings("off", "")).expect(200);
    }

    @Test
    default void wishes_and_readings_that_make_no_sense_are_refused() {
        Http editor = Http.person(base(), "editor2");
        String settings = NOTIFICATIONS + "/settings";
        editor.json("PUT", settings, settings("at-once", "")).problem(400);
        editor.json("PUT", settings, settings("often", "a@example.org")).problem(400);
        editor.json("PUT", settings, settings("daily", "a@example.org, b@example.org"))
                .problem(400);
        editor.json(
                        "PUT",
                        settings,
                        Json.createObjectBuilder()
                                .add("inPage", Json.createArrayBuilder().add("weather"))
                                .build())
                .problem(400);
        editor.json(
                        "POST",
                        NOTIFICATIONS + "/read",
                        Json.createObjectBuilder()
                                .add("ids", Json.createArrayBuilder().add(999_999_999))
                                .build())
                .problem(404);
        editor.json("POST", NOTIFICATIONS + "/read", Json.createObjectBuilder().build())
                .problem(400);
        editor.get(NOTIFICATIONS + "?after=nonsense").problem(400);
        Http.nobody(base()).get(NOTIFICATIONS).problem(401);
        assertThat(editor.get(settings).expect(200).json().getString("mail")).isEqualTo("off");
    }
}
