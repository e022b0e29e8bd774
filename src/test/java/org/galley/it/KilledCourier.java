package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.galley.it.inside.Receiver;

/** A subscriber whose messenger is killed: once while it was being told, once before it was told at all. */
final class KilledCourier implements AutoCloseable {
    private static final String ARTICLES = "api/v1/articles/";

    private final Receiver receiver = new Receiver();
    private final CountDownLatch killed = new CountDownLatch(1);
    private int interrupted;
    private int lastMoment;

    KilledCourier() throws IOException {
        receiver.answers(heard -> {
            try {
                killed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 204;
        });
    }

    /** Publishes one article and waits until the receiver has its message, which it does not answer. */
    void holdsUp(URI base, int first, int second) {
        interrupted = first;
        lastMoment = second;
        JsonObject subscriber = Json.createObjectBuilder()
                .add("name", "A receiver that outlives the server")
                .add("url", receiver.url())
                .add("events", Json.createArrayBuilder().add("published"))
                .build();
        Http.person(base, "admin").json("POST", "api/v1/webhooks", subscriber).expect(201);
        publish(base, interrupted);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> receiver.all().size() == 1);
    }

    /** Nobody is told of this one before the server dies. */
    void publishesAtTheLastMoment(URI base) {
        publish(base, lastMoment);
    }

    private static void publish(URI base, int article) {
        Http.person(base, "editor")
                .json(
                        "POST",
                        ARTICLES + article + "/transitions",
                        Json.createObjectBuilder().add("action", "publish").build())
                .expect(200);
    }

    /** The server is dead: what was being told broke off without an answer, and from now on the receiver answers. */
    void isHeardAgain() {
        receiver.answers(heard -> 204);
    }

    void assertEverythingIsToldAndReadersHaveItOnce(URI base) {
        Awaitility.await("both publications are told")
                .atMost(Duration.ofSeconds(60))
                .until(() -> articles().contains(interrupted) && articles().contains(lastMoment));
        assertThat(articles()).doesNotHaveDuplicates();
        assertThat(receiver.all().stream().filter(heard -> heard.event() == first(interrupted)))
                .as("tried before and after the server's death")
                .hasSizeGreaterThan(1);
        for (int article : List.of(interrupted, lastMoment)) {
            JsonObject item = Http.nobody(base)
                    .get("api/v1/content/" + article)
                    .expect(200)
                    .json();
            String page = URI.create(
                            item.getJsonArray("altIds").getJsonObject(1).getString("value"))
                    .getPath();
            assertThat(Http.nobody(base).get(page.substring(1)).expect(200).body())
                    .contains("Late, but not lost.");
            List<JsonObject> timeline = Http.person(base, "editor")
                    .get(ARTICLES + article + "/timeline")
                    .expect(200)
                    .json()
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class);
            assertThat(timeline.stream()
                            .filter(line -> line.getString("action", "").equals("publish")))
                    .hasSize(1);
        }
    }

    private List<Integer> articles() {
        return receiver.taken().stream().map(KilledCourier::article).toList();
    }

    private long first(int article) {
        return receiver.taken().stream()
                .filter(heard -> article(heard) == article)
                .findFirst()
                .orElseThrow()
                .event();
    }

    private static int article(Receiver.Heard heard) {
        return Integer.parseInt(heard.body().replaceFirst(".*?\"article\":([0-9]+).*", "$1"));
    }

    @Override
    public void close() throws IOException {
        receiver.close();
    }
}
