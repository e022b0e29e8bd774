package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Policies before they are saved, and runs over whole sections, over HTTP. */
interface RunEdges {
    String RUNS = "api/v1/placement-runs";
    String POLICY = "api/v1/policies/culture";

    URI base();

    /** The path of a new article with three paragraphs. */
    String created(String headline);

    private Http as(String person) {
        return Http.person(base(), person).with("Content-Type", "application/json");
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private JsonObject ended(int run) {
        return Awaitility.await()
                .until(() -> as("editor").get(RUNS + "/" + run).expect(200).json(), json -> !json.getString("state")
                        .equals("running"));
    }

    @Test
    default void a_run_is_started_watched_and_reported_and_only_ad_managers_start_one() {
        Http.Answer started = as("admanager")
                .send("POST", RUNS, quoted("{'section':'culture','mode':'place-anew'}"))
                .expect(202);
        int run = started.json().getInt("id");
        assertThat(started.header("Location").orElse("")).endsWith("placement-runs/" + run);
        JsonObject done = ended(run);
        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getInt("done")).isEqualTo(done.getInt("total"));
        assertThat(done.getString("startedBy")).isEqualTo("admanager");
        assertThat(done.getBoolean("undone")).isFalse();
        JsonObject report =
                as("editor").get(RUNS + "/" + run + "/report").expect(200).json();
        assertThat(report.getJsonArray("items"))
                .hasSizeLessThanOrEqualTo(done.getInt("changed") + done.getInt("failed"))
                .allSatisfy(item ->
                        assertThat(item.asJsonObject().getString("outcome")).isIn("changed", "failed"));
        assertThat(as("editor").get(RUNS).expect(200).json().getJsonArray("items"))
                .anySatisfy(item -> assertThat(item.asJsonObject().getInt("id")).isEqualTo(run));

        for (String step : List.of("cancel", "continue")) {
            as("admanager").send("POST", RUNS + "/" + run + "/" + step, "").problem(409);
        }
        for (String who : List.of("editor", "admin", "journalist")) {
            as(who).send("POST", RUNS, quoted("{'section':'culture','mode':'place-anew'}"))
                    .problem(403);
            as(who).send("POST", RUNS + "/" + run + "/undo", "").problem(403);
            as(who).send("POST", RUNS + "/" + run + "/cancel", "").problem(403);
        }
        Http.nobody(base()).get(RUNS).problem(401);
    }

    @Test
    default void a_run_that_cannot_be_is_refused_where_it_stands_in_the_request() {
        for (String body : List.of(
                "{}",
                "[]",
                "{'section':'culture'}",
                "{'section':'culture','mode':'undo'}",
                "{'section':'no-such','mode':'place-anew'}",
                "{'section':'culture','mode':'place-anew','colour':1}")) {
            as("admanager").send("POST", RUNS, quoted(body)).problem(400);
        }
        for (String path : List.of("/999999999", "/999999999/report")) {
            as("editor").get(RUNS + path).problem(404);
        }
        for (String step : List.of("cancel", "continue", "undo")) {
            as("admanager").send("POST", RUNS + "/999999999/" + step, "").problem(404);
        }
    }

    @Test
    default void the_effects_of_a_policy_are_told_and_nothing_is_saved() {
        String before = as("admanager").get(POLICY).expect(200).body();
        JsonObject effects = as("admanager")
                .send("POST", POLICY + "/effects", quoted("{'cap':0,'minBlocks':1}"))
                .expect(200)
                .json();
        assertThat(effects.getInt("changed")).isBetween(0, effects.getInt("live"));
        assertThat(effects.getJsonArray("items")).hasSize(Math.min(200, effects.getInt("changed")));
        assertThat(as("admanager").get(POLICY).expect(200).body()).isEqualTo(before);
        as("admanager").send("POST", POLICY + "/effects", quoted("{'caps':0}")).problem(400);
        as("admanager").send("POST", POLICY + "/effects", quoted("{'cap':-1}")).problem(400);
        as("admanager")
                .send("POST", "api/v1/policies/no-such/effects", quoted("{'cap':1}"))
                .problem(404);
        Http.nobody(base())
                .with("Content-Type", "application/json")
                .send("POST", POLICY + "/effects", quoted("{'cap':1}"))
                .problem(401);
    }

    @Test
    default void re_placement_is_set_for_a_scope_and_inherited_again() {
        String path = "api/v1/policies/article:" + created("Re-placement").replaceAll(".*/", "") + "/re-placement";
        JsonObject inherited = as("admanager").get(path).expect(200).json();
        assertThat(inherited.getBoolean("inherited")).isTrue();
        JsonObject set = as("admanager")
                .send("PUT", path, quoted("{'onSave':true}"))
                .expect(200)
                .json();
        assertThat(set.getBoolean("onSave")).isTrue();
        assertThat(set.getBoolean("inherited")).isFalse();
        assertThat(as("admanager")
                        .send("PUT", path, quoted("{'onSave':null}"))
                        .expect(200)
                        .json())
                .isEqualTo(inherited);
        for (String body : List.of("{}", "{'onSave':1}", "{'onSave':true,'always':true}")) {
            as("admanager").send("PUT", path, quoted(body)).problem(400);
        }
        as("editor").send("PUT", path, quoted("{'onSave':true}")).problem(403);
        assertThat(inherited.get("onSave")).isIn(JsonValue.TRUE, JsonValue.FALSE);
    }
}
