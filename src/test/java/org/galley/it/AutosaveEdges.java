package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The small message of an autosave, and its answer, at their edges. */
interface AutosaveEdges {
    URI base();

    /** The path of a new article of the journalist with the paragraphs p1, p2 and p3. */
    String created(String headline);

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    private Http.Answer keeps(String person, String article, String version, String patch) {
        return Http.person(base(), person)
                .with("If-Match", version)
                .json("PATCH", article + "/working-copy", json(patch));
    }

    private JsonObject story(String article) {
        return Http.person(base(), "editor").get(article).expect(200).json();
    }

    private static List<String> body(JsonObject story) {
        return story.getJsonArray("body").getValuesAs(JsonObject.class).stream()
                .map(block -> block.getString("id") + " " + block.getString("html"))
                .toList();
    }

    private static String block(String id, String html) {
        return "{'id':'%s','type':'paragraph','html':'%s'}".formatted(id, html);
    }

    @Test
    default void an_autosave_carries_only_what_changed_and_makes_no_revision() {
        String article = created("Small");
        Http.Answer answer = keeps(
                        "journalist",
                        article,
                        "\"v1\"",
                        "{'standfirst':'In short','blocks':[%s,%s],'removed':['p1'],'placed':[{'id':'new','after':null},{'id':'p2','after':'p3'}]}"
                                .formatted(block("new", "New."), block("p3", "Three!")))
                .expect(200);
        assertThat(answer.etag()).isEqualTo("\"v2\"");
        assertThat(answer.json().keySet()).containsExactlyInAnyOrder("version", "updated", "updatedBy", "merged");
        JsonObject story = story(article);
        assertThat(body(story)).containsExactly("new New.", "p3 Three!", "p2 Two.");
        assertThat(story.getString("standfirst")).isEqualTo("In short");
        assertThat(story.getInt("revision")).isEqualTo(1);
        assertThat(story.getBoolean("unsaved")).isTrue();
    }

    @Test
    default void the_language_goes_with_the_letters_until_somebody_chooses_one() {
        String article = created("Letters");
        String arabic = "'headline':'وصل القطار إلى المدينة في الصباح الباكر بعد تأخير طويل'";
        Http.Answer answer =
                keeps("journalist", article, "\"v1\"", "{%s}".formatted(arabic)).expect(200);
        assertThat(answer.json().getString("language")).isEqualTo("ar");
        assertThat(story(article).getString("language")).isEqualTo("ar");
        keeps("journalist", article, answer.etag(), "{'language':'en','dateline':'Kyiv'}")
                .expect(200);
        keeps("journalist", article, "*", "{'standfirst':'وصل القطار'}").expect(200);
        assertThat(story(article).getString("language")).as("chosen by hand").isEqualTo("en");
    }

    @Test
    default void a_late_autosave_hears_what_others_changed_and_where_it_collides() {
        String article = created("Late");
        keeps(
                        "editor",
                        article,
                        "\"v1\"",
                        "{'blocks':[%s],'removed':['p2'],'dateline':'Kyiv'}"
                                .formatted(block("p1", "The fund has 5 million.")))
                .expect(200);
        JsonObject answer = keeps(
                        "journalist",
                        article,
                        "\"v1\"",
                        "{'blocks':[%s,%s]}"
                                .formatted(block("p1", "The fund has 6 million."), block("p3", "Three, four.")))
                .expect(200)
                .json();
        assertThat(answer.getBoolean("merged")).isTrue();
        assertThat(answer.getJsonArray("changedBy")).hasToString("[\"editor\"]");
        assertThat(answer.getString("dateline")).isEqualTo("Kyiv");
        assertThat(answer.getJsonArray("removed").getString(0)).isEqualTo("p2");
        JsonObject collision = answer.getJsonArray("collisions").getJsonObject(0);
        assertThat(collision.getString("block")).isEqualTo("p1");
        assertThat(collision.getJsonObject("current").getString("html")).isEqualTo("The fund has 5 million.");
        assertThat(collision.getJsonObject("incoming").getString("html")).isEqualTo("The fund has 6 million.");
        assertThat(body(story(article))).containsExactly("p1 The fund has 5 million.", "p3 Three, four.");
        JsonObject since = Http.person(base(), "admanager")
                .get(article + "/working-copy?since=2")
                .expect(200)
                .json();
        assertThat(since.getJsonArray("blocks")).hasSize(1);
        assertThat(since.getJsonArray("blocks").getJsonObject(0).getString("html"))
                .isEqualTo("Three, four.");
    }

    @Test
    default void an_autosave_whose_answer_was_lost_can_be_sent_again() {
        String article = created("Twice");
        String patch = "{'blocks':[%s,%s],'removed':['p2'],'placed':[{'id':'new','after':'p1'}]}"
                .formatted(block("new", "New."), block("p1", "One and a half."));
        keeps("journalist", article, "\"v1\"", patch).expect(200);
        JsonObject again =
                keeps("journalist", article, "\"v1\"", patch).expect(200).json();
        assertThat(again.getInt("version")).isEqualTo(2);
        assertThat(again.containsKey("collisions")).isFalse();
        assertThat(body(story(article))).containsExactly("p1 One and a half.", "new New.", "p3 Three.");
    }

    @Test
    default void an_autosave_that_does_not_fit_the_story_is_refused_and_nothing_is_kept() {
        String article = created("Unfit");
        List<String> unfit = List.of(
                "{'removed':['nobody']}",
                "{'removed':['p1','p1']}",
                "{'removed':[1]}",
                "{'placed':[{'id':'p1','after':'nobody'}]}",
                "{'placed':[{'id':'p1','after':'p1'}]}",
                "{'placed':[{'id':'nobody','after':null}]}",
                "{'placed':[{'id':'p1','after':null,'x':1}]}",
                "{'placed':['p1']}",
                "{'blocks':[%s]}".formatted(block("nowhere", "A new block without a place.")),
                "{'blocks':[%s,%s]}".formatted(block("p1", "One."), block("p1", "Twice.")),
                "{'blocks':[%s],'removed':['p1']}".formatted(block("p1", "Changed and gone.")),
                "{'blocks':[{'type':'paragraph','html':'No id.'}]}",
                "{'blocks':[{'id':'p 1','type':'paragraph','html':'A bad id.'}]}",
                "{'blocks':[{'id':'p1','type':'song'}]}",
                "{'blocks':{}}",
                "{'stamp':'yesterday'}",
                "{'colour':'red'}");
        for (String patch : unfit) {
            assertThat(keeps("journalist", article, "\"v1\"", patch).status())
                    .as(patch)
                    .isEqualTo(400);
        }
        JsonObject slug =
                keeps("journalist", article, "\"v1\"", "{'slug':'No Slug!'}").problem(400);
        assertThat(slug.getJsonArray("violations").getJsonObject(0).getString("pointer"))
                .isEqualTo("/slug");
        String large = "{'headline':'" + "x".repeat(9 * 1024 * 1024) + "'}";
        keeps("journalist", article, "\"v1\"", large).problem(413);
        assertThat(story(article).getInt("version")).isEqualTo(1);
    }

    @Test
    default void an_autosave_names_a_version_that_there_is() {
        String article = created("Bases");
        Http journalist = Http.person(base(), "journalist");
        JsonObject patch = json("{'headline':'Other'}");
        journalist.json("PATCH", article + "/working-copy", patch).problem(428);
        keeps("journalist", article, "seven", "{'headline':'Other'}").problem(400);
        keeps("journalist", article, "\"v7\"", "{'headline':'Other'}").problem(412);
        assertThat(keeps("journalist", article, "\"v0\"", "{'headline':'Other'}")
                        .problem(409)
                        .getString("code"))
                .isEqualTo("base-unknown");
        journalist.get(article + "/working-copy").problem(400);
        journalist.get(article + "/working-copy?since=7").problem(409);
        journalist.get("api/v1/articles/999999/working-copy?since=1").problem(404);
    }

    @Test
    default void an_autosave_without_the_right_or_from_another_site_changes_nothing() {
        String article = created("Rights of autosaves");
        String patch = "{'headline':'Changed'}";
        keeps("admanager", article, "\"v1\"", patch).problem(403);
        keeps("journalist2", article, "\"v1\"", patch).problem(403);
        Http nobody = Http.nobody(base()).with("If-Match", "\"v1\"");
        nobody.json("PATCH", article + "/working-copy", json(patch)).problem(401);
        String cookie = SignInPage.signIn(base(), HttpClient.newHttpClient(), "journalist", "demo")
                .cookie();
        // A browser would send the cookie with another site's request, but no header of that site's choice.
        nobody.with("Cookie", cookie)
                .json("PATCH", article + "/working-copy", json(patch))
                .problem(401);
        nobody.with("Cookie", cookie)
                .json("POST", article + "/presence", json("{'client':'12345678'}"))
                .problem(401);
        assertThat(story(article).getInt("version")).isEqualTo(1);
        nobody.with("Cookie", cookie)
                .with("X-Galley", "1")
                .json("PATCH", article + "/working-copy", json(patch))
                .expect(200);
    }

    @Test
    default void a_page_signs_in_again_only_with_the_password_and_only_from_the_desk() {
        JsonObject right = json("{'username':'editor','password':'demo'}");
        Http nobody = Http.nobody(base());
        Http.Answer foreign = nobody.json("POST", "api/v1/session", right);
        foreign.problem(401);
        assertThat(foreign.header("Set-Cookie")).isEmpty();
        Http desk = nobody.with("X-Galley", "1");
        desk.json("POST", "api/v1/session", json("{'username':'editor','password':'no'}"))
                .problem(401);
        desk.json("POST", "api/v1/session", json("{'username':'editor','password':'demo','to':'/'}"))
                .problem(400);
        Http.Answer in = desk.json("POST", "api/v1/session", right).expect(200);
        String cookie = in.header("Set-Cookie").orElseThrow();
        assertThat(cookie).containsIgnoringCase("HttpOnly");
        desk.with("Cookie", cookie.split(";", 2)[0]).get("api/v1/articles").expect(200);
    }

    @Test
    default void those_who_ask_see_each_other_and_nobody_takes_a_page_that_is_not_theirs() {
        String article = created("Presence");
        String presence = article + "/presence";
        Http journalist = Http.person(base(), "journalist");
        Http editor = Http.person(base(), "editor");
        journalist
                .json("POST", presence, json("{'client':'page-of-journalist','block':'p2'}"))
                .expect(200);
        JsonObject seen = editor.json("POST", presence, json("{'client':'page-of-editor'}"))
                .expect(200)
                .json();
        assertThat(seen.getInt("version")).isEqualTo(1);
        assertThat(seen.getJsonArray("people")).hasSize(2);
        JsonObject first = seen.getJsonArray("people").getJsonObject(1);
        assertThat(first.getString("username")).isEqualTo("journalist");
        assertThat(first.getString("block")).isEqualTo("p2");
        editor.json("POST", presence, json("{'client':'page-of-journalist','block':'p1'}"))
                .problem(409);
        editor.json("POST", presence, json("{'client':'page-of-journalist','gone':true}"))
                .expect(200);
        editor.json("POST", presence, json("{'client':'short'}")).problem(400);
        editor.json("POST", presence, json("{'client':'page-of-editor','block':'<script>'}"))
                .problem(400);
        journalist
                .json("POST", presence, json("{'client':'page-of-journalist','gone':true}"))
                .expect(200);
        JsonObject left = editor.json("POST", presence, json("{'client':'page-of-editor'}"))
                .expect(200)
                .json();
        assertThat(left.getJsonArray("people")).hasSize(1);
        editor.json("POST", "api/v1/articles/999999/presence", json("{'client':'page-of-editor'}"))
                .problem(404);
    }
}
