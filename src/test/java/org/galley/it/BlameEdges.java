package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Who changed what, asked over the API. */
interface BlameEdges {
    URI base();

    /** The path of a new article of the journalist with the paragraphs p1, p2 and p3. */
    String created(String headline);

    private void edits(String person, String article, int index, String html) {
        Http writer = Http.person(base(), person);
        Http.Answer now = writer.get(article).expect(200);
        JsonArrayBuilder body = Json.createArrayBuilder(now.json().getJsonArray("body"));
        JsonObject block = now.json().getJsonArray("body").getJsonObject(index);
        body.set(index, Json.createObjectBuilder(block).add("html", html).build());
        JsonObject story =
                Json.createObjectBuilder(now.json()).add("body", body).build();
        writer.with("If-Match", now.etag()).json("PUT", article, story).expect(200);
    }

    @Test
    default void everybody_of_the_desk_sees_who_last_changed_each_paragraph() {
        String article = created("Blame");
        edits("editor", article, 1, "Two, <em>edited</em>.");
        Http desk = Http.person(base(), "admanager");
        JsonObject newest = desk.get(article + "/blame").expect(200).json();
        assertThat(newest.getInt("revision")).isEqualTo(2);
        List<JsonObject> blocks = newest.getJsonArray("blocks").getValuesAs(JsonObject.class);
        assertThat(blocks)
                .extracting(line -> line.getString("id") + " " + line.getInt("revision") + " "
                        + line.getString("author") + " " + line.getString("kind"))
                .containsExactly("p1 1 journalist save", "p2 2 editor save", "p3 1 journalist save");
        assertThat(blocks.get(1).keySet())
                .containsExactlyInAnyOrder(
                        "id", "revision", "kind", "author", "authors", "authorName", "at", "name", "contentHash");
        assertThat(blocks.get(1).getString("authorName")).isEqualTo("Demo Editor");
        JsonObject first = desk.get(article + "/blame?revision=1").expect(200).json();
        assertThat(first.getJsonArray("blocks").getValuesAs(JsonObject.class))
                .allMatch(line -> line.getInt("revision") == 1);
    }

    @Test
    default void both_who_wrote_in_a_paragraph_are_named_in_answers_on_the_screen_and_in_the_archive() {
        String article = created("Two pens");
        Http editor = Http.person(base(), "editor");
        Http.Answer now = editor.get(article).expect(200);
        JsonArrayBuilder body = Json.createArrayBuilder(now.json().getJsonArray("body"));
        JsonObject block = now.json().getJsonArray("body").getJsonObject(1);
        body.set(
                1,
                Json.createObjectBuilder(block).add("html", "EDITOR says: two.").build());
        editor.with("If-Match", now.etag())
                .json(
                        "PUT",
                        article + "/working-copy",
                        Json.createObjectBuilder(now.json()).add("body", body).build())
                .expect(200);
        edits("journalist", article, 1, "EDITOR says: two. And more.");
        JsonObject origin = editor.get(article + "/blame")
                .expect(200)
                .json()
                .getJsonArray("blocks")
                .getJsonObject(1);
        assertThat(origin.getString("authorName")).isEqualTo("Demo Editor and Demo Journalist");
        assertThat(origin.getJsonArray("authors")).hasToString("[\"editor\",\"journalist\"]");
        JsonObject life = editor.get(article + "/blame/p2?words=EDITOR%20says:%20two.")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(life.getJsonArray("authors")).hasToString("[\"editor\",\"journalist\"]");
        assertThat(screen().get(screenOf(article) + "?life=p2&words=EDITOR%20says:%20two.")
                        .expect(200)
                        .body())
                .contains("Saved by Demo Editor and Demo Journalist");
        String archive = editor.get(article + "/history.json").expect(200).body();
        assertThat(archive).contains("[\"editor\",\"journalist\"]");
        String back = Http.person(base(), "admin")
                .with("Content-Type", "application/json")
                .send("POST", "api/v1/histories", archive)
                .expect(201)
                .header("Location")
                .orElseThrow();
        assertThat(editor.get(back + "/blame")
                        .expect(200)
                        .json()
                        .getJsonArray("blocks")
                        .getJsonObject(1)
                        .getJsonArray("authors"))
                .hasToString("[\"editor\",\"journalist\"]");
    }

    @Test
    default void the_life_of_a_paragraph_is_paged() {
        String article = created("Life");
        edits("editor", article, 1, "Two, <em>edited</em>.");
        edits("journalist", article, 1, "Two, edited again.");
        Http desk = Http.person(base(), "editor");
        JsonObject page = desk.get(article + "/blame/p2?limit=2").expect(200).json();
        List<JsonObject> items = page.getJsonArray("items").getValuesAs(JsonObject.class);
        assertThat(items)
                .extracting(item -> item.getInt("revision") + " " + item.getString("change") + " "
                        + item.getJsonObject("block").getString("html"))
                .containsExactly("3 edited Two, edited again.", "2 edited Two, <em>edited</em>.");
        JsonObject last = desk.get(article + "/blame/p2?limit=2&after=" + page.getString("next"))
                .expect(200)
                .json();
        assertThat(last.getJsonArray("items").getJsonObject(0).getString("change"))
                .isEqualTo("added");
        assertThat(last.isNull("next")).isTrue();
    }

    @Test
    default void a_block_that_is_gone_has_a_life_and_one_that_never_was_is_not_found() {
        String article = created("Gone");
        Http writer = Http.person(base(), "journalist");
        Http.Answer now = writer.get(article).expect(200);
        JsonObject without = Json.createObjectBuilder(now.json())
                .add(
                        "body",
                        Json.createArrayBuilder(now.json().getJsonArray("body")).remove(1))
                .build();
        writer.with("If-Match", now.etag()).json("PUT", article, without).expect(200);
        JsonObject gone = writer.get(article + "/blame/p2").expect(200).json();
        assertThat(gone.getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(item -> item.getInt("revision") + " " + item.getString("change"))
                .containsExactly("2 removed", "1 added");
        for (String never : List.of("/blame/never", "/blame/never?words=Nobody%20said%20this.")) {
            assertThat(writer.get(article + never).problem(404).getString("detail"))
                    .isEqualTo("The article never had a block \"never\".");
        }
        assertThat(writer.get(article + "/blame/p2?words=Nobody%20said%20this.")
                        .expect(200)
                        .json()
                        .getJsonArray("items"))
                .isEmpty();
        Http.Answer saved = writer.get(article).expect(200);
        JsonObject begun = Json.createObjectBuilder(saved.json())
                .add(
                        "body",
                        Json.createArrayBuilder(saved.json().getJsonArray("body"))
                                .add(Json.createObjectBuilder()
                                        .add("id", "p9")
                                        .add("type", "paragraph")
                                        .add("html", "Begun.")))
                .build();
        writer.with("If-Match", saved.etag())
                .json("PUT", article + "/working-copy", begun)
                .expect(200);
        assertThat(writer.get(article + "/blame/p9").expect(200).json().getJsonArray("items"))
                .as("a block that is in no revision yet")
                .isEmpty();
    }

    @Test
    default void the_life_of_a_sentence_is_told_whole() {
        String article = created("Sentence");
        edits("editor", article, 1, "Before it. Two, <em>edited</em>.");
        Http desk = Http.person(base(), "editor");
        JsonObject life =
                desk.get(article + "/blame/p2?words=Two,%20edited.").expect(200).json();
        JsonObject newest = life.getJsonArray("items").getJsonObject(0);
        assertThat(newest.getString("change") + " " + newest.getInt("revision") + " " + newest.getString("author"))
                .isIn("edited 2 editor", "added 2 editor");
        assertThat(newest.getString("after")).isEqualTo("Two, edited.");
        assertThat(life.isNull("next")).isTrue();
        assertThat(desk.get(article + "/blame/p2?words=%00%25_")
                        .expect(200)
                        .json()
                        .getJsonArray("items"))
                .isEmpty();
    }

    @Test
    default void the_article_of_a_moment_is_asked_for_in_any_zone_and_of_any_year() {
        String article = created("As of");
        Http desk = Http.person(base(), "editor");
        for (String now : List.of("2999-01-01T02:00:00+02:00", "2999-01-01T02:00:00%2B02:00", "2999-01-01T00:00:00Z")) {
            JsonObject then = desk.get(article + "/as-of?at=" + now).expect(200).json();
            assertThat(then.getJsonObject("revision").getInt("number")).isEqualTo(1);
            assertThat(then.isNull("edition")).isTrue();
            assertThat(desk.get(article + "?at=" + now).expect(200).json().getInt("revision"))
                    .isEqualTo(1);
        }
        desk.get(article + "/as-of?at=%2B999999999-01-01T00:00Z").expect(200);
        desk.get(article + "/as-of?at=-999999999-01-01T00:00Z").problem(404);
        desk.get(article + "/as-of?at=noon").problem(400);
        desk.get(article + "/as-of").problem(400);
    }

    @Test
    default void a_name_or_note_that_is_too_long_is_refused_at_its_field() {
        String article = created("Named");
        Http writer = Http.person(base(), "journalist");
        Http.Answer now = writer.get(article).expect(200);
        for (String query : List.of("name=" + "x".repeat(201), "name=Short&note=" + "x".repeat(2_001))) {
            JsonObject problem = writer.with("If-Match", now.etag())
                    .json("PUT", article + "?" + query, now.json())
                    .problem(400);
            assertThat(problem.getJsonArray("violations").getJsonObject(0).getString("pointer"))
                    .isEqualTo(query.contains("note") ? "/note" : "/name");
        }
        JsonObject named = writer.with("If-Match", now.etag())
                .json("PUT", article + "?name=Before%20the%20call", now.json())
                .expect(200)
                .json();
        assertThat(named.getInt("revision")).isEqualTo(2);
    }

    @Test
    default void a_character_that_no_database_keeps_is_nobodys_name_and_no_revisions() {
        String article = created("NUL");
        Http desk = Http.person(base(), "journalist");
        for (String filter : List.of("person=%00", "kind=%00", "person=jour%00nalist&kind=save%00")) {
            assertThat(desk.get(article + "/timeline?" + filter)
                            .expect(200)
                            .json()
                            .getJsonArray("items"))
                    .isEmpty();
            screen().get(screenOf(article) + "?" + filter).expect(200);
        }
        Http.Answer now = desk.get(article).expect(200);
        for (String query : List.of("name=a%00b", "name=Sound&note=a%00b")) {
            desk.with("If-Match", now.etag())
                    .json("PUT", article + "?" + query, now.json())
                    .problem(400);
        }
    }

    private Http screen() {
        SignInPage.SignedIn desk = SignInPage.signIn(base(), HttpClient.newHttpClient(), "journalist", "demo");
        return Http.nobody(base()).with("Cookie", desk.cookie());
    }

    private static String screenOf(String article) {
        return "history/" + article.substring(article.lastIndexOf('/') + 1);
    }

    @Test
    default void a_place_in_a_timeline_that_no_page_gave_is_no_error() {
        String article = created("Forged place");
        JsonObject submit = Json.createObjectBuilder().add("action", "submit").build();
        Http.person(base(), "journalist")
                .json("POST", article + "/transitions", submit)
                .expect(200);
        for (String place : List.of("9-4000000000000000-9-s", "2-0-0-s", "1-0-0-s", "99999999999-1-1", "-s")) {
            screen().get(screenOf(article) + "?before=" + place).expect(200);
        }
    }

    @Test
    default void a_moment_beyond_all_calendars_is_no_time_on_the_screen() {
        String article = created("Beyond");
        for (String moment : List.of(
                "%2B999999999-12-31T23:59",
                "%2B999999999-12-31T23:59Z",
                "-999999999-01-01T00:00",
                "-999999999-01-01T00:00:00%2B18:00",
                "%2B10000-01-01T00:00Z")) {
            assertThat(screen().get(screenOf(article) + "?at=" + moment)
                            .expect(200)
                            .body())
                    .as(moment)
                    .contains("No such time");
        }
    }

    @Test
    default void what_no_restoring_knows_is_said_on_the_screen_and_restores_nothing() {
        String article = created("Restored what?");
        edits("editor", article, 1, "Two, edited.");
        SignInPage.SignedIn editor = SignInPage.signIn(base(), HttpClient.newHttpClient(), "editor", "demo");
        Http desk = Http.nobody(base()).with("Cookie", editor.cookie());
        String unknown = desk.get(screenOf(article) + "?restore=1&what=foo%3Cb%3E")
                .expect(200)
                .body();
        assertThat(unknown)
                .contains("“foo&lt;b&gt;” is nothing that can be restored")
                .doesNotContain("restoring:go", "Restore all of");
        assertThat(desk.get(screenOf(article) + "?restore=1").expect(200).body())
                .contains("restoring:go", "Restore all of revision 1");
        Http.Answer pressed = SignInPage.pressed(
                base(), editor.cookie(), screenOf(article) + "?restore=1", "restoring:go", "what", "foo");
        assertThat(pressed.expect(200).body()).contains("“foo” is nothing that can be restored");
        assertThat(Http.person(base(), "editor").get(article).expect(200).json().getInt("revision"))
                .isEqualTo(2);
    }

    @Test
    default void a_comparison_shows_the_standfirst_that_nobody_changed_as_readers_have_it() {
        String article = created("Compared");
        Http writer = Http.person(base(), "journalist");
        Http.Answer now = writer.get(article).expect(200);
        writer.with("If-Match", now.etag())
                .json(
                        "PUT",
                        article,
                        Json.createObjectBuilder(now.json())
                                .add("standfirst", "Said in short.")
                                .build())
                .expect(200);
        edits("editor", article, 1, "<strong>Two.</strong>");
        String changed =
                screen().get(screenOf(article) + "?from=1&to=2").expect(200).body();
        assertThat(Jsoup.parse(changed).select(".cmp-standfirst")).isEmpty();
        for (String view : List.of("", "&view=side")) {
            Document page = Jsoup.parse(screen().get(screenOf(article) + "?from=2&to=3" + view)
                    .expect(200)
                    .body());
            assertThat(page.select(".cmp-standfirst.same p").last().text()).isEqualTo("Said in short.");
            assertThat(page.select(".cmp-standfirst").select("ins, del, .changed"))
                    .isEmpty();
            assertThat(page.select(".cmp-badges .tag").text()).isEqualTo("± formatting");
        }
    }

    @Test
    default void blocks_are_not_restored_with_the_ads_alone() {
        String article = created("Ads and blocks");
        String order = "{\"revision\":1,\"streams\":[\"ads\"],\"blocks\":[\"p1\"]}";
        JsonObject problem = Http.person(base(), "admin")
                .with("Content-Type", "application/json")
                .send("POST", article + "/restore", order)
                .problem(400);
        assertThat(problem.getJsonArray("violations").getJsonObject(0).getString("pointer"))
                .isEqualTo("/streams");
    }

    @Test
    default void restoring_no_blocks_at_all_is_refused_and_not_taken_for_everything() {
        String article = created("Nothing picked");
        JsonObject problem = Http.person(base(), "admin")
                .with("Content-Type", "application/json")
                .send("POST", article + "/restore", "{\"revision\":1,\"blocks\":[]}")
                .problem(400);
        assertThat(problem.getJsonArray("violations").getJsonObject(0).getString("pointer"))
                .isEqualTo("/blocks");
    }

    @Test
    default void blame_of_what_is_not_there_or_by_nobody_is_refused() {
        String article = created("No blame");
        Http desk = Http.person(base(), "editor");
        desk.get(article + "/blame?revision=9").problem(404);
        desk.get(article + "/blame?revision=0").problem(404);
        desk.get("api/v1/articles/999999999/blame").problem(404);
        desk.get("api/v1/articles/999999999/blame/p1").problem(404);
        desk.get(article + "/blame/p1?after=nonsense").problem(400);
        Http.nobody(base()).get(article + "/blame").problem(401);
        Http.nobody(base()).get(article + "/blame/p1").problem(401);
    }
}
