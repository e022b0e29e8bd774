package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the Ads screen says and shows while somebody carries a slot, and once they changed one. */
class BrowserAdsHandIT extends AdsScreenTest {
    /** The slot below the text that the import leaves standing; the others wait for a place. */
    private static final int FROM_THE_IMPORT = 1;

    /** What the screen asks of the server. */
    private static final Pattern STEPS = Pattern.compile(".*/ads.*");

    private static final Pattern HELD_OVER = Pattern.compile("(^| )here( |$)");

    /** An imported story whose slots stand where auto-place puts them. */
    private int placed() {
        int article = imported();
        Http.person(base(), "admanager")
                .send("POST", "api/v1/articles/" + article + "/ads/auto", "")
                .expect(200);
        return article;
    }

    private JsonObject first(int article) {
        return layout(article).getJsonArray("ads").getJsonObject(0);
    }

    private static Locator spoken(Visitor visitor) {
        return visitor.page().locator("#adsSpoken");
    }

    private static Locator carried(Visitor visitor) {
        return visitor.page().locator(".carry");
    }

    @Test
    void whoever_carries_by_keyboard_hears_and_sees_where_the_slot_may_stand() {
        int article = imported();
        try (Visitor adManager = signedIn("admanager")) {
            adManager.open("ads/" + article);
            adManager.enter(adManager.button("Add a slot"));
            assertThat(spoken(adManager)).containsText("New inline slot picked up.");
            assertThat(phone(adManager).locator(".gap.ok")).not().hasCount(0);
            assertThat(phone(adManager).locator(".gap[data-gap='1'].no")).hasCount(1);
            assertThat(phone(adManager).locator(".gap.ok.no")).hasCount(0);

            adManager.press("Home");
            adManager.press("ArrowDown");
            assertThat(spoken(adManager)).containsText("After paragraph 1 of");
            assertThat(spoken(adManager)).containsText("No slot here. First slot needs 2 paragraphs");
            assertThat(phone(adManager).locator(".gap[data-gap='1']")).hasClass(HELD_OVER);
            adManager.press(" ");
            assertThat(spoken(adManager)).containsText("It cannot be dropped here. First slot needs 2 paragraphs");
            assertThat(carried(adManager)).isVisible();
            assertThat(phone(adManager).locator(".slot")).hasCount(FROM_THE_IMPORT);

            adManager.press("Escape");
            assertThat(spoken(adManager)).hasText("New inline slot stays where it was.");
            assertThat(carried(adManager)).isHidden();
            assertThat(phone(adManager).locator(".ok, .no, .here")).hasCount(0);

            adManager.enter(adManager.button("Add a slot"));
            adManager.press("Home");
            adManager.press("PageDown");
            assertThat(spoken(adManager)).containsText("Allowed.");
            adManager.answered(() -> adManager.press(" "));
            assertThat(spoken(adManager))
                    .hasText(Pattern.compile("^New inline slot dropped after paragraph \\d+ of .* and pinned\\.$"));
            assertThat(phone(adManager).locator(".slot")).hasCount(FROM_THE_IMPORT + 1);
            assertThat(phone(adManager).locator(".ok, .no")).hasCount(0);
            adManager.nothingWentWrong();
        }
    }

    /** Presses a button whose answer is not to come yet. */
    private static List<Route> pressesAndHolds(Visitor visitor, String button) {
        List<Route> held = new ArrayList<>();
        visitor.page().route(STEPS, held::add);
        visitor.page().waitForRequest(STEPS, () -> visitor.button(button).click());
        return held;
    }

    private static void goesOn(Visitor visitor, List<Route> held) {
        visitor.page().unrouteAll();
        held.forEach(Route::resume);
    }

    @Test
    void whoever_goes_on_before_an_awaited_answer_stays_where_they_went() {
        int article = placed();
        try (Visitor adManager = signedIn("admanager")) {
            adManager.open("ads/" + article);
            List<Route> held = pressesAndHolds(adManager, "Pin inline 1");
            phone(adManager).locator(".slot").nth(1).focus();
            goesOn(adManager, held);
            assertThat(adManager.button("Unpin inline 1")).isVisible();
            assertThat(phone(adManager).locator(".slot").nth(1)).isFocused();
            adManager.nothingWentWrong();
        }
    }

    @Test
    void keys_that_come_before_an_awaited_answer_are_for_what_is_picked_up_after_it() {
        int article = placed();
        try (Visitor adManager = signedIn("admanager")) {
            adManager.open("ads/" + article);
            List<Route> held = pressesAndHolds(adManager, "Remove inline 1");
            phone(adManager).locator(".slot").nth(1).focus();
            adManager.press(" ");
            adManager.press("Escape");
            adManager.press(" ");
            adManager.press("PageUp");
            adManager.press(" ");
            assertThat(carried(adManager)).isHidden();
            goesOn(adManager, held);
            assertThat(spoken(adManager))
                    .hasText(Pattern.compile("^inline \\d dropped after paragraph \\d+ of .* and pinned\\.$"));
            assertThat(carried(adManager)).isHidden();
            adManager.nothingWentWrong();
        }
    }

    @Test
    void keys_on_another_control_mean_that_control_and_drop_nothing() {
        int article = imported();
        try (Visitor adManager = signedIn("admanager")) {
            carriesNewSlot(adManager, article);
            String held = carried(adManager).innerText();
            Locator explain = adManager.button("Explain every gap");
            explain.focus();
            adManager.press(" ");
            assertThat(explain).hasAttribute("aria-pressed", "true");
            adManager.page().locator("#adsNote").focus();
            adManager.page().keyboard().type("a b");
            adManager.press("Home");
            assertThat(adManager.page().locator("#adsNote")).hasValue("a b");
            assertThat(carried(adManager)).isVisible();
            assertThat(carried(adManager).innerText()).isEqualTo(held);
            assertThat(phone(adManager).locator(".slot")).hasCount(FROM_THE_IMPORT);
            adManager.button("Later gap").focus();
            adManager.press("Enter");
            assertThat(phone(adManager).locator(".slot")).hasCount(FROM_THE_IMPORT);
            adManager.press("Escape");
            assertThat(carried(adManager)).isHidden();
            adManager.nothingWentWrong();
        }
    }

    @Test
    void a_drop_that_the_server_refuses_is_not_said_to_be_done() {
        int article = imported();
        try (Visitor adManager = signedIn("admanager")) {
            carriesNewSlot(adManager, article);
            assertThat(spoken(adManager)).containsText("Allowed.");
            // Somebody changes the policy while the slot is in the air.
            Http.person(base(), "admanager")
                    .json(
                            "PUT",
                            "api/v1/policies/article:" + article,
                            Json.createObjectBuilder().add("cap", 0).build())
                    .expect(200);
            adManager.answered(() -> adManager.press(" "));
            assertThat(adManager.page().locator(".rail .note.err")).containsText("A story holds no slots");
            assertThat(spoken(adManager)).containsText("New inline slot stays where it was. A story holds no slots");
            assertThat(spoken(adManager)).not().containsText("dropped");
            assertThat(phone(adManager).locator(".slot")).hasCount(FROM_THE_IMPORT);
            adManager.nothingWentWrong();
        }
    }

    private static Locator tablet(Visitor visitor) {
        return visitor.page().locator("[data-device=tablet]");
    }

    @Test
    void at_tablet_width_a_slot_dragged_where_none_may_stand_goes_back_and_it_is_said_why() {
        int article = placed();
        try (Visitor adManager = signedIn("admanager")) {
            adManager.open("ads/" + article);
            for (String width : new String[] {"Tablet", "Phone", "Desktop"}) {
                adManager.button(width).click();
            }
            assertThat(tablet(adManager)).isVisible();
            assertThat(phone(adManager)).isHidden();
            Locator slot = tablet(adManager).locator(".slot").first();
            Locator refused = tablet(adManager).locator(".gap[data-gap='1']");
            slot.scrollIntoViewIfNeeded();
            BoundingBox from = slot.boundingBox();
            Page page = adManager.page();
            page.mouse().move(from.x + 20, from.y + 12);
            page.mouse().down();
            page.mouse().move(from.x + 24, from.y + 30);
            assertThat(page.locator(".ghost")).isVisible();
            assertThat(refused).hasClass(Pattern.compile("(^| )no( |$)"));
            refused.scrollIntoViewIfNeeded();
            BoundingBox to = refused.boundingBox();
            page.mouse().move(to.x + to.width / 2, to.y + to.height / 2);
            assertThat(refused).hasClass(HELD_OVER);
            assertThat(page.locator(".ghost.bad")).containsText("It cannot be dropped here.");
            page.mouse().up();
            assertThat(page.locator(".rail .note.err")).containsText("It cannot be dropped here. First slot needs");
            assertThat(spoken(adManager)).containsText("It cannot be dropped here. First slot needs");
            assertThat(refused.locator(".slot")).hasCount(0);
            assertThat(page.locator(".ghost")).hasCount(0);
            assertThat(page.locator(".rail .state")).hasText("All changes saved");
            adManager.nothingWentWrong();
        }
    }

    private static JsonObjectBuilder everywhere() {
        JsonObjectBuilder sizes = Json.createObjectBuilder();
        for (String width : new String[] {"phone", "tablet", "desktop"}) {
            sizes.add(
                    width,
                    Json.createObjectBuilder()
                            .add("height", 274)
                            .add("sizes", Json.createArrayBuilder().add("300x250")));
        }
        return sizes;
    }

    @Test
    void pins_kinds_and_switches_are_changed_in_the_rail_and_each_change_is_said() {
        int article = placed();
        Http.person(base(), "admanager")
                .json(
                        "PUT",
                        "api/v1/slot-definitions/wide-by-hand",
                        Json.createObjectBuilder()
                                .add("label", "Advertisement")
                                .add("sizes", everywhere())
                                .build())
                .expect(201);
        try (Visitor adManager = signedIn("admanager")) {
            adManager.open("ads/" + article);
            adManager.answered(() -> adManager.enter(adManager.button("Pin inline 1")));
            assertThat(adManager.button("Unpin inline 1")).isFocused();
            adManager.answered(() -> adManager.enter(adManager.button("Unpin inline 1")));
            assertThat(adManager.button("Pin inline 1")).isFocused();
            assertThat(adManager.page().locator(".rail .state")).hasText("All changes saved");

            Locator kind = adManager
                    .page()
                    .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Kind of inline 1"));
            adManager.answered(() -> kind.selectOption("wide-by-hand"));
            assertThat(spoken(adManager)).hasText("inline 1 is wide-by-hand 1 now.");
            adManager.answered(() -> adManager
                    .page()
                    .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Advertising"))
                    .selectOption("sponsored"));
            assertThat(spoken(adManager)).containsText("No ads: sponsored story. Once this is saved");
            adManager.answered(() -> adManager.button("Undo").click());
            assertThat(spoken(adManager)).hasText("Undone: Advertising: No ads: sponsored story. 1 change not saved");
            adManager.answered(() -> adManager.button("Save layout").click());
            assertThat(adManager.page().locator(".rail .note.ok")).containsText("Saved as revision");
            adManager.nothingWentWrong();
        }
        assertThat(first(article).getString("definition")).isEqualTo("wide-by-hand");
        assertThat(first(article).getBoolean("pinned")).isFalse();
    }

    /** A story whose second block is a quote, whose third is a list, and whose fourth begins with a long word near its end. */
    private int mixed() {
        JsonArrayBuilder body = Json.createArrayBuilder();
        body.add(block("paragraph").add("html", "The keeper of the pier counted the boats. ".repeat(6)));
        body.add(block("quote").add("html", "All of them came back").add("attribution", "Master"));
        body.add(block("list")
                .add("ordered", false)
                .add("items", Json.createArrayBuilder().add("one").add("two")));
        for (int i = 0; i < 6; i++) {
            body.add(block("paragraph").add("html", "Nobody on the archipelagos overslept today. ".repeat(9)));
        }
        return Http.person(base(), "journalist")
                .json(
                        "POST",
                        "api/v1/articles",
                        Json.createObjectBuilder()
                                .add("headline", "Said apart")
                                .add("body", body)
                                .build())
                .expect(201)
                .json()
                .getInt("id");
    }

    private static JsonObjectBuilder block(String type) {
        return Json.createObjectBuilder().add("type", type);
    }

    @Test
    void blocks_are_called_by_whole_words_that_are_not_glued() {
        int article = mixed();
        try (Visitor adManager = signedIn("admanager")) {
            carriesNewSlot(adManager, article);
            adManager.press("Home");
            adManager.press("ArrowDown");
            adManager.press("ArrowDown");
            assertThat(spoken(adManager)).containsText("After paragraph 2 of 9, “All of them came back”.");
            adManager.press("ArrowDown");
            assertThat(spoken(adManager)).containsText("After paragraph 3 of 9, “one two”.");
            adManager.press("ArrowDown");
            assertThat(spoken(adManager)).containsText("After paragraph 4 of 9, “Nobody on the archipelagos…”.");
            adManager.nothingWentWrong();
        }
    }

    @Test
    void on_a_phone_a_tap_shows_what_there_is_to_say_of_a_slot_and_what_is_dragged_stays_in_the_window() {
        int article = placed();
        try (Visitor adManager = signedIn("admanager")) {
            adManager.page().setViewportSize(360, 740);
            adManager.open("ads/" + article);
            Locator slot = phone(adManager).locator(".slot").first();
            slot.scrollIntoViewIfNeeded();
            slot.click();
            Locator line = adManager.page().locator(".rail .line.tapped");
            assertThat(line).containsText("inline 1");
            assertThat(line).isInViewport();

            slot.scrollIntoViewIfNeeded();
            BoundingBox from = slot.boundingBox();
            Page page = adManager.page();
            page.mouse().move(from.x + 20, from.y + 12);
            page.mouse().down();
            page.mouse().move(350, from.y + 30);
            BoundingBox ghost = page.locator(".ghost").boundingBox();
            assertThat(ghost.x + ghost.width).isLessThanOrEqualTo(360);
            page.keyboard().press("Escape");
            page.mouse().up();
            adManager.nothingWentWrong();
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void figures_are_whole_pixels_apart_from_each_other_and_shares_are_rounded_alike() {
        int article = placed();
        try (Visitor adManager = signedIn("admanager")) {
            adManager.open("ads/" + article);
            adManager.button("Explain every gap").click();
            assertThat(adManager.page().locator(".rail .line p.small").first().innerText())
                    .matches("(?s).*Phone \\d+ px Tablet \\d+ px Desktop \\d+ px\\s*");
            for (String why : (List<String>)
                    phone(adManager).locator(".gap").evaluateAll("all => all.map(one => one.dataset.why)")) {
                assertThat(why).doesNotContainPattern("\\d\\.\\d px");
            }
            adManager.nothingWentWrong();
        }
    }
}
