package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import org.galley.journey.WireSample;

/** The same way without a mouse: every stop is reached with Tab, every action is a key. */
final class KeyboardJourney {
    private static final String NOTE = "Nobody was hurt.";

    private final Browser browser;
    private final URI base;
    private String article;

    KeyboardJourney(Browser browser, URI base) {
        this.browser = browser;
        this.base = base;
    }

    void run() {
        try (Visitor journalist = signsIn("journalist")) {
            importsByPasting(journalist);
            revisesSavesAndSubmits(journalist);
            journalist.nothingWentWrong();
        }
        try (Visitor adManager = signsIn("admanager")) {
            carriesASlot(adManager);
            adManager.nothingWentWrong();
        }
        try (Visitor editor = signsIn("editor")) {
            approvesAndPublishes(editor);
            editor.nothingWentWrong();
        }
    }

    private Visitor signsIn(String account) {
        Visitor visitor = Visitor.reader(browser, base);
        visitor.open("sign-in");
        visitor.tabTo(visitor.page().getByLabel("User name"));
        visitor.type(account);
        visitor.press("Tab");
        visitor.type("demo");
        visitor.press("Enter");
        visitor.page().waitForURL("**/desk*");
        return visitor;
    }

    private void importsByPasting(Visitor journalist) {
        journalist.enter(journalist.link("Import a wire text"));
        journalist.tabTo(journalist.page().getByLabel("Text", new Page.GetByLabelOptions().setExact(true)));
        journalist.type(WireSample.text());
        journalist.enter(journalist.button("Recognise"));
        assertThat(journalist.page().locator(".facts")).containsText("13 paragraphs");
        journalist.enter(journalist.button("Create story"));
        journalist.page().waitForURL("**/write/*");
        article = journalist.path().substring("write/".length());
    }

    private void revisesSavesAndSubmits(Visitor journalist) {
        Locator surface = journalist.page().locator(".ProseMirror");
        journalist.tabTo(surface);
        journalist.press("Control+Home");
        journalist.press("End");
        journalist.press("Control+End");
        journalist.type(" " + NOTE);
        journalist.press("Control+S");
        assertThat(journalist.page().locator("[data-save-state]")).hasText("Saved as revision 2");
        journalist.enter(journalist.link("History"));
        assertThat(journalist.page().locator("ins")).containsText(NOTE);
        journalist.enter(journalist.link("Write"));
        journalist.enter(journalist.button("Submit"));
        assertThat(journalist.page().locator(".rail .state").first()).hasText("Submitted");
    }

    private void carriesASlot(Visitor adManager) {
        opensFromTheDesk(adManager, "All stories", "ads/");
        Locator phone = adManager.page().locator("[data-device=phone]");
        adManager.answered(() -> adManager.enter(adManager.button("Auto-place")));
        Locator second = phone.locator(".gap .slot").nth(1);
        String slot = second.getAttribute("data-slot");
        int from = gapOf(phone, slot);
        adManager.tabTo(second);
        adManager.press("Space");
        adManager.press("ArrowDown");
        adManager.answered(() -> adManager.press("Space"));
        assertThat(phone.locator(".gap[data-gap='" + (from + 1) + "'] .slot[data-slot='" + slot + "']"))
                .isFocused();
        adManager.answered(() -> adManager.enter(adManager.button("Save layout")));
        assertThat(adManager.page().locator(".rail .note.ok")).containsText("Saved as revision");
    }

    private static int gapOf(Locator device, String slot) {
        return Integer.parseInt(
                device.locator(".gap:has([data-slot='" + slot + "'])").getAttribute("data-gap"));
    }

    private void approvesAndPublishes(Visitor editor) {
        opensFromTheDesk(editor, "To approve", "review/");
        editor.enter(editor.button("Approve"));
        assertThat(editor.page().locator(".decide .state").first()).hasText("Approved");
        editor.enter(editor.button("Publish"));
        assertThat(editor.page().locator(".decide .state").first()).hasText("Published");
        editor.enter(editor.link("Open the readers’ page"));
        assertThat(editor.page().locator("h1")).hasText(WireSample.HEADLINE);
        assertThat(editor.page().getByText(NOTE)).isVisible();
    }

    /** Through the queue to the story that this journey made: the newest with its headline. */
    private void opensFromTheDesk(Visitor visitor, String queue, String screen) {
        visitor.enter(visitor.page().locator(".queues a", new Page.LocatorOptions().setHasText(queue)));
        visitor.page().waitForURL("**/desk?queue=*");
        visitor.enter(visitor.page().locator("a.h[href$='/" + article + "']"));
        visitor.page().waitForURL("**/" + screen + article);
    }
}
