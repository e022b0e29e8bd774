package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Search, assignments, saved views and bulk actions over the API: what is asked wrongly, what is refused, and pages in every order. */
interface DeskWorkEdges {
    URI base();

    /** The path of a new article of a journalist. */
    String created(String headline);

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }

    private static int id(String article) {
        return Integer.parseInt(article.substring(article.lastIndexOf('/') + 1));
    }

    private Http.Answer taken(String person, String article, String step) {
        return Http.person(base(), person).json("POST", article + "/transitions", json(step));
    }

    @Test
    default void words_that_are_in_no_revision_are_approved_by_their_version_alone() {
        String article = created("Saved and submitted");
        taken("journalist", article, "{'action':'submit'}").expect(200);
        Http.person(base(), "journalist")
                .with("If-Match", "*")
                .with("Content-Type", "application/json")
                .send("PATCH", article + "/working-copy", "{\"headline\":\"Typed and not saved\"}")
                .expect(200);
        String tag = Http.person(base(), "editor").get(article).etag();
        int version = Integer.parseInt(tag.replaceAll("[^0-9]", ""));
        assertThat(taken("editor", article, "{'action':'approve'}").problem(409).getString("code"))
                .isEqualTo("unsaved-words");
        assertThat(taken("editor", article, "{'action':'approve','version':" + (version - 1) + "}")
                        .problem(409)
                        .getString("code"))
                .isEqualTo("not-newest");
        taken("editor", article, "{'action':'approve','version':'x'}").problem(400);
        taken("editor", article, "{'action':'approve','version':" + version + "}")
                .expect(200);
        taken("editor", article, "{'action':'publish'}").expect(200);
    }

    private List<String> screens(String person) {
        String cookie = SignInPage.signIn(base(), HttpClient.newHttpClient(), person, "demo")
                .cookie();
        String desk = Http.nobody(base())
                .with("Cookie", cookie)
                .get("desk")
                .expect(200)
                .body();
        return Jsoup.parse(desk).select("nav.screens a").eachAttr("href").stream()
                .map(href -> href.substring(href.lastIndexOf('/') + 1))
                .toList();
    }

    @Test
    default void whoever_keeps_checklists_finds_them_from_every_screen() {
        assertThat(screens("editor")).contains("desk", "checklist");
        assertThat(screens("journalist")).contains("desk").doesNotContain("checklist");
    }

    @Test
    default void a_search_says_where_its_words_stand() {
        String article = created("Echidnaburg bridges open");
        Http person = Http.person(base(), "admanager");
        JsonArray items = person.get("api/v1/articles?q=echidnaburg+bridge")
                .expect(200)
                .json()
                .getJsonArray("items");
        assertThat(items).hasSize(1);
        JsonObject line = items.getJsonObject(0);
        assertThat(line.getInt("id")).isEqualTo(id(article));
        assertThat(line.getString("assignee")).isEqualTo("journalist");
        assertThat(line.getJsonObject("found").getJsonArray("headline").toString())
                .contains("{\"text\":\"bridges\",\"found\":true}");
        assertThat(person.get("api/v1/articles?q=echidnaburg&state=approved")
                        .expect(200)
                        .json()
                        .getJsonArray("items"))
                .isEmpty();
        person.get("api/v1/articles?q=%22%27%26%7C%21%3A%2A%28%00").expect(200);
        person.get("api/v1/articles?order=sideways").problem(400);
        person.get("api/v1/articles?priority=most").problem(400);
        person.get("api/v1/articles?legal=perhaps").problem(400);
    }

    @Test
    default void lists_are_paged_in_every_order() {
        for (int i = 0; i < 4; i++) {
            created("Ordered " + i);
        }
        Http person = Http.person(base(), "editor");
        for (String order : List.of("changed", "waiting", "due", "priority", "scheduled")) {
            List<Integer> ids = new ArrayList<>();
            String after = "";
            while (after != null) {
                JsonObject page = person.get("api/v1/articles?limit=3&order=" + order + after)
                        .expect(200)
                        .json();
                page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(line -> ids.add(line.getInt("id")));
                after = page.isNull("next") ? null : "&after=" + page.getString("next");
            }
            assertThat(ids).as(order).doesNotHaveDuplicates();
            assertThat(ids.isEmpty()).as(order).isEqualTo(order.equals("scheduled") && ids.isEmpty());
            JsonObject first = person.get("api/v1/articles?limit=1&order=" + order)
                    .expect(200)
                    .json();
            if (!first.isNull("next")) {
                String other = order.equals("due") ? "changed" : "due";
                person.get("api/v1/articles?order=" + other + "&after=" + first.getString("next"))
                        .problem(400);
            }
        }
    }

    @Test
    default void an_assignment_is_read_changed_and_refused_by_its_fields() {
        String assignment = created("Assigned over HTTP") + "/assignment";
        Http editor = Http.person(base(), "editor");
        Http journalist = Http.person(base(), "journalist2");
        assertThat(journalist.get(assignment).expect(200).json())
                .isEqualTo(json("{'assignee':'journalist','due':null,'words':null,'priority':'normal','legal':false}"));
        journalist.json("PUT", assignment, json("{'assignee':'journalist2'}")).problem(403);
        JsonObject wanted =
                json("{'assignee':'journalist2','due':'2031-05-01T12:00:00Z','words':450,'priority':'urgent'}");
        JsonObject now = editor.json("PUT", assignment, wanted).expect(200).json();
        assertThat(now.getString("due")).isEqualTo("2031-05-01T12:00:00Z");
        // What is left out stays as it is.
        now = editor.json("PUT", assignment, json("{'words':null}")).expect(200).json();
        assertThat(now.getString("priority")).isEqualTo("urgent");
        assertThat(now.isNull("words")).isTrue();
        for (String wrong : List.of(
                "{'due':'tomorrow'}",
                "{'due':7}",
                "{'words':0}",
                "{'words':'many'}",
                "{'priority':'most'}",
                "{'assignee':'nobody-of-this-newsroom'}",
                "{'legal':'yes'}",
                "{'colour':'red'}")) {
            JsonObject problem = editor.json("PUT", assignment, json(wrong)).problem(400);
            assertThat(problem.getJsonArray("violations")).as(wrong).isNotEmpty();
        }
        journalist
                .json("POST", assignment + "/legal", json("{'open':true,'note':'Who owns it?'}"))
                .expect(200);
        journalist
                .json("POST", assignment + "/legal", json("{'open':false,'note':'All is well.'}"))
                .problem(403);
        editor.json("POST", assignment + "/legal", json("{'open':false}")).problem(400);
        editor.json("POST", assignment + "/legal", json("{'open':false,'note':'Counsel read it.'}"))
                .expect(200);
        journalist.send("POST", assignment + "/take", "").problem(409);
        journalist.send("POST", assignment + "/give-back", "").expect(200);
        journalist.send("POST", assignment + "/take", "").expect(200);
        editor.get("api/v1/articles/999999999/assignment").problem(404);
    }

    @Test
    default void bulk_actions_report_each_story_and_refuse_what_is_no_action() {
        int one = id(created("Bulk one"));
        int two = id(created("Bulk two"));
        Http editor = Http.person(base(), "editor");
        JsonObject done = editor.json(
                        "POST",
                        "api/v1/desk/bulk",
                        json("{'articles':[" + one + "," + two + ",999999999],'do':'priority','to':'high'}"))
                .expect(200)
                .json();
        assertThat(done.getInt("done")).isEqualTo(2);
        assertThat(done.getInt("refused")).isEqualTo(1);
        assertThat(done.getJsonArray("results").getJsonObject(2).getString("code"))
                .isEqualTo("not-found");
        for (String wrong : List.of(
                "{'articles':[],'do':'submit'}",
                "{'do':'submit'}",
                "{'articles':['" + one + "'],'do':'submit'}",
                "{'articles':[" + one + "],'do':'publish'}",
                "{'articles':[" + one + "],'do':'priority','to':'most'}",
                "{'articles':[" + one + "],'do':'due','to':'soon'}",
                "{'articles':[" + one + "],'do':'submit','colour':'red'}")) {
            editor.json("POST", "api/v1/desk/bulk", json(wrong)).problem(400);
        }
        Http admin = Http.person(base(), "admanager");
        JsonObject refused = admin.json("POST", "api/v1/desk/bulk", json("{'articles':[" + one + "],'do':'submit'}"))
                .expect(200)
                .json();
        assertThat(refused.getInt("refused")).isEqualTo(1);
    }

    @Test
    default void views_and_counts_are_ones_own() {
        Http editor = Http.person(base(), "editor");
        JsonObject view = editor.json(
                        "POST",
                        "api/v1/desk/views",
                        json("{'name':'Over HTTP','query':'queue=live&order=due','columns':['due']}"))
                .expect(201)
                .json();
        assertThat(view.getString("query")).isEqualTo("queue=live&order=due");
        String path = "api/v1/desk/views/" + view.getInt("id");
        Http.person(base(), "journalist").send("DELETE", path, "").problem(403);
        editor.json("POST", "api/v1/desk/views", json("{'name':'','query':''}")).problem(400);
        editor.send("DELETE", path, "").expect(204);
        editor.send("DELETE", path, "").problem(404);
        JsonArray queues = editor.get("api/v1/desk/queues").expect(200).json().getJsonArray("items");
        assertThat(queues.getValuesAs(JsonObject.class))
                .extracting(queue -> queue.getString("queue"))
                .contains("to-approve", "unassigned", "live", "all");
        Http.nobody(base()).get("api/v1/desk/queues").problem(401);
    }
}
