package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.galley.platform.refusal.RefusedException;
import org.galley.publishing.webhook.AttemptLine;
import org.galley.publishing.webhook.DeliveryLine;
import org.galley.publishing.webhook.DeliveryState;
import org.galley.publishing.webhook.WebhookForm;
import org.galley.publishing.webhook.Webhooks.WithSecret;
import org.galley.spi.PublicationEvent.Kind;
import org.galley.workflow.Action;
import org.junit.jupiter.api.Test;

/** Other systems are told of publications: all of them, in order, signed, and again until they have heard. */
public interface WebhookScene extends WorkflowScene {
    Set<Kind> EVERYTHING = EnumSet.allOf(Kind.class);

    private WithSecret subscribed(Receiver receiver, Set<Kind> events) {
        return newsroom().as("admin", () -> services()
                .webhooks
                .add(new WebhookForm("A site " + UUID.randomUUID(), receiver.url(), events)));
    }

    private void removed(WithSecret subscriber) {
        newsroom().does("admin", () -> services()
                .webhooks
                .remove(subscriber.webhook().id()));
    }

    private List<DeliveryLine> deliveries(WithSecret subscriber, DeliveryState state) {
        return newsroom().as("admin", () -> services()
                .webhooks
                .deliveries(subscriber.webhook().id(), state, Long.MAX_VALUE, 200));
    }

    private static JsonObject json(Receiver.Heard heard) {
        try (JsonReader reader = Json.createReader(new StringReader(heard.body()))) {
            return reader.readObject();
        }
    }

    private static List<String> kindsOf(List<Receiver.Heard> heard, long article) {
        return heard.stream()
                .filter(one -> json(one).getInt("article", 0) == article)
                .map(Receiver.Heard::kind)
                .toList();
    }

    @Test
    default void the_whole_life_of_a_story_is_told_in_order_and_signed() throws Exception {
        try (Receiver receiver = new Receiver()) {
            WithSecret subscriber = subscribed(receiver, EVERYTHING);
            long article = inState("scheduled", "journalist");
            taken("editor", article, Action.UNSCHEDULE);
            taken("editor", article, Action.PUBLISH);
            saved("journalist", article, Scene.with(view(article).story(), "p1", "One, corrected."));
            taken("journalist", article, Action.SUBMIT);
            taken("editor", article, Action.APPROVE);
            taken("editor", article, Action.CORRECT);
            taken("editor", article, Action.WITHDRAW);
            List<String> life = List.of("scheduled", "unscheduled", "published", "corrected", "withdrawn");
            Until.so("all is told", () -> kindsOf(receiver.taken(), article).size() >= life.size());
            assertThat(kindsOf(receiver.taken(), article)).isEqualTo(life);
            List<Receiver.Heard> heard = receiver.taken().stream()
                    .filter(one -> json(one).getInt("article", 0) == article)
                    .toList();
            for (Receiver.Heard one : heard) {
                assertSigned(one, subscriber.secret());
                assertThat(json(one).getJsonNumber("id").longValue()).isEqualTo(one.event());
                assertThat(one.headers()).containsEntry("content-type", "application/json");
            }
            JsonObject plan = json(heard.get(0));
            assertThat(plan.getString("for")).isNotBlank();
            assertThat(heard.get(0).body()).doesNotContain("Matrix");
            assertThat(plan.isNull("item") && plan.isNull("url")).isTrue();
            JsonObject published = json(heard.get(2));
            assertThat(published.getJsonObject("item").getString("title")).isEqualTo("Matrix scheduled");
            assertThat(published.getJsonObject("item").getString("uri")).endsWith(":article/" + article);
            assertThat(published
                            .getJsonObject("item")
                            .getJsonArray("altIds")
                            .getJsonObject(1)
                            .getString("value"))
                    .isEqualTo(published.getString("url"));
            assertThat(published.getString("content")).endsWith("/api/v1/content/" + article);
            assertThat(json(heard.get(3)).getString("note")).isEqualTo("For the test.");
            assertThat(json(heard.get(4)).getJsonObject("item").getString("pubStatus"))
                    .isEqualTo("canceled");
            removed(subscriber);
        }
    }

    private static void assertSigned(Receiver.Heard heard, String secret) throws Exception {
        String[] parts = heard.headers().get("galley-signature").split(",");
        String seconds = parts[0].substring("t=".length());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected =
                HexFormat.of().formatHex(mac.doFinal((seconds + "." + heard.body()).getBytes(StandardCharsets.UTF_8)));
        assertThat(parts).contains("v1=" + expected);
    }

    @Test
    default void a_failure_holds_up_the_same_story_and_no_other_and_ends_as_a_dead_letter() throws Exception {
        try (Receiver receiver = new Receiver()) {
            WithSecret subscriber = subscribed(receiver, EnumSet.of(Kind.PUBLISHED, Kind.WITHDRAWN));
            long hook = subscriber.webhook().id();
            long bad = inState("approved", "journalist");
            receiver.answers(heard ->
                    json(heard).getInt("article") == bad && heard.kind().equals("published") ? 500 : 204);
            taken("editor", bad, Action.PUBLISH);
            taken("editor", bad, Action.WITHDRAW);
            long good = inState("published", "journalist");
            Until.so(
                    "the other story is told",
                    () -> kindsOf(receiver.taken(), good).size() == 1);
            Until.so(
                    "it is given up",
                    () -> deliveries(subscriber, DeliveryState.DEAD).size() == 1);
            Until.so(
                    "what comes after it is told",
                    () -> kindsOf(receiver.taken(), bad).size() == 1);
            List<String> tried = kindsOf(receiver.all(), bad);
            assertThat(tried).containsExactly("published", "published", "published", "withdrawn");
            DeliveryLine dead = deliveries(subscriber, DeliveryState.DEAD).get(0);
            assertThat(dead.lastStatus()).isEqualTo(500);
            assertThat(dead.attempts()).isEqualTo(3);
            List<AttemptLine> attempts =
                    newsroom().as("admin", () -> services().webhooks.attempts(hook, dead.id()));
            assertThat(attempts).hasSize(3).allMatch(attempt -> attempt.status() == 500);
            assertThat(newsroom().as("admin", () -> services().webhooks.deadLetters(200)))
                    .anyMatch(line -> line.id() == dead.id());
            receiver.answers(heard -> 200);
            newsroom().does("admin", () -> services().webhooks.sendAgain(hook, dead.id()));
            Until.so(
                    "it is told after all",
                    () -> deliveries(subscriber, DeliveryState.DEAD).isEmpty()
                            && kindsOf(receiver.taken(), bad).size() == 2);
            assertThat(newsroom()
                            .as("admin", () -> services().webhooks.find(hook))
                            .waiting())
                    .isZero();
            removed(subscriber);
        }
    }

    @Test
    default void a_later_event_is_not_sent_while_an_earlier_one_is_on_its_way() throws Exception {
        try (Receiver receiver = new Receiver()) {
            CountDownLatch release = new CountDownLatch(1);
            receiver.answers(heard -> {
                await(release);
                return 204;
            });
            WithSecret subscriber = subscribed(receiver, EVERYTHING);
            long article = inState("published", "journalist");
            taken("editor", article, Action.WITHDRAW);
            long other = inState("published", "journalist");
            Until.so("both stories are on their way", () -> receiver.all().size() == 2);
            assertThat(kindsOf(receiver.all(), article)).containsExactly("published");
            assertThat(kindsOf(receiver.all(), other)).containsExactly("published");
            release.countDown();
            Until.so(
                    "the rest follows", () -> kindsOf(receiver.taken(), article).size() == 2);
            assertThat(kindsOf(receiver.taken(), article)).containsExactly("published", "withdrawn");
            removed(subscriber);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    default void what_is_rolled_back_is_told_to_nobody() throws Exception {
        try (Receiver receiver = new Receiver()) {
            WithSecret subscriber = subscribed(receiver, EVERYTHING);
            long article = inState("approved", "journalist");
            RuntimeException failed = catchThrowableOfType(RuntimeException.class, () -> newsroom()
                    .does("editor", () -> newsroom().inOneTransaction(() -> {
                        services().workflow.perform(article, org.galley.workflow.Step.of(Action.PUBLISH));
                        throw new IllegalStateException("and then the power fails");
                    })));
            assertThat(failed).isNotNull();
            assertThat(deliveries(subscriber, null)).isEmpty();
            taken("editor", article, Action.PUBLISH);
            assertThat(deliveries(subscriber, null)).hasSize(1);
            removed(subscriber);
        }
    }

    @Test
    default void whoever_is_paused_is_told_later_and_a_new_secret_leaves_time_to_change_over() throws Exception {
        try (Receiver receiver = new Receiver()) {
            WithSecret subscriber = subscribed(receiver, EnumSet.of(Kind.PUBLISHED));
            long hook = subscriber.webhook().id();
            newsroom().does("admin", () -> services().webhooks.pause(hook, true));
            long first = inState("published", "journalist");
            long second = inState("published", "journalist");
            assertThat(deliveries(subscriber, DeliveryState.WAITING)).hasSize(2);
            assertThat(newsroom()
                            .as("admin", () -> services().webhooks.find(hook))
                            .waiting())
                    .isEqualTo(2);
            assertThat(receiver.all()).isEmpty();
            String next = newsroom()
                    .as("admin", () -> services().webhooks.renewSecret(hook))
                    .secret();
            newsroom().does("admin", () -> services().webhooks.pause(hook, false));
            Until.so("both are told", () -> receiver.taken().size() == 2);
            for (Receiver.Heard heard : receiver.taken()) {
                assertSigned(heard, next);
                assertSigned(heard, subscriber.secret());
            }
            assertThat(receiver.taken())
                    .extracting(heard -> (long) json(heard).getInt("article"))
                    .containsExactlyInAnyOrder(first, second);
            newsroom().does("admin", () -> services().webhooks.ping(hook));
            Until.so("the test event is told", () -> receiver.taken().size() == 3);
            assertThat(json(receiver.taken().get(2)).getString("type")).isEqualTo("ping");
            removed(subscriber);
            inState("published", "journalist");
            assertThat(newsroom()
                            .as("admin", () -> services().webhooks.bringBack(hook))
                            .waiting())
                    .isZero();
            removed(subscriber);
        }
    }

    @Test
    default void a_subscriber_is_looked_at_before_it_is_taken_and_is_an_administrators_affair() {
        for (String url : List.of("http://10.0.0.1/", "https://[::1]:1/", "ftp://example.org/", "https://[fd00::1]/")) {
            RefusedException refused = catchThrowableOfType(RefusedException.class, () -> newsroom()
                    .does("admin", () -> services().webhooks.add(new WebhookForm("X", url, EVERYTHING))));
            assertThat(refused.fields()).extracting(field -> field.field()).containsExactly("url");
        }
        RefusedException empty = catchThrowableOfType(RefusedException.class, () -> newsroom()
                .does("admin", () -> services().webhooks.add(new WebhookForm(" ", "", Set.of()))));
        assertThat(empty.fields()).extracting(field -> field.field()).containsExactly("name", "events", "url");
        for (String person : List.of("journalist", "editor", "admanager")) {
            RefusedException refused = catchThrowableOfType(RefusedException.class, () -> newsroom()
                    .does(person, () -> services().webhooks.list()));
            assertThat(refused.kind()).isEqualTo(RefusedException.Kind.FORBIDDEN);
        }
    }
}
