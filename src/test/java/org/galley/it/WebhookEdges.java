package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.galley.it.inside.Receiver;
import org.junit.jupiter.api.Test;

/** Subscribers over HTTP: what administrators may do with them, and what everybody else may not. */
interface WebhookEdges {
    String WEBHOOKS = "api/v1/webhooks";

    URI base();

    private static JsonObject subscriber(String url, String... events) {
        return Json.createObjectBuilder()
                .add("name", "A site " + UUID.randomUUID())
                .add("url", url)
                .add("events", Json.createArrayBuilder(List.of(events)))
                .build();
    }

    @Test
    default void a_subscriber_is_added_paused_tested_and_removed() throws IOException {
        Http admin = Http.person(base(), "admin");
        try (Receiver receiver = new Receiver()) {
            JsonObject made = admin.json("POST", WEBHOOKS, subscriber(receiver.url(), "published", "withdrawn"))
                    .expect(201)
                    .json();
            String path = WEBHOOKS + "/" + made.getInt("id");
            JsonObject namesake = Json.createObjectBuilder(subscriber(receiver.url(), "published"))
                    .add("name", made.getString("name").toUpperCase(Locale.ROOT))
                    .build();
            assertThat(admin.json("POST", WEBHOOKS, namesake)
                            .problem(400)
                            .getJsonArray("violations")
                            .getJsonObject(0)
                            .getString("pointer"))
                    .isEqualTo("/name");
            assertThat(made.getString("secret")).startsWith("whsec_");
            assertThat(admin.get(path).expect(200).body())
                    .contains("\"events\":[\"published\",\"withdrawn\"]")
                    .doesNotContain("whsec_");
            assertThat(admin.get(WEBHOOKS).expect(200).body()).doesNotContain("whsec_");
            admin.send("POST", path + "/ping", "").expect(202);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> receiver.taken().size() == 1);
            assertThat(receiver.taken().get(0).kind()).isEqualTo("ping");
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !admin.get(
                            path + "/deliveries?state=delivered")
                    .json()
                    .getJsonArray("items")
                    .isEmpty());
            JsonObject line = admin.get(path + "/deliveries?limit=1")
                    .expect(200)
                    .json()
                    .getJsonArray("items")
                    .getJsonObject(0);
            assertThat(line.getInt("status")).isEqualTo(204);
            assertThat(admin.get(path + "/deliveries/" + line.getInt("id"))
                            .expect(200)
                            .json()
                            .getJsonArray("attempts"))
                    .hasSize(1);
            JsonObject paused = admin.json(
                            "PUT",
                            path,
                            Json.createObjectBuilder().add("paused", true).build())
                    .expect(200)
                    .json();
            assertThat(paused.getBoolean("paused")).isTrue();
            assertThat(paused.getString("url")).isEqualTo(receiver.url());
            assertThat(admin.send("POST", path + "/secret", "")
                            .expect(200)
                            .json()
                            .getString("secret"))
                    .isNotEqualTo(made.getString("secret"));
            admin.send("DELETE", path, "").expect(204);
            admin.get(path).problem(404);
            admin.get(path + "/deliveries").problem(404);
        }
    }

    @Test
    default void what_is_no_subscriber_is_refused_with_its_fields_and_others_are_refused_altogether() {
        Http admin = Http.person(base(), "admin");
        assertThat(admin.json("POST", WEBHOOKS, subscriber("http://10.1.2.3/", "published"))
                        .problem(400)
                        .getJsonArray("violations")
                        .toString())
                .contains("/url");
        assertThat(admin.json("POST", WEBHOOKS, subscriber("https://127.0.0.1/", "flown"))
                        .problem(400)
                        .toString())
                .contains("published, updated");
        assertThat(admin.json(
                                "POST",
                                WEBHOOKS,
                                Json.createObjectBuilder().add("secret", "mine").build())
                        .problem(400)
                        .toString())
                .contains("secret");
        admin.json("POST", WEBHOOKS, Json.createObjectBuilder().build()).problem(400);
        admin.get(WEBHOOKS + "/999999999").problem(404);
        admin.send("POST", WEBHOOKS + "/999999999/ping", "").problem(404);
        for (String person : List.of("journalist", "editor", "admanager")) {
            Http.person(base(), person).get(WEBHOOKS).problem(403);
        }
        Http.nobody(base()).get(WEBHOOKS).problem(401);
    }
}
