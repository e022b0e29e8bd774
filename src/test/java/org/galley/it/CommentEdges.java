package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Comments and checklists over the API: threads, paging, what is refused and why, and what bars an approval. */
interface CommentEdges {
    URI base();

    /** The path of a new article of the journalist with the paragraphs p1, p2 and p3. */
    String created(String headline);

    private Http as(String person) {
        return Http.person(base(), person);
    }

    private static JsonObjectBuilder says(String text) {
        return Json.createObjectBuilder().add("text", text);
    }

    private JsonObject commented(String person, String article, JsonObjectBuilder comment) {
        return as(person)
                .json("POST", article + "/comments", comment.build())
                .expect(201)
                .json();
    }

    private static JsonObject action(String key) {
        return Json.createObjectBuilder().add("action", key).build();
    }

    private static List<JsonObject> items(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class);
    }

    @Test
    default void a_thread_is_begun_answered_changed_settled_and_opened_again() {
        String article = created("Talked about");
        JsonObject first = commented(
                "editor",
                article,
                says("Who says so, @journalist?").add("block", "p2").add("must", true));
        assertThat(first.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "thread",
                        "block",
                        "gone",
                        "words",
                        "author",
                        "at",
                        "text",
                        "mentioned",
                        "must",
                        "edited",
                        "deleted",
                        "resolved",
                        "resolvedBy");
        assertThat(first.getString("words")).isEqualTo("Two.");
        assertThat(first.getJsonArray("mentioned").getString(0)).isEqualTo("journalist");
        int id = first.getInt("id");
        JsonObject reply = commented("journalist", article, says("I do.").add("replyTo", id));
        assertThat(reply.getInt("thread")).isEqualTo(id);
        assertThat(reply.isNull("block")).isTrue();
        String path = article + "/comments/";
        assertThat(as("journalist")
                        .json(
                                "PUT",
                                path + reply.getInt("id"),
                                says("The harbour office.").build())
                        .expect(200)
                        .json()
                        .getString("text"))
                .isEqualTo("The harbour office.");
        as("editor")
                .json("PUT", path + reply.getInt("id"), says("Not mine.").build())
                .problem(403);
        as("editor").send("DELETE", path + reply.getInt("id"), "").problem(403);
        assertThat(as("journalist")
                        .send("POST", path + id + "/resolve", "")
                        .expect(200)
                        .json()
                        .getString("resolvedBy"))
                .isEqualTo("journalist");
        assertThat(as("editor")
                        .send("POST", path + id + "/reopen", "")
                        .expect(200)
                        .json()
                        .isNull("resolved"))
                .isTrue();
        assertThat(as("editor").send("DELETE", path + id, "").expect(200).json().getBoolean("deleted"))
                .isTrue();
        List<JsonObject> left =
                items(as("admanager").get(article + "/comments").expect(200).json());
        assertThat(left).hasSize(2);
        assertThat(left.get(0).getString("text")).isEmpty();
        as("editor").send("POST", path + id + "/restore", "").expect(200);
        assertThat(items(as("editor").get(article + "/comments").expect(200).json())
                        .get(0)
                        .getString("text"))
                .startsWith("Who says so");
    }

    @Test
    default void comments_are_paged_by_key_and_not_sent_twice() {
        String article = created("Paged");
        for (int i = 0; i < 5; i++) {
            commented("editor", article, says("Number " + i));
        }
        List<String> read = new ArrayList<>();
        String next = "";
        do {
            JsonObject page = as("journalist2")
                    .get(article + "/comments?limit=2" + (next.isEmpty() ? "" : "&after=" + next))
                    .expect(200)
                    .json();
            items(page).forEach(item -> read.add(item.getString("text")));
            next = page.getString("next", "");
        } while (!next.isEmpty());
        assertThat(read).containsExactly("Number 0", "Number 1", "Number 2", "Number 3", "Number 4");
        as("editor").get(article + "/comments?after=nonsense").problem(400);
        as("editor").get(article + "/comments?limit=0").problem(400);
        Http desk = as("editor");
        String tag = desk.get(article + "/comments").expect(200).etag();
        assertThat(desk.with("If-None-Match", tag).get(article + "/comments").status())
                .isEqualTo(304);
        commented("editor2", article, says("News"));
        desk.with("If-None-Match", tag).get(article + "/comments").expect(200);
    }

    @Test
    default void what_is_no_comment_is_refused_by_the_member_at_fault() {
        String article = created("Refused");
        String comments = article + "/comments";
        Http editor = as("editor");
        assertThat(violations(editor.json(
                        "POST", comments, says("Hm.").add("colour", "red").build())))
                .contains("colour");
        assertThat(violations(
                        editor.json("POST", comments, Json.createObjectBuilder().build())))
                .contains("text");
        assertThat(violations(editor.json(
                        "POST", comments, says("Hm.").add("must", "yes").build())))
                .contains("must");
        assertThat(violations(editor.json(
                        "POST", comments, says("Hm.").add("replyTo", "one").build())))
                .contains("replyTo");
        assertThat(violations(editor.json(
                        "POST", comments, says("Hm.").add("replyTo", 1.5).build())))
                .contains("replyTo");
        editor.json("POST", comments, says(" ").build()).problem(400);
        editor.json("POST", comments, says("Hm.").add("block", "p99").build()).problem(400);
        editor.json("POST", comments, says("x".repeat(4_001)).build()).problem(400);
        editor.json("POST", "api/v1/articles/999999/comments", says("Hm.").build())
                .problem(404);
        editor.send("POST", comments + "/999999/resolve", "").problem(404);
        editor.send("DELETE", comments + "/nonsense", "").problem(404);
        as("admin").json("POST", comments, says("Hm.").build()).problem(403);
        as("journalist2")
                .json("POST", comments, says("Hm.").add("must", true).build())
                .problem(403);
        Http.nobody(base()).get(comments).problem(401);
        JsonObject made = commented("editor", article, says("Hm."));
        assertThat(violations(editor.json(
                        "PUT",
                        comments + "/" + made.getInt("id"),
                        Json.createObjectBuilder().build())))
                .contains("text");
    }

    private static String violations(Http.Answer answer) {
        return answer.problem(400).getJsonArray("violations").toString();
    }

    @Test
    default void an_open_demand_and_an_unticked_item_bar_approval_with_the_reason() {
        Http editor = as("editor");
        String list = "api/v1/sections/sport/checklist";
        String article = inSport(created("Barred"));
        JsonObject demand = commented("editor", article, says("Score?").add("must", true));
        as("journalist")
                .json("POST", article + "/transitions", action("submit"))
                .expect(200);
        assertThat(editor.json("POST", article + "/transitions", action("approve"))
                        .problem(409)
                        .toString())
                .contains("must be resolved");
        editor.send("POST", article + "/comments/" + demand.getInt("id") + "/resolve", "")
                .expect(200);
        Http.Answer before = editor.get(list).expect(200);
        JsonObject made = editor.with("If-Match", before.etag())
                .json("PUT", list, checklist("Scores are right", true))
                .expect(200)
                .json();
        try {
            int item = items(made).get(0).getInt("id");
            assertThat(editor.json("POST", article + "/transitions", action("approve"))
                            .problem(409)
                            .toString())
                    .contains("Scores are right");
            JsonObject open = editor.get(article + "/checklist").expect(200).json();
            assertThat(items(open).get(0).getBoolean("ticked")).isFalse();
            JsonObject tick = Json.createObjectBuilder()
                    .add("ticked", true)
                    .add("version", open.getInt("version"))
                    .build();
            as("journalist").json("PUT", article + "/checklist/" + item, tick).problem(403);
            JsonObject old = Json.createObjectBuilder(tick).add("version", 1).build();
            editor.json("PUT", article + "/checklist/" + item, old).problem(409);
            editor.json("PUT", article + "/checklist/999999", tick).problem(404);
            assertThat(violations(editor.json(
                            "PUT",
                            article + "/checklist/" + item,
                            Json.createObjectBuilder().build())))
                    .contains("ticked");
            JsonObject done = editor.json("PUT", article + "/checklist/" + item, tick)
                    .expect(200)
                    .json();
            assertThat(items(done).get(0).getString("by")).isEqualTo("editor");
            editor.json("POST", article + "/transitions", action("approve")).expect(200);
        } finally {
            editor.with("If-Match", "*")
                    .with("Content-Type", "application/json")
                    .send("PUT", list, "{\"items\":[]}");
        }
    }

    private String inSport(String article) {
        Http journalist = as("journalist");
        Http.Answer now = journalist.get(article).expect(200);
        journalist
                .with("If-Match", now.etag())
                .json(
                        "PUT",
                        article,
                        Json.createObjectBuilder(now.json())
                                .add("section", "sport")
                                .build())
                .expect(200);
        return article;
    }

    private static JsonObject checklist(String text, boolean required) {
        JsonArrayBuilder items = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("text", text).add("required", required));
        return Json.createObjectBuilder().add("items", items).build();
    }

    @Test
    default void a_checklist_is_kept_by_those_who_may_and_says_what_is_wrong() {
        String list = "api/v1/sections/culture/checklist";
        Http editor = as("editor");
        editor.json("PUT", list, checklist("One", true)).problem(428);
        as("journalist")
                .with("If-Match", "*")
                .json("PUT", list, checklist("One", true))
                .problem(403);
        as("admanager")
                .with("If-Match", "*")
                .json("PUT", list, checklist("One", true))
                .problem(403);
        editor.get("api/v1/sections/weather/checklist").problem(404);
        String tag = editor.get(list).expect(200).etag();
        as("admin")
                .with("If-Match", tag)
                .json("PUT", list, checklist("One", true))
                .expect(200);
        editor.with("If-Match", tag).json("PUT", list, checklist("Two", true)).problem(409);
        assertThat(violations(editor.with("If-Match", "*").json("PUT", list, checklist(" ", true))))
                .contains("items/0");
        assertThat(violations(editor.with("If-Match", "*")
                        .with("Content-Type", "application/json")
                        .send("PUT", list, "{\"items\":[{\"text\":\"A\",\"done\":1}]}")))
                .contains("done");
        assertThat(violations(editor.with("If-Match", "*")
                        .with("Content-Type", "application/json")
                        .send("PUT", list, "{\"items\":[7]}")))
                .contains("items/0");
        editor.with("If-Match", "*")
                .json(
                        "PUT",
                        list,
                        Json.createObjectBuilder()
                                .add("items", Json.createArrayBuilder())
                                .build())
                .expect(200);
    }
}
