package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.galley.journey.WireSample;

/** A journalist, an ad manager, an editor and a reader take one wire text the whole way with the mouse. */
final class MouseJourney {
    private static final String NOTE = "The first ferry was full.";

    private final Browser browser;
    private final URI base;
    private String article;
    private String published;

    MouseJourney(Browser browser, URI base) {
        this.browser = browser;
        this.base = base;
    }

    void run() {
        try (Visitor journalist = Visitor.reader(browser, base)) {
            signsIn(journalist);
            imports(journalist);
            revisesAndSaves(journalist);
            seesBothRevisions(journalist);
            submits(journalist);
            journalist.nothingWentWrong();
        }
        try (Visitor adManager = Visitor.signedIn(browser, base, "admanager")) {
            placesAndMoves(adManager);
            adManager.nothingWentWrong();
        }
        try (Visitor editor = Visitor.signedIn(browser, base, "editor")) {
            approvesAndPublishes(editor);
            editor.nothingWentWrong();
        }
        try (Visitor reader = Visitor.reader(browser, base)) {
            reads(reader);
            reader.nothingWentWrong();
        }
    }

    private void signsIn(Visitor journalist) {
        journalist.open("");
        journalist.page().waitForURL("**/sign-in*");
        journalist.screenIsAccessible();
        journalist.fitsAPhone();
        journalist.picture("sign-in");
        journalist.signIn("journalist");
        journalist.screenIsAccessible();
        journalist.fitsAPhone();
    }

    private void imports(Visitor journalist) {
        journalist.link("Import a wire text").click();
        journalist.screenIsAccessible();
        journalist.fitsAPhone();
        journalist
                .page()
                .getByLabel("Or a file")
                .setInputFiles(new FilePayload(
                        "vessa.txt", "text/plain", WireSample.text().getBytes(StandardCharsets.UTF_8)));
        journalist.button("Recognise").click();
        assertThat(journalist.page().getByLabel("Headline")).hasValue(WireSample.HEADLINE);
        assertThat(journalist.page().getByLabel("Stamp")).hasValue("2025-04-15 09:40");
        assertThat(journalist.page().getByLabel("Picture caption")).hasValue(WireSample.HEADLINE);
        Locator facts = journalist.page().locator(".facts");
        assertThat(facts).containsText("13 paragraphs");
        assertThat(facts).containsText("3 min read");
        assertThat(facts).containsText("4 ad placeholders under the text");
        journalist.screenIsAccessible();
        journalist.fitsAPhone();
        journalist.picture("import");
        journalist.button("Create story").click();
        journalist.page().waitForURL("**/write/*");
        article = journalist.path().substring("write/".length());
    }

    private void revisesAndSaves(Visitor journalist) {
        Locator paragraphs = journalist.page().locator(".ProseMirror p");
        assertThat(paragraphs).hasCount(WireSample.PARAGRAPHS.size());
        journalist.screenIsAccessible();
        journalist.fitsAPhone();
        clickAtTheEnd(paragraphs.nth(2));
        journalist.type(" " + NOTE);
        journalist.button("Save").click();
        assertThat(journalist.page().locator("[data-save-state]")).hasText("Saved as revision 2");
        assertThat(paragraphs.nth(2)).containsText(NOTE);
        journalist.screenIsAccessible();
        journalist.picture("write");
        journalist.page().reload();
        assertThat(paragraphs.nth(2)).containsText(NOTE);
    }

    /** On the last line, right of its last word. */
    private static void clickAtTheEnd(Locator paragraph) {
        BoundingBox box = paragraph.boundingBox();
        paragraph.click(new Locator.ClickOptions().setPosition(box.width - 2, box.height - 8));
    }

    private void seesBothRevisions(Visitor journalist) {
        journalist.link("History").click();
        Locator inserted = journalist.page().locator("ins");
        assertThat(inserted).hasCount(1);
        assertThat(inserted).containsText(NOTE);
        assertThat(journalist.page().locator("del")).hasCount(0);
        assertThat(journalist.page().locator(".line a.what")).hasCount(2);
        journalist.screenIsAccessible();
        journalist.fitsAPhone();
        journalist.picture("history");
    }

    private void submits(Visitor journalist) {
        journalist.link("Write").click();
        journalist.button("Submit").click();
        assertThat(journalist.page().locator(".rail .state").first()).hasText("Submitted");
        assertThat(journalist.button("Approve")).hasCount(0);
    }

    private void placesAndMoves(Visitor adManager) {
        adManager.open("ads/" + article);
        adManager.screenIsAccessible();
        adManager.fitsAPhone();
        adManager.answered(() -> adManager.button("Auto-place").click());
        Locator phone = adManager.page().locator("[data-device=phone]");
        assertThat(inBody(phone)).hasCount(2);
        adManager.picture("ads-proposed");

        List<String> before = gapsOf(phone);
        Locator second = inBody(phone).nth(1);
        int from = Integer.parseInt(before.get(1));
        int to = from + 1;
        drag(adManager, second, phone.locator(".gap[data-gap='" + to + "']"));
        assertThat(phone.locator(".gap[data-gap='" + to + "'] .slot")).hasCount(1);
        assertThat(phone.locator(".gap[data-gap='" + from + "'] .slot")).hasCount(0);
        adManager.screenIsAccessible();
        adManager.answered(() -> adManager.button("Save layout").click());
        assertThat(adManager.page().locator(".rail .note.ok")).containsText("Saved as revision");
        adManager.picture("ads");
        adManager.page().reload();
        assertThat(phone.locator(".gap[data-gap='" + to + "'] .slot")).hasCount(1);
    }

    private static Locator inBody(Locator device) {
        int last = WireSample.PARAGRAPHS.size();
        return device.locator(".gap:not([data-gap='0']):not([data-gap='" + last + "']) .slot");
    }

    @SuppressWarnings("unchecked")
    private static List<String> gapsOf(Locator device) {
        return (List<String>)
                inBody(device).evaluateAll("slots => slots.map(slot => slot.closest('.gap').dataset.gap)");
    }

    private static void drag(Visitor hand, Locator slot, Locator gap) {
        slot.scrollIntoViewIfNeeded();
        BoundingBox from = slot.boundingBox();
        hand.page().mouse().move(from.x + 40, from.y + 20);
        hand.page().mouse().down();
        hand.page().mouse().move(from.x + 60, from.y + 40);
        // The lit gaps have opened; the target is where it is now, or rolls into view under the hand.
        gap.scrollIntoViewIfNeeded();
        BoundingBox to = gap.boundingBox();
        hand.page().mouse().move(to.x + to.width / 2, to.y + to.height / 2);
        assertThat(gap).hasClass(Pattern.compile("\\bhere\\b"));
        hand.picture("ads-dragging");
        hand.page().mouse().up();
    }

    private void approvesAndPublishes(Visitor editor) {
        editor.open("desk");
        editor.page()
                .locator(".queues a", new Page.LocatorOptions().setHasText("To approve"))
                .click();
        editor.page()
                .locator("a.h[href$='/" + article + "']", new Page.LocatorOptions().setHasText(WireSample.HEADLINE))
                .click();
        editor.page().waitForURL("**/review/" + article);
        editor.screenIsAccessible();
        editor.fitsAPhone();
        editor.picture("review");
        editor.button("Approve").click();
        assertThat(editor.page().locator(".decide .state").first()).hasText("Approved");
        editor.button("Publish").click();
        assertThat(editor.page().locator(".decide .state").first()).hasText("Published");
        editor.screenIsAccessible();
        editor.open("desk");
        editor.picture("desk");
        editor.open("review/" + article);
        published = editor.page().locator(".note.ok a").getAttribute("href");
    }

    private void reads(Visitor reader) {
        reader.page().navigate(base.resolve(published).toString());
        assertThat(reader.page().locator("h1")).hasText(WireSample.HEADLINE);
        assertThat(reader.page().getByText("3 min read")).isVisible();
        assertThat(reader.page().locator("time").first()).containsText("15 April 2025");
        assertThat(reader.page().locator("figcaption").first()).containsText(WireSample.HEADLINE);
        assertThat(reader.page().getByText(NOTE)).isVisible();
        Locator between = reader.page().locator("p + aside.ad-slot:has(+ p)");
        assertThat(between).hasCount(2);
        assertThat(between.first()).containsText("Advertisement");
        reader.screenIsAccessible();
        reader.fitsAPhone();
        assertThat(reader.context().cookies()).isEmpty();
        assertThat(reader.page().evaluate("localStorage.length + sessionStorage.length"))
                .isEqualTo(0);
        reader.picture("reader");
    }
}
