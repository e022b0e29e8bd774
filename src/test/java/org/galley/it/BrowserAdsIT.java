package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ad managers and editors decide on the Ads screen beside the places of single slots. */
class BrowserAdsIT extends AdsScreenTest {

    private static Locator advertising(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Advertising"));
    }

    @Test
    void a_gap_is_refused_with_the_keyboard_and_auto_place_goes_elsewhere() {
        int article = imported();
        try (Visitor adManager = signedIn("admanager")) {
            adManager.open("ads/" + article);
            adManager.answered(() -> adManager.enter(adManager.button("Auto-place")));
            assertThat(phone(adManager).locator(".gap[data-gap='4'] .slot")).hasCount(1);
            adManager.answered(() -> adManager.enter(adManager.button("Undo")));
            adManager.enter(adManager.button("Explain every gap"));
            Locator refuse = phone(adManager)
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions()
                                    .setName("Refuse the gap after paragraph 4")
                                    .setExact(true));
            adManager.answered(() -> adManager.enter(refuse));
            assertThat(phone(adManager).locator(".gap[data-gap='4'] button")).isFocused();
            adManager.screenIsAccessible();
            adManager.answered(() -> adManager.enter(adManager.button("Auto-place")));
            assertThat(phone(adManager).locator(".gap[data-gap='4'] .slot")).hasCount(0);
            assertThat(adManager.page().locator(".proposal")).containsText("inline 1");
            adManager.answered(() -> adManager.enter(adManager.button("Save layout")));
            assertThat(adManager.page().locator(".rail .note.ok")).containsText("Saved as revision");
            assertThat(layout(article).getJsonArray("refused")).hasSize(1);
            adManager.nothingWentWrong();
        }
    }

    @Test
    void auto_place_is_a_preview_until_somebody_takes_it() {
        int article = imported();
        try (Visitor adManager = signedIn("admanager")) {
            adManager.open("ads/" + article);
            String before = meter(adManager).innerText();
            adManager.answered(() -> adManager.button("Auto-place").click());
            assertThat(phone(adManager).locator(".gap[data-gap='4'] .slot.proposed"))
                    .containsText("moves here");
            assertThat(phone(adManager).locator(".leaving").first()).containsText("leaves");
            assertThat(adManager.page().locator(".rail .state")).hasText("Preview, nothing taken yet");
            assertThat(meter(adManager)).not().hasText(before);
            assertThat(adManager.page().locator(".proposal")).containsText("Phone: 0 % ads →");
            adManager.screenIsAccessible();
            adManager.fitsAPhone();

            adManager.answered(() -> adManager.enter(adManager.button("Leave it")));
            assertThat(adManager.button("Auto-place")).isFocused();
            assertThat(meter(adManager)).hasText(before);
            assertThat(phone(adManager).locator(".gap[data-gap='4'] .slot")).hasCount(0);
            assertThat(adManager.page().locator(".rail .state")).hasText("All changes saved");

            adManager.answered(() -> adManager.button("Auto-place").click());
            adManager.answered(() -> adManager.enter(adManager.button("Take it")));
            assertThat(adManager.page().locator(".proposal, .proposed, .leaving"))
                    .hasCount(0);
            assertThat(phone(adManager).locator(".gap[data-gap='4'] .slot")).hasCount(1);
            assertThat(adManager.page().locator(".rail .state")).containsText("not saved");
            adManager.answered(() -> adManager.button("Auto-place").click());
            assertThat(adManager.page().locator(".rail .note")).containsText("already the best");
            adManager.answered(() -> adManager.button("Undo").click());
            assertThat(phone(adManager).locator(".gap[data-gap='4'] .slot")).hasCount(0);
            adManager.answered(() -> adManager.button("Redo").click());
            assertThat(phone(adManager).locator(".gap[data-gap='4'] .slot")).hasCount(1);
            adManager.nothingWentWrong();
        }
        // Nothing of it was saved: the slots are where the import left them.
        assertThat(layout(article).getInt("revision")).isEqualTo(1);
    }

    private static Locator meter(Visitor visitor) {
        return visitor.page().locator("[data-meter=phone] .num");
    }

    @Test
    void the_density_meters_follow_the_hand() {
        int article = imported();
        try (Visitor adManager = signedIn("admanager")) {
            adManager.open("ads/" + article);
            assertThat(meter(adManager)).hasText("0 % of 30 %");
            adManager.enter(adManager.button("Add a slot"));
            adManager.press("Home");
            adManager.press("PageDown");
            assertThat(meter(adManager)).hasText("12.7 % of 30 %");
            assertThat(phone(adManager).locator("[data-share]")).hasText("12.7 % ads");
            assertThat(adManager.page().locator("#adsSpoken")).containsText("Ads then: Phone 12.7 %");
            adManager.press("End");
            assertThat(meter(adManager)).hasText("0 % of 30 %");
            adManager.press("Home");
            adManager.press("Escape");
            assertThat(meter(adManager)).hasText("0 % of 30 %");
            adManager.nothingWentWrong();
        }
    }

    @Test
    void a_story_read_from_the_right_is_shown_as_its_readers_see_it() {
        JsonArrayBuilder body = Json.createArrayBuilder();
        for (int i = 0; i < 8; i++) {
            body.add(Json.createObjectBuilder()
                    .add("type", "paragraph")
                    .add(
                            "html",
                            "قال المتحدث باسم الحكومة إن الجسر الجديد في الميناء سيفتح قبل شهر من الموعد. ".repeat(3)));
        }
        int article = Http.person(base(), "journalist")
                .json(
                        "POST",
                        "api/v1/articles",
                        Json.createObjectBuilder()
                                .add("headline", "جسر الميناء الجديد")
                                .add("language", "ar")
                                .add("body", body)
                                .build())
                .expect(201)
                .json()
                .getInt("id");
        try (Visitor adManager = signedIn("admanager")) {
            adManager.open("ads/" + article);
            Locator text = phone(adManager).locator(".block p").first();
            assertThat(text).hasCSS("direction", "rtl");
            assertThat(text).hasCSS("line-height", "32px");
            adManager.answered(() -> adManager.button("Auto-place").click());
            assertThat(phone(adManager).locator(".slot").first()).hasCSS("direction", "ltr");
            adManager.screenIsAccessible();
            adManager.fitsAPhone();
            adManager.nothingWentWrong();
        }
    }

    @Test
    void an_editor_takes_the_ads_off_a_story_and_can_do_nothing_else_to_them() {
        int article = imported();
        try (Visitor editor = signedIn("editor")) {
            editor.open("ads/" + article);
            assertThat(editor.button("Auto-place")).hasCount(0);
            assertThat(editor.page().locator("[data-pick]")).hasCount(0);
            editor.answered(() -> advertising(editor).selectOption("sensitive"));
            assertThat(editor.page().locator(".checks .check.ok")).hasCount(0);
            assertThat(editor.page().locator(".checks")).containsText("Ads are off in this story");
            assertThat(editor.page().locator(".rail"))
                    .containsText("Once this is saved and the story is published, readers get it without ads");
            editor.screenIsAccessible();
            editor.page().getByLabel("Note for the history (optional)").fill("A family is in mourning");
            editor.answered(() -> editor.button("Save layout").click());
            assertThat(editor.page().locator(".rail .note.ok")).containsText("Saved as revision");
            editor.nothingWentWrong();
        }
        assertThat(layout(article).getString("advertising")).isEqualTo("sensitive");
        try (Visitor journalist = signedIn("journalist")) {
            journalist.open("ads/" + article);
            assertThat(advertising(journalist)).hasCount(0);
            assertThat(journalist.page().locator(".rail")).containsText("No ads: sensitive story");
            assertThat(journalist.button("Save layout")).hasCount(0);
        }
    }

    @Test
    void two_ad_managers_at_once_are_merged_by_slot() {
        int article = imported();
        Http.person(base(), "admanager")
                .send("POST", "api/v1/articles/" + article + "/ads/auto", "")
                .expect(200);
        try (Visitor one = signedIn("admanager");
                Visitor other = signedIn("admanager")) {
            one.open("ads/" + article);
            other.open("ads/" + article);
            List<String> slots = slotsFromTheTop(one);
            one.answered(() -> one.button("Pin inline 1").click());
            one.answered(() -> one.button("Save layout").click());
            assertThat(one.page().locator(".rail .note.ok")).containsText("Saved as revision");
            other.answered(() -> other.button("Pin inline 2").click());
            other.answered(() -> other.button("Save layout").click());
            assertThat(other.page().locator(".rail .note.ok")).containsText("were merged in");
            assertThat(pinned(article)).containsExactlyInAnyOrder(slots.get(0), slots.get(1));

            one.answered(() -> one.button("Remove inline 2").click());
            one.answered(() -> one.button("Save layout").click());
            assertThat(one.page().locator(".rail .note.err")).containsText("Somebody else");
            assertThat(one.button("Take what is saved: inline 2")).isVisible();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> slotsFromTheTop(Visitor visitor) {
        return (List<String>) phone(visitor).locator(".slot").evaluateAll("all => all.map(one => one.dataset.slot)");
    }

    private List<String> pinned(int article) {
        return layout(article).getJsonArray("ads").getValuesAs(JsonObject.class).stream()
                .filter(slot -> slot.getBoolean("pinned"))
                .map(slot -> slot.getString("id"))
                .toList();
    }

    @Test
    void a_slot_whose_paragraph_was_deleted_asks_for_a_decision() {
        int article = imported();
        Http adManager = Http.person(base(), "admanager");
        adManager.send("POST", "api/v1/articles/" + article + "/ads/auto", "").expect(200);
        withoutBlock(
                article, layout(article).getJsonArray("ads").getJsonObject(0).getString("after"));
        try (Visitor visitor = signedIn("admanager")) {
            visitor.open("ads/" + article);
            assertThat(visitor.page().locator(".waits").first()).containsText("Its paragraph was deleted");
            visitor.screenIsAccessible();
            visitor.answered(() -> visitor.button("Keep here: inline 1").click());
            visitor.answered(() -> visitor.button("Save layout").click());
            assertThat(visitor.page().locator(".rail .note.ok")).containsText("Saved as revision");
            visitor.nothingWentWrong();
        }
        JsonObject slot = layout(article).getJsonArray("ads").getJsonObject(0);
        assertThat(slot.getString("state")).isEqualTo("placed");
        assertThat(slot.getBoolean("pinned")).isTrue();
    }
}
