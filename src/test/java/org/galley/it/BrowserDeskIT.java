package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The desk in a browser: found, chosen, assigned and kept, once with the mouse and once with the keyboard alone. */
class BrowserDeskIT extends BrowserTest {
    private int created(String person, String headline, String language) {
        JsonObject story = Json.createObjectBuilder()
                .add("headline", headline)
                .add("language", language)
                .add(
                        "body",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "paragraph")
                                        .add("html", "The harbour bridges were tested.")))
                .build();
        return Http.person(base(), person)
                .json("POST", "api/v1/articles", story)
                .expect(201)
                .json()
                .getInt("id");
    }

    private static Locator row(Visitor visitor, String headline) {
        return visitor.page().locator(".stories tbody tr", new Page.LocatorOptions().setHasText(headline));
    }

    private static Locator dialog(Visitor visitor) {
        return visitor.page().locator("dialog[open]");
    }

    @Test
    void an_editor_finds_assigns_chooses_and_keeps_a_view_with_the_mouse() {
        created("editor", "Kiwiburg council to vote on the bridge", "en");
        created("editor", "Kiwiburg: افتتاح الجسر الجديد فوق الميناء قبل شهر من موعده", "ar");
        int spiked = created("editor", "Kiwiburg story that nobody wanted", "en");
        Http editorApi = Http.person(base(), "editor");
        JsonObject spike = Json.createObjectBuilder().add("action", "spike").build();
        editorApi
                .json("POST", "api/v1/articles/" + spiked + "/transitions", spike)
                .expect(200);

        Visitor editor = signedIn("editor");
        editor.open("desk");
        editor.page().getByPlaceholder("Search stories").fill("kiwiburg");
        editor.button("Search").click();
        editor.page().waitForURL("**/desk?*q=kiwiburg*");
        assertThat(editor.page().locator("h1")).hasText("To approve");
        assertThat(editor.heading("No story fits")).isVisible();
        editor.screenIsAccessible();
        editor.open("desk?q=kiwiburg");
        assertThat(editor.page().locator(".stories tbody tr")).hasCount(3);
        assertThat(row(editor, "council").locator("mark").first()).hasText("Kiwiburg");

        row(editor, "council").locator("[data-assign]").click();
        assertThat(dialog(editor)).containsText("Kiwiburg council");
        dialog(editor).getByLabel("Assigned to").selectOption("journalist");
        dialog(editor).getByLabel("Due").fill("2031-05-01T18:30");
        dialog(editor).getByLabel("Wanted length").fill("600");
        dialog(editor).getByLabel("Priority").selectOption("urgent");
        dialog(editor).getByLabel("A legal question is open").check();
        editor.screenIsAccessible();
        editor.picture("desk-assign");
        dialog(editor)
                .getByText("Save", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(editor.page().locator(".note.ok")).containsText("assignment is saved");
        assertThat(row(editor, "council")).containsText("Demo Journalist");
        assertThat(row(editor, "council")).containsText("legal question");
        assertThat(row(editor, "council")).containsText("of 600");
        // A legal question is settled with a note; what was filled in is not lost by the refusal.
        row(editor, "council").locator("[data-assign]").click();
        dialog(editor).getByLabel("A legal question is open").uncheck();
        dialog(editor).getByLabel("Wanted length").fill("650");
        dialog(editor)
                .getByText("Save", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(dialog(editor).getByRole(AriaRole.ALERT)).containsText("A note is needed");
        assertThat(dialog(editor).getByLabel("Wanted length")).hasValue("650");
        dialog(editor).getByLabel("Note").fill("Counsel read it.");
        dialog(editor)
                .getByText("Save", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(row(editor, "council")).not().containsText("legal question");

        for (Locator box : editor.page().locator(".stories input[name=pick]").all()) {
            box.check();
        }
        assertThat(editor.page().locator("[data-many]")).containsText("3 stories chosen");
        editor.screenIsAccessible();
        editor.button("Assign…").click();
        dialog(editor).getByLabel("Assigned to").selectOption("journalist2");
        dialog(editor).getByLabel("Priority").selectOption("high");
        editor.button("Change them").click();
        assertThat(editor.page().locator(".told")).containsText("Done for 2 stories.");
        assertThat(editor.page().locator(".told li")).hasCount(1);
        assertThat(editor.page().locator(".told li")).containsText("take it up again first");
        editor.screenIsAccessible();
        assertThat(row(editor, "council")).containsText("Second Journalist");
        editor.button("Undo").click();
        assertThat(editor.page().locator(".told")).containsText("Taken back for 2 stories.");
        assertThat(row(editor, "council")).containsText("Demo Journalist");

        editor.button("Columns").click();
        dialog(editor)
                .getByLabel("Ads", new Locator.GetByLabelOptions().setExact(true))
                .uncheck();
        dialog(editor).getByLabel("Priority").check();
        editor.button("Show these").click();
        assertThat(editor.page().locator("th.c-priority")).isVisible();
        assertThat(editor.page().locator("th.c-ads")).hasCount(0);
        editor.button("Save view").click();
        dialog(editor).getByLabel("Name").fill("Kiwiburg, all of it");
        editor.screenIsAccessible();
        dialog(editor)
                .getByText("Save", new Locator.GetByTextOptions().setExact(true))
                .click();
        editor.page().waitForURL(Pattern.compile(".*/desk\\?view=\\d+"));
        assertThat(editor.page().locator("h1")).hasText("Kiwiburg, all of it");
        assertThat(editor.page().locator(".queues a[aria-current]")).hasText("Kiwiburg, all of it");
        editor.screenIsAccessible();
        editor.fitsAPhone();
        editor.picture("desk-view");
        String shared = editor.page().url();
        try (Visitor journalist = signedIn("journalist")) {
            journalist.page().navigate(shared);
            assertThat(journalist.page().locator(".hd")).containsText("a view of Demo Editor");
            assertThat(journalist.page().locator(".stories tbody tr")).hasCount(3);
            assertThat(journalist.button("Delete view")).hasCount(0);
            journalist.screenIsAccessible();
            journalist.nothingWentWrong();
        }
        editor.button("Delete view").click();
        assertThat(editor.page().locator("p.note")).containsText("The view is deleted");
        assertThat(editor.page().locator(".stories tbody tr")).hasCount(3);
        editor.open("desk?view=999999999");
        assertThat(editor.page().locator("p.note")).containsText("There is no such view any more.");
        editor.nothingWentWrong();
    }

    @Test
    void a_journalist_works_the_desk_with_the_keyboard_alone_while_counts_change() {
        int free = created("editor", "Moa story that is nobody's", "en");
        int first = created("journalist", "Moa one", "en");
        created("journalist", "Moa two", "en");
        Visitor journalist = signedIn("journalist");
        journalist.open("desk");
        journalist.press("/");
        assertThat(journalist.page().locator("#q")).isFocused();
        journalist.type("moa");
        journalist.press("Enter");
        journalist.page().waitForURL("**/desk?*q=moa*");
        journalist.picture("desk-keyboard");
        assertThat(journalist.page().locator(".stories tbody tr")).hasCount(2);
        journalist.press("?");
        assertThat(dialog(journalist)).containsText("Keys of the desk");
        journalist.screenIsAccessible();
        journalist.press("Escape");
        journalist.press("j");
        assertThat(row(journalist, "Moa two").locator("a.h")).isFocused();
        journalist.press("x");
        journalist.press("j");
        assertThat(row(journalist, "Moa one").locator("a.h")).isFocused();
        journalist.press("x");
        assertThat(journalist.page().locator("[data-many]")).containsText("2 stories chosen");
        journalist.press("k");
        journalist.press("x");
        assertThat(journalist.page().locator("[data-many]")).containsText("1 story chosen");
        journalist.enter(journalist.page().locator("[id='many:submit']"));
        assertThat(journalist.page().locator(".told")).containsText("Done for 1 story.");
        assertThat(journalist.page().locator(".stories tbody tr")).hasCount(1);

        journalist.open("desk?queue=unassigned&q=moa");
        Locator queue = journalist.page().locator(".queues [data-queue=unassigned] .n");
        String before = queue.textContent();
        created("editor", "Another story for anybody", "en");
        // Pushed: nothing was pressed.
        assertThat(queue).not().hasText(before);
        assertThat(journalist.page().locator("#news")).containsText("This queue has changed");
        journalist.screenIsAccessible();
        journalist.enter(row(journalist, "nobody's").getByText("Take it"));
        assertThat(journalist.page().locator(".note.ok")).containsText("The story is yours");
        journalist.open("desk?queue=drafts&q=moa");
        journalist.press("j");
        journalist.press("j");
        // Its words are older than those of the other draft; taking it changed none.
        assertThat(row(journalist, "nobody's").locator("a.h")).isFocused();
        journalist.press("Enter");
        journalist.page().waitForURL("**/write/" + free);
        assertThat(journalist.page().locator(".ProseMirror")).hasAttribute("contenteditable", "true");
        journalist.nothingWentWrong();
        JsonObject submitted = Http.person(base(), "editor")
                .get("api/v1/articles/" + first)
                .expect(200)
                .json();
        assertThat(submitted.getString("state")).isEqualTo("submitted");
    }

    @Test
    void long_lists_are_turned_by_pages_without_losing_the_place() {
        for (int i = 0; i < 60; i++) {
            created("journalist", "Takahe number " + i, "en");
        }
        Visitor editor = signedIn("editor");
        editor.open("desk?queue=all&q=takahe");
        assertThat(editor.page().locator(".pages")).containsText("60 stories");
        assertThat(editor.page().locator(".stories .h").first()).hasText("Takahe number 59");
        editor.press("]");
        assertThat(editor.page().locator(".stories .h").first()).hasText("Takahe number 34");
        editor.link("Next page").click();
        assertThat(editor.page().locator(".stories tbody tr")).hasCount(10);
        assertThat(editor.link("Next page")).hasCount(0);
        editor.press("[");
        assertThat(editor.page().locator(".stories .h").first()).hasText("Takahe number 34");
        editor.link("Previous page").click();
        assertThat(editor.page().locator(".stories .h").first()).hasText("Takahe number 59");
        assertThat(editor.link("Previous page")).hasCount(0);
        editor.fitsAPhone();
        editor.nothingWentWrong();
    }
}
