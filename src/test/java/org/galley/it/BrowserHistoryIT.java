package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** History in a real browser: comparing, picking, previewing, restoring, undoing, filtering, looking back. */
class BrowserHistoryIT extends BrowserTest {
    private static final String ARTICLES = "api/v1/articles/";
    private static final String FIRST =
            """
            {"headline":"The tide table was right","standfirst":"Nobody had read it","body":[
            {"id":"p1","type":"paragraph","html":"The ferry left an hour late."},
            {"id":"p2","type":"paragraph","html":"The pier was under water by noon."},
            {"id":"p3","type":"paragraph","html":"Смотритель мола молчал."}]}""";
    private static final String SECOND =
            """
            {"headline":"The tide table was wrong","standfirst":"Nobody had read it","body":[
            {"id":"p1","type":"paragraph","html":"The ferry left two hours late."},
            {"id":"p2","type":"paragraph","html":"The pier was under water by ten."},
            {"id":"p3","type":"paragraph","html":"Смотритель мола молчал."},
            {"id":"p4","type":"paragraph","html":"A paragraph that came later."}]}""";

    private static final String TURNED =
            """
            {"headline":"The tide table was right","standfirst":"Nobody had read it","body":[
            {"id":"p3","type":"paragraph","html":"Смотритель мола молчал."},
            {"id":"p1","type":"paragraph","html":"The ferry left"},
            {"id":"n1","type":"paragraph","html":"an hour late."},
            {"id":"p2","type":"paragraph","html":"The pier was under water by noon."},
            {"id":"l1","type":"list","ordered":false,"items":["One tide","Another tide"]}]}""";

    private int article() {
        return article(SECOND);
    }

    /** An article with two revisions. @return its number */
    private int article(String second) {
        try (WritePage write = WritePage.signIn(browser(), base(), "journalist")) {
            int id =
                    write.api("journalist", "POST", "articles", FIRST, Map.of()).getInt("id");
            int version = write.api("articles/" + id).getInt("version");
            write.api("journalist", "PUT", "articles/" + id, second, Map.of("If-Match", "\"v" + version + "\""));
            return id;
        }
    }

    private static Locator pick(Visitor visitor, String what) {
        return visitor.page().getByLabel("Restore " + what);
    }

    @Test
    void a_journalist_restores_a_headline_and_a_paragraph_sees_it_first_and_undoes_it() {
        int id = article();
        try (Visitor visitor = signedIn("journalist")) {
            Page page = visitor.page();
            visitor.open("history/" + id);
            assertThat(page.locator(".cmp-headline del")).hasText(Pattern.compile("right"));
            visitor.screenIsAccessible();
            visitor.fitsAPhone();
            pick(visitor, "Headline").check();
            pick(visitor, "The pier was under water by ten.").check();
            visitor.picture("history-picked");
            visitor.button("Restore 2 picked…").click();
            page.waitForURL("**restore=1&what=picked**");
            assertThat(page.locator(".cmp-headline ins")).hasText(Pattern.compile("right"));
            assertThat(page.locator(".cmp-row.row-edited")).hasCount(1);
            visitor.screenIsAccessible();
            visitor.fitsAPhone();
            visitor.picture("history-preview");
            visitor.button("Restore").click();
            assertThat(page.locator(".flash")).containsText("Revision 1 restored as revision 3.");
            assertThat(page.locator(".cmp-headline ins")).hasText(Pattern.compile("right"));
            visitor.button("Undo").click();
            assertThat(page.locator(".flash")).containsText("Restoring by revision 3 undone, as revision 4.");
            assertThat(page.locator(".cmp-headline ins")).hasText(Pattern.compile("wrong"));
            assertThat(visitor.button("Undo")).hasCount(0);
            visitor.nothingWentWrong();
        }
    }

    @Test
    void the_same_goes_by_keys_alone_and_the_place_in_a_comparison_can_be_shared() {
        int id = article();
        try (Visitor visitor = signedIn("journalist")) {
            Page page = visitor.page();
            visitor.open("history/" + id + "?from=1&to=2");
            Locator place = page.locator("[data-place]");
            visitor.press("n");
            visitor.press("n");
            assertThat(place).hasText("Change 2 of 4");
            visitor.press("p");
            assertThat(place).hasText("Change 1 of 4");
            visitor.enter(visitor.button("Only changes"));
            String shared = page.url();
            assertThat(shared).endsWith("#change-1,folded");
            try (Visitor colleague = signedIn("editor")) {
                colleague.page().navigate(shared);
                assertThat(colleague.page().locator("[data-place]")).hasText("Change 1 of 4");
                assertThat(colleague.page().locator(".cmp.only-changes")).isVisible();
            }
            visitor.tabTo(pick(visitor, "A paragraph that came later."));
            visitor.press("Space");
            visitor.enter(visitor.button("Restore 1 picked…"));
            page.waitForURL("**what=picked**");
            assertThat(page.locator(".cmp-row.row-deleted")).containsText("A paragraph that came later.");
            visitor.enter(visitor.button("Restore"));
            assertThat(page.locator(".flash")).containsText("restored as revision 3");
            visitor.enter(visitor.button("Undo"));
            assertThat(page.locator(".flash")).containsText("undone, as revision 4");
            visitor.nothingWentWrong();
        }
    }

    @Test
    void who_changed_a_paragraph_is_said_on_both_screens_and_its_life_is_followed_down_to_a_sentence() {
        int id = article();
        try (Visitor visitor = signedIn("journalist2")) {
            Page page = visitor.page();
            visitor.open("write/" + id);
            page.waitForCondition(() -> {
                page.getByText("The pier was under water by ten.").hover();
                page.getByText("The ferry left two hours late.").hover();
                return page.locator(".galley-about").textContent().startsWith("Demo Journalist, revision 2, ");
            });
            page.getByText("Смотритель мола молчал.").hover();
            assertThat(page.locator(".galley-about")).hasText(Pattern.compile("Demo Journalist, revision 1, .+"));

            visitor.open("history/" + id + "?from=1&to=2");
            Locator credit = page.locator(".cmp-row")
                    .filter(new Locator.FilterOptions().setHasText("The ferry left"))
                    .locator(".cmp-who");
            assertThat(credit).containsText("Demo Journalist");
            visitor.enter(credit);
            assertThat(page.locator(".life > li")).hasCount(2);
            assertThat(page.locator(".life > li").first().locator("ins")).containsText("two");
            visitor.screenIsAccessible();
            visitor.fitsAPhone();
            page.getByLabel("The life of a sentence in it").fill("an hour");
            visitor.press("Enter");
            page.waitForURL("**words=an**");
            assertThat(page.locator(".life > li")).hasCount(2);
            page.getByLabel("The life of a sentence in it").fill("The ferry");
            visitor.press("Enter");
            page.waitForURL("**words=The**");
            assertThat(page.locator(".life > li")).hasCount(1);
            visitor.nothingWentWrong();
        }
    }

    @Test
    void the_timeline_is_filtered_and_the_article_of_a_past_minute_is_shown() {
        int id = article();
        try (Visitor visitor = signedIn("editor")) {
            Page page = visitor.page();
            visitor.open("history/" + id);
            page.locator(".choose > summary").click();
            page.locator(".choose-form").getByLabel("Text").uncheck();
            visitor.button("Show").first().click();
            assertThat(page.locator(".line .none")).isVisible();
            visitor.screenIsAccessible();
            visitor.link("Show everything").click();
            assertThat(page.locator(".line a.what")).hasCount(2);

            visitor.open("history/" + id + "?at=2001-01-01T00:00");
            assertThat(page.locator(".cmp-body")).containsText("The article was not there yet.");
            visitor.open("history/" + id + "?at=2999-01-01T00:00");
            assertThat(page.locator(".cmp-body h1")).hasText("The tide table was wrong");
            visitor.screenIsAccessible();
            visitor.fitsAPhone();
            visitor.link("For readers").click();
            assertThat(page.locator(".cmp-body")).containsText("Readers had no edition of it then.");
            visitor.open("history/" + id + "?at=soon");
            assertThat(page.locator(".cmp-body")).containsText("Give a date and a time");
            visitor.nothingWentWrong();
        }
    }

    @Test
    void what_was_only_moved_and_what_was_split_is_seen_on_both_sides_picked_and_comes_back() {
        int id = article(TURNED);
        try (Visitor visitor = signedIn("journalist")) {
            Page page = visitor.page();
            visitor.open("history/" + id + "?from=1&to=2&view=side");
            assertThat(page.locator(".row-moved .cmp-old")).hasText("");
            assertThat(page.locator(".row-stood .cmp-old")).hasText("Before: Смотритель мола молчал.");
            assertThat(page.locator(".row-stood .tag")).containsText("stood here, now block");
            assertThat(page.locator(".row-moved .cmp-new")).hasText("After: Смотритель мола молчал.");
            assertThat(page.locator(".row-inserted .cmp-old")).hasText("");
            assertThat(page.locator(".same .cmp-cell").filter(new Locator.FilterOptions().setHasText("After:")))
                    .hasCount(0);
            assertThat(page.locator(".row-split .cmp-pick")).hasCount(1);
            visitor.screenIsAccessible();
            visitor.fitsAPhone();
            visitor.picture("history-side");
            pick(visitor, "Смотритель мола молчал.").check();
            pick(visitor, "The ferry left").check();
            visitor.button("Restore 2 picked…").click();
            page.waitForURL("**what=picked**");
            visitor.button("Restore").click();
            assertThat(page.locator(".flash")).containsText("Revision 1 restored as revision 3.");
            visitor.open("history/" + id + "?from=1&to=3");
            assertThat(page.locator(".cmp-row.changed")).hasCount(1);
            assertThat(page.locator(".cmp-row.row-inserted")).containsText("Another tide");
            visitor.button("Only changes").click();
            visitor.button("3 paragraphs without change").click();
            assertThat(page.getByText("Смотритель мола молчал.")).isVisible();
            visitor.nothingWentWrong();
        }
    }

    @Test
    void chosen_words_lead_to_their_life() {
        int id = article();
        try (Visitor visitor = signedIn("admanager")) {
            Page page = visitor.page();
            visitor.open("history/" + id + "?from=2&to=2");
            page.getByText("The pier was under water by ten.").selectText();
            visitor.link("The life of these words").click();
            assertThat(page.locator(".cmp-head")).containsText("The life of a sentence");
            assertThat(page.locator(".life > li")).hasCount(2);
            assertThat(page.locator(".life > li").first().locator("del")).containsText("noon");
            assertThat(page.locator(".life > li").last()).containsText("written");
            visitor.screenIsAccessible();
            visitor.nothingWentWrong();
        }
    }

    @Test
    void what_the_article_is_now_is_kept_under_a_name_and_the_chain_is_checked_by_a_click() {
        int id = article();
        try (Visitor visitor = signedIn("journalist")) {
            Page page = visitor.page();
            visitor.open("history/" + id);
            visitor.enter(page.locator(".naming > summary"));
            visitor.screenIsAccessible();
            page.locator(".naming-form input[type=text]").first().fill("Before the council’s call");
            visitor.enter(visitor.button("Keep under this name"));
            assertThat(page.locator(".flash")).containsText("Kept as revision 3, “Before the council’s call”.");
            assertThat(page.locator(".ev .named")).hasText("“Before the council’s call”");
            visitor.link("Check the chain").click();
            assertThat(page.locator(".chain [role=status]")).hasText("Chain of 3 revisions verified");
            visitor.open("history/" + id + "?from=nonsense&to=99");
            assertThat(page.locator(".flash")).containsText("no revision “99”");
            assertThat(page.locator(".flash")).containsText("no revision “nonsense”");
            visitor.nothingWentWrong();
        }
        try (Visitor visitor = signedIn("journalist2")) {
            visitor.open("history/" + id);
            assertThat(visitor.page().locator(".naming")).hasCount(0);
            assertThat(visitor.page().locator(".cmp-pick")).hasCount(0);
        }
    }

    @Test
    void earlier_lines_come_by_scrolling_and_go_on_with_the_session_and_the_points_that_are_compared() {
        int saves = 130;
        Http writer = Http.person(base(), "journalist").with("Content-Type", "application/json");
        Http.Answer saved = writer.send("POST", ARTICLES, FIRST).expect(201);
        int id = saved.json().getInt("id");
        for (int i = 1; i <= saves; i++) {
            saved = writer.with("If-Match", saved.etag())
                    .send("PUT", ARTICLES + id, FIRST.replace("noon", "noon of day " + i))
                    .expect(200);
        }
        try (Visitor visitor = signedIn("editor")) {
            Page page = visitor.page();
            visitor.open("history/" + id + "?from=2&to=4");
            Locator session = page.locator(".session-group");
            assertThat(session.locator("summary")).containsText("more than 60 revisions");
            assertThat(page.locator(".line .ev")).hasCount(saves + 1);
            assertThat(session).hasCount(1);
            assertThat(session.locator(".ev")).hasCount(saves);
            assertThat(page.locator(".ev.sel")).hasCount(2);
            assertThat(page.getByLabel("Revision 2 as the older side")).isChecked();
            assertThat(page.getByLabel("Revision 4 as the newer side")).isChecked();
            assertThat(page.locator("[data-earlier]")).hasCount(0);
            visitor.screenIsAccessible();
            visitor.nothingWentWrong();
        }
    }

    @Test
    void one_stream_is_restored_beside_the_working_copy_and_the_timeline_is_filtered_by_person_and_kind() {
        int id = article();
        AdsByApi.pin(base(), ARTICLES + id, "s1", "p2");
        Http writer = Http.person(base(), "journalist").with("Content-Type", "application/json");
        Http.Answer now = writer.get(ARTICLES + id).expect(200);
        writer.with("If-Match", now.etag())
                .send("PUT", ARTICLES + id + "/working-copy", now.body().replace("by ten", "by eleven"))
                .expect(200);
        try (Visitor visitor = signedIn("journalist")) {
            Page page = visitor.page();
            visitor.open("history/" + id + "?from=1&to=working");
            assertThat(page.locator(".cmp-title")).containsText("Working copy");
            assertThat(page.locator(".row-edited ins").filter(new Locator.FilterOptions().setHasText("eleven")))
                    .isVisible();
            assertThat(page.locator(".cmp-row.is-slot .tag.ins")).containsText("added");
            assertThat(page.locator(".cmp-row.is-slot")).containsText("pinned");
            visitor.link("Side by side").click();
            page.waitForURL("**view=side**");
            assertThat(page.locator(".slotbar.cmp-new")).containsText("After: Ad slot · inline");
            assertThat(page.locator(".slotbar.cmp-old")).hasCount(0);
            visitor.screenIsAccessible();

            page.getByText("Restore revision 1…").click();
            visitor.link("Text only").click();
            page.waitForURL("**what=text");
            assertThat(page.locator(".cmp-headline ins")).hasText(Pattern.compile("right"));
            visitor.button("Restore").click();
            assertThat(page.locator(".flash")).containsText("Revision 1 restored as revision 5.");
            visitor.open("history/" + id + "?from=1&to=5");
            assertThat(page.locator(".cmp-row.changed")).hasCount(1);
            assertThat(page.locator(".cmp-row.is-slot .tag.ins")).containsText("added");

            page.locator(".choose > summary").click();
            page.locator(".choose-form")
                    .getByLabel("Person")
                    .selectOption(new SelectOption().setLabel("Demo Ad Manager"));
            visitor.button("Show").first().click();
            page.waitForURL("**person=admanager**");
            assertThat(page.locator(".line a.what")).hasText("3 Ad layout by Demo Ad Manager");
            page.locator(".choose-form").getByLabel("Person").selectOption("");
            page.locator(".choose-form").getByLabel("Kind").selectOption(new SelectOption().setLabel("Restores"));
            visitor.button("Show").first().click();
            page.waitForURL("**kind=restore**");
            assertThat(page.locator(".line a.what")).hasText("5 Restored by Demo Journalist");
            visitor.nothingWentWrong();
        }
    }

    @Test
    void what_readers_saw_at_a_minute_is_shown_once_there_was_an_edition() {
        int id = article();
        for (String step : new String[] {"journalist submit", "editor approve", "editor publish"}) {
            Http.person(base(), step.split(" ")[0])
                    .json(
                            "POST",
                            ARTICLES + id + "/transitions",
                            Json.createObjectBuilder()
                                    .add("action", step.split(" ")[1])
                                    .build())
                    .expect(200);
        }
        JsonObject edition = Http.person(base(), "journalist2")
                .get(ARTICLES + id + "/as-of?at=2999-01-01T00:00:00Z")
                .expect(200)
                .json()
                .getJsonObject("edition");
        assertThat(edition.getInt("status")).isEqualTo(200);
        assertThat(edition.getString("html")).contains("The pier was under water by ten.");
        try (Visitor visitor = signedIn("editor")) {
            Page page = visitor.page();
            visitor.open("history/" + id + "?at=2999-01-01T00:00&view=readers");
            assertThat(page.frameLocator("iframe.seen").locator("h1")).hasText("The tide table was wrong");
            assertThat(page.frameLocator("iframe.seen").getByText("The pier was under water by ten."))
                    .isVisible();
            visitor.nothingWentWrong();
        }
    }
}
