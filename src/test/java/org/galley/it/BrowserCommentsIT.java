package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Comments and checklists in a real browser: by mouse, by keys alone, seen by others at once, and barring an approval. */
class BrowserCommentsIT extends BrowserTest {
    private static final String STORY =
            """
            {"headline":"The tide table was right","standfirst":"Nobody had read it","section":"%s","body":[
            {"id":"p1","type":"paragraph","html":"The ferry left an hour late."},
            {"id":"p2","type":"paragraph","html":"The pier was under water by noon."},
            {"id":"p3","type":"paragraph","html":"Смотритель мола молчал."}]}""";

    private static int submitted(WritePage desk, String section) {
        int id = desk.api("journalist", "POST", "articles", STORY.formatted(section), Map.of())
                .getInt("id");
        desk.api("journalist", "POST", "articles/" + id + "/transitions", "{\"action\":\"submit\"}", Map.of());
        return id;
    }

    private static Locator thread(Page page, String text) {
        return page.locator(".thread").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void a_comment_on_review_reaches_the_writer_at_once_and_bars_approval_until_it_is_resolved() {
        try (WritePage write = WritePage.signIn(browser(), base(), "journalist");
                Visitor editor = signedIn("editor")) {
            int id = submitted(write, "world");
            write.open(id);
            write.page.waitForSelector("#comments[data-loaded]");
            Page review = editor.page();
            editor.open("review/" + id);
            assertThat(editor.button("Approve")).isVisible();

            Locator row = review.locator(".cmp-row[data-block=p2]");
            row.hover();
            row.locator(".comment-mark").click();
            assertThat(review.getByLabel("About")).hasValue("p2");
            review.getByLabel("Comment", new Page.GetByLabelOptions().setExact(true))
                    .fill("Who measured it?");
            review.getByLabel("Must be resolved before approval").check();
            editor.screenIsAccessible();
            editor.button("Add comment").click();
            assertThat(thread(review, "Who measured it?")).isFocused();
            assertThat(row.locator(".comment-mark.must")).hasText("1");

            // Nobody loads anything anew: the writer's page hears of it.
            Locator mark = write.surface().locator(".galley-commented .comment-mark");
            assertThat(mark).hasText("1");
            mark.click();
            Locator asked = thread(write.page, "Who measured it?");
            assertThat(asked).isFocused();
            button(asked, "Reply").click();
            asked.getByLabel("Reply").fill("The harbour office.");
            button(asked.locator(".comment-form"), "Reply").click();
            assertThat(asked).containsText("The harbour office.");
            assertThat(thread(review, "The harbour office.")).isVisible();

            editor.open("review/" + id);
            assertThat(editor.button("Approve")).hasCount(0);
            assertThat(review.locator(".checks")).containsText("Demo Editor asked, and it is not resolved");
            review.locator(".checks .linklike").click();
            assertThat(row).isFocused();
            editor.picture("review-comments");
            editor.screenIsAccessible();
            editor.fitsAPhone();

            button(asked, "Delete").click();
            assertThat(asked).not().containsText("The harbour office.");
            button(write.page.locator("#comments"), "Undo").click();
            assertThat(asked).containsText("The harbour office.");
            button(asked, "Resolve").click();
            assertThat(mark).hasCount(0);
            assertThat(write.page.locator(".settled summary")).hasText("1 resolved");

            editor.open("review/" + id);
            editor.button("Approve").click();
            assertThat(review.locator(".flash")).containsText("Approved.");
            editor.open("history/" + id);
            assertThat(review.locator(".settled summary")).hasText("1 resolved");
            editor.screenIsAccessible();
            editor.fitsAPhone();
            editor.nothingWentWrong();
            Assertions.assertThat(write.errors()).isEmpty();
        }
    }

    @Test
    void a_comment_is_made_by_keys_alone_names_somebody_and_outlives_its_paragraph() {
        try (WritePage write = WritePage.signIn(browser(), base(), "journalist")) {
            Page page = write.page;
            int id = write.open(STORY.formatted("world"));
            page.waitForSelector("#comments[data-loaded]");
            write.cursor("p2", 3);
            write.keys("Control+Alt+m");
            assertThat(page.getByLabel("About")).hasValue("p2");
            write.type("Ask @edi");
            assertThat(page.locator(".mentions [role=option]")).hasCount(2);
            write.keys("ArrowDown", "Enter");
            write.type("about it");
            write.keys("Control+Enter");
            Locator thread = thread(page, "Ask @editor2 about it");
            assertThat(thread).isFocused();
            assertThat(thread.locator(".mention")).hasText("@editor2");
            Assertions.assertThat(write.api("articles/" + id + "/comments").toString())
                    .contains("\"mentioned\":[\"editor2\"]", "\"block\":\"p2\"");

            // The first stop in a thread leads back to its paragraph.
            write.keys("Tab", "Enter");
            assertThat(write.surface()).isFocused();
            write.keys("Shift+Home", "Delete", "Backspace");
            assertThat(write.surface().locator("[data-id=p2]")).hasCount(0);
            assertThat(thread).containsText("Words that are no longer in the text");
            assertThat(thread.locator("q")).hasText("The pier was under water by noon.");
            write.keys("Control+z", "Control+z");
            assertThat(write.surface().locator("[data-id=p2]")).hasCount(1);
            assertThat(thread).containsText("Paragraph 2");

            // What is typed and not sent is there again.
            write.keys("Control+Alt+m");
            write.type("Not sent yet");
            write.keys("Escape");
            write.reload();
            page.waitForSelector("#comments[data-loaded]");
            write.click(write.block(0));
            write.keys("Control+Alt+m");
            assertThat(page.getByLabel("Comment", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("Not sent yet");
            Assertions.assertThat(write.errors()).isEmpty();
        }
    }

    @Test
    void whoever_only_reads_a_story_comments_on_it_but_demands_nothing() {
        try (WritePage owner = WritePage.signIn(browser(), base(), "journalist");
                Visitor visitor = signedIn("journalist2")) {
            int id = submitted(owner, "world");
            Page page = visitor.page();
            visitor.open("write/" + id);
            page.waitForSelector("#comments[data-loaded]");
            page.locator(".galley-surface [data-id=p3]").click();
            visitor.button("Comment").click();
            assertThat(page.getByLabel("About")).hasValue("p3");
            assertThat(page.getByLabel("Must be resolved before approval")).hasCount(0);
            visitor.type("Он молчал?");
            visitor.button("Add comment").click();
            assertThat(thread(page, "Он молчал?")).isFocused();
            visitor.screenIsAccessible();
            visitor.fitsAPhone();
            visitor.nothingWentWrong();
        }
        try (WritePage owner = WritePage.signIn(browser(), base(), "journalist");
                Visitor administrator = signedIn("admin")) {
            int id = submitted(owner, "world");
            administrator.open("review/" + id);
            administrator.page().waitForSelector("#comments[data-loaded]");
            assertThat(administrator.button("Comment")).isHidden();
        }
    }

    @Test
    void a_checklist_is_made_and_its_required_items_are_ticked_before_approval() {
        try (WritePage desk = WritePage.signIn(browser(), base(), "journalist");
                Visitor editor = signedIn("editor")) {
            Page page = editor.page();
            try {
                editor.open("checklist/culture");
                editor.button("Add an item").click();
                Locator texts = page.locator(".items input[type=text]");
                assertThat(texts).isFocused();
                editor.type("Names are spelled right");
                editor.button("Add an item").click();
                assertThat(texts.nth(1)).isFocused();
                editor.type("names are spelled right");
                editor.button("Save").click();
                assertThat(page.locator(".items .ui-message-error")).containsText("stands in the list twice");
                assertThat(texts.nth(1)).isFocused();
                editor.screenIsAccessible();
                editor.fitsAPhone();
                editor.picture("checklist");
                texts.nth(1).fill("A picture was looked for");
                page.locator(".items input[type=checkbox]").nth(1).uncheck();
                editor.button("Save").click();
                assertThat(page.locator(".flash")).containsText("is saved");

                int id = submitted(desk, "culture");
                editor.open("review/" + id);
                assertThat(editor.button("Approve")).hasCount(0);
                assertThat(page.locator(".checks")).containsText("Checklist: Names are spelled right");
                // By keys alone from here.
                Locator tick = page.getByLabel("Names are spelled right");
                editor.tabTo(tick);
                editor.press("Space");
                assertThat(editor.button("Approve")).isVisible();
                assertThat(page.locator(".ticks")).containsText(Pattern.compile("Demo Editor, \\d\\d:\\d\\d"));
                assertThat(tick).isFocused();
                editor.screenIsAccessible();

                int version = desk.api("articles/" + id).getInt("version");
                desk.api(
                        "journalist",
                        "PATCH",
                        "articles/" + id + "/working-copy",
                        "{\"headline\":\"Changed behind the editor\"}",
                        Map.of("If-Match", "\"v" + version + "\""));
                editor.tabTo(page.getByLabel("A picture was looked for"));
                editor.press("Space");
                assertThat(page.locator(".flash")).containsText("changed while you looked at it");
                assertThat(page.locator(".ticks")).containsText("for an earlier text");
                assertThat(editor.button("Approve")).hasCount(0);
                editor.tabTo(page.getByLabel("Names are spelled right"));
                editor.press("Space");
                editor.enter(editor.button("Approve"));
                assertThat(page.locator(".flash")).containsText("Approved.");
                editor.nothingWentWrong();
            } finally {
                desk.api("editor", "PUT", "sections/culture/checklist", "{\"items\":[]}", Map.of("If-Match", "*"));
            }
        }
    }

    @Test
    void nobody_else_opens_the_checklist() {
        for (String person : List.of("journalist", "admanager")) {
            try (Visitor visitor = signedIn(person)) {
                visitor.open("checklist/world");
                assertThat(visitor.page().locator(".empty")).containsText("Editors and administrators");
                visitor.screenIsAccessible();
            }
        }
    }
}
