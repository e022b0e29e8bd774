package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Arranging slots while others change the story, sessions end and answers are late: nothing that was done is lost. */
class BrowserAdsTogetherIT extends AdsScreenTest {
    private static final String WITH_TWO_STEPS = "2 changes not saved";

    /** A story with several slots where auto-place puts them, each with room to be moved. */
    private int placed() {
        JsonArrayBuilder body = Json.createArrayBuilder();
        for (int i = 1; i <= 30; i++) {
            body.add(Json.createObjectBuilder()
                    .add("type", "paragraph")
                    .add("html", "Paragraph " + i + ". " + "The keeper of the pier counted the boats. ".repeat(6)));
        }
        int article = Http.person(base(), "journalist")
                .json(
                        "POST",
                        "api/v1/articles",
                        Json.createObjectBuilder()
                                .add("headline", "The keeper counts again")
                                .add("body", body)
                                .build())
                .expect(201)
                .json()
                .getInt("id");
        Http.person(base(), "admanager")
                .json(
                        "PUT",
                        "api/v1/policies/article:" + article,
                        Json.createObjectBuilder().add("cap", 3).build())
                .expect(200);
        Http.person(base(), "admanager")
                .send("POST", "api/v1/articles/" + article + "/ads/auto", "")
                .expect(200);
        return article;
    }

    private static Locator state(Visitor visitor) {
        return visitor.page().locator(".rail .state");
    }

    private static Locator spoken(Visitor visitor) {
        return visitor.page().locator("#adsSpoken");
    }

    private static Locator done(Visitor visitor) {
        return visitor.page().locator(".rail .note.ok");
    }

    private static Locator clashes(Visitor visitor) {
        return visitor.page().locator(".rail .clashes");
    }

    private JsonObject slot(int article, String id) {
        return layout(article).getJsonArray("ads").getValuesAs(JsonObject.class).stream()
                .filter(slot -> slot.getString("id").equals(id))
                .findFirst()
                .orElse(null);
    }

    private static String second(Visitor visitor) {
        return visitor.button("Remove inline 2").getAttribute("data-slot");
    }

    /** Carries inline 2 by the keyboard from gap to gap that it may stand in. */
    private static void moveSecond(Visitor visitor, String... keys) {
        Locator card = phone(visitor).locator("[data-slot='" + second(visitor) + "']");
        card.focus();
        visitor.press(" ");
        for (String key : keys) {
            visitor.press(key);
        }
        assertThat(visitor.page().locator(".carry-text")).containsText("Allowed.");
        visitor.answered(() -> visitor.press(" "));
        assertThat(spoken(visitor)).containsText("and pinned.");
    }

    private static void save(Visitor visitor) {
        visitor.answered(() -> visitor.button("Save layout").click());
    }

    /** Saves, and nothing stands in the way. */
    private static void saves(Visitor visitor) {
        save(visitor);
        assertThat(done(visitor)).containsText("Saved as revision");
    }

    /** What an ad manager does who has the screen of a story open. */
    private interface Scene {
        void play(int article, Visitor adManager);
    }

    /** What two ad managers do who have the screen of a story open at once; nothing may go wrong for the other one. */
    private interface SharedScene {
        void play(int article, Visitor one, Visitor other);
    }

    private void arranging(Scene scene) {
        int article = placed();
        try (Visitor adManager = signedIn("admanager")) {
            adManager.open("ads/" + article);
            scene.play(article, adManager);
        }
    }

    private void together(SharedScene scene) {
        arranging((article, one) -> {
            try (Visitor other = signedIn("admanager")) {
                other.open("ads/" + article);
                scene.play(article, one, other);
                other.nothingWentWrong();
            }
        });
    }

    @Test
    void of_two_who_moved_one_slot_the_later_is_told_what_the_other_did_and_may_keep_their_own() {
        together((article, one, other) -> {
            String slot = second(other);
            moveSecond(one, "PageUp");
            saves(one);
            String theirs = slot(article, slot).getString("after");

            other.answered(() -> other.button("Pin inline 1").click());
            moveSecond(other, "PageUp", "PageUp");
            save(other);
            assertThat(spoken(other)).containsText("Somebody else changed the same slots");
            assertThat(clashes(other)).containsText("Nothing of yours is saved yet");
            assertThat(clashes(other))
                    .containsText(Pattern.compile(
                            "inline 2: Demo .*put it after paragraph \\d+, .*You put it after paragraph"));
            assertThat(state(other)).hasText(WITH_TWO_STEPS);
            other.screenIsAccessible();
            other.fitsAPhone();
            assertThat(slot(article, slot).getString("after")).isEqualTo(theirs);

            other.answered(() -> other.button("Keep mine").click());
            assertThat(done(other)).containsText("Saved as revision");
            assertThat(clashes(other)).hasCount(0);
            assertThat(slot(article, slot).getString("after")).isNotEqualTo(theirs);
            assertThat(layout(article).getJsonArray("ads").getJsonObject(0).getBoolean("pinned"))
                    .isTrue();
        });
    }

    @Test
    void of_two_who_changed_one_slot_the_later_may_take_what_is_saved_and_undo_that() {
        together((article, one, other) -> {
            String slot = second(other);
            one.answered(() -> one.button("Remove inline 2").click());
            saves(one);

            other.answered(() -> other.button("Pin inline 1").click());
            moveSecond(other, "PageUp");
            save(other);
            assertThat(clashes(other)).containsText(Pattern.compile("inline 2: Demo .* removed it\\. You put it"));
            other.answered(() -> other.button("Take what is saved: inline 2").click());
            assertThat(clashes(other)).hasCount(0);
            assertThat(other.button("Remove inline 2")).hasCount(0);
            assertThat(state(other)).hasText("1 change not saved");
            other.answered(() -> other.button("Undo").click());
            assertThat(other.button("Remove inline 2")).hasCount(1);
            assertThat(clashes(other)).hasCount(1);
            other.answered(() -> other.button("Redo").click());
            saves(other);
            assertThat(slot(article, slot)).isNull();
            assertThat(layout(article).getJsonArray("ads").getJsonObject(0).getBoolean("pinned"))
                    .isTrue();
        });
    }

    @Test
    void whoever_saves_once_more_after_they_were_told_wins_too() {
        together((article, one, other) -> {
            String slot = second(other);
            one.answered(() -> one.button("Remove inline 2").click());
            save(one);
            moveSecond(other, "PageUp");
            save(other);
            assertThat(clashes(other)).isVisible();
            moveSecond(other, "PageDown");
            saves(other);
            assertThat(slot(article, slot).getBoolean("pinned")).isTrue();
        });
    }

    @Test
    void an_ended_session_asks_for_the_password_in_place_and_saves_what_was_arranged() {
        arranging((article, adManager) -> {
            adManager.answered(() -> adManager.button("Remove inline 1").click());
            adManager.answered(() -> adManager.button("Pin inline 2").click());
            adManager.page().getByLabel("Note for the history (optional)").fill("Before lunch");
            adManager.context().clearCookies();
            adManager.button("Save layout").click();
            Locator dialog = adManager.page().locator("#signInAgain");
            assertThat(dialog).isVisible();
            assertThat(dialog).containsText("Your layout is still here");
            assertThat(state(adManager)).hasText(WITH_TWO_STEPS);
            adManager.page().locator("#again-password").fill("demo");
            adManager.press("Enter");
            assertThat(dialog).isHidden();
            assertThat(done(adManager)).containsText("Saved as revision");
            assertThat(state(adManager)).hasText("All changes saved");
            assertThat(layout(article).getJsonArray("ads").getJsonObject(0).getBoolean("pinned"))
                    .isTrue();
            adManager.answered(() -> adManager.button("Unpin inline 1").click());
            assertThat(state(adManager)).hasText("1 change not saved");
        });
    }

    @Test
    void a_step_that_was_asked_for_after_the_session_ended_is_done_and_those_before_can_be_undone() {
        arranging((article, adManager) -> {
            adManager.answered(() -> adManager.button("Remove inline 1").click());
            adManager.context().clearCookies();
            adManager.button("Pin inline 2").click();
            assertThat(adManager.page().locator("#again-password")).isFocused();
            adManager.page().locator("#again-password").fill("demo");
            adManager.press("Enter");
            assertThat(state(adManager)).hasText(WITH_TWO_STEPS);
            assertThat(adManager.button("Unpin inline 2")).isVisible();
            adManager.answered(() -> adManager.button("Undo").click());
            adManager.answered(() -> adManager.button("Undo").click());
            assertThat(state(adManager)).hasText("All changes saved");
            assertThat(adManager.button("Remove inline 1")).isVisible();
        });
    }

    @Test
    void what_is_pressed_while_an_answer_is_on_its_way_is_done_after_it() {
        int article = placed();
        List<String> slots = layout(article).getJsonArray("ads").getValuesAs(JsonObject.class).stream()
                .filter(slot -> !slot.getBoolean("pinned") && !slot.isNull("after"))
                .map(slot -> slot.getString("id"))
                .limit(2)
                .toList();
        try (Visitor adManager = signedIn("admanager")) {
            adManager.open("ads/" + article);
            adManager
                    .page()
                    .evaluate(
                            "slots => { for (const slot of slots) document.querySelector(`[data-op=pin][data-slot='${slot}']`).click();"
                                    + " document.querySelector('.actions [data-op=save]').click(); }",
                            slots);
            assertThat(done(adManager)).containsText("Saved as revision");
            assertThat(state(adManager)).hasText("All changes saved");
            for (String slot : slots) {
                assertThat(slot(article, slot).getBoolean("pinned")).isTrue();
            }
            adManager.nothingWentWrong();
        }
    }

    @Test
    void steps_whose_answer_was_lost_are_done_once_when_they_are_tried_again() {
        arranging((article, adManager) -> {
            adManager.page().route(Pattern.compile(".*/ads.*"), route -> {
                if (route.request().method().equals("POST")) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            adManager.button("Pin inline 1").click();
            adManager.button("Undo").click();
            Locator again = adManager.button("Try again");
            assertThat(again).isVisible();
            adManager.page().unrouteAll();
            again.click();
            assertThat(spoken(adManager)).containsText("Undone: inline 1: now pinned.");
            assertThat(state(adManager)).hasText("All changes saved");
            adManager.answered(() -> adManager.button("Redo").click());
            assertThat(state(adManager)).hasText("1 change not saved");
        });
    }

    @Test
    void keys_undo_redo_and_save_and_it_is_said_what_was_undone() {
        arranging((article, adManager) -> {
            adManager.answered(() -> adManager.button("Remove inline 2").click());
            adManager.answered(() -> adManager.press("Control+z"));
            assertThat(spoken(adManager))
                    .hasText(Pattern.compile("^Undone: inline 2: taken out; was after paragraph .*All changes saved$"));
            adManager.answered(() -> adManager.press("Control+Shift+z"));
            assertThat(spoken(adManager)).containsText("Done again: inline 2: taken out");
            Locator note = adManager.page().getByLabel("Note for the history (optional)");
            note.fill("Fewer");
            adManager.press("Control+z");
            assertThat(note).hasValue("");
            note.fill("Fewer");
            adManager.answered(() -> adManager.press("Control+s"));
            assertThat(done(adManager)).containsText("Saved as revision");
            adManager.nothingWentWrong();
        });
    }

    @Test
    void a_text_that_changed_meanwhile_is_noticed_and_the_save_says_which_slot_lost_its_paragraph() {
        arranging((article, adManager) -> {
            int gaps = phone(adManager).locator(".gap").count();
            adManager.answered(() -> adManager.button("Pin inline 1").click());
            withoutBlock(article, slot(article, second(adManager)).getString("after"));
            Locator news = adManager.page().locator("#ads\\:news .note");
            assertThat(news)
                    .containsText(
                            Pattern.compile(
                                    "Demo .* changed the text of this story meanwhile\\. inline 2 lost its paragraph .* it stands after paragraph"));
            adManager.screenIsAccessible();
            save(adManager);
            assertThat(done(adManager)).containsText("were merged in. inline 2 lost its paragraph");
            assertThat(news).hasCount(0);
            assertThat(phone(adManager).locator(".gap")).hasCount(gaps - 1);
            assertThat(adManager.page().locator(".waits")).containsText("inline 2");
            adManager.nothingWentWrong();
        });
    }

    @Test
    void what_was_saved_meanwhile_is_shown_without_saving_and_the_steps_stay() {
        arranging((article, adManager) -> {
            int gaps = phone(adManager).locator(".gap").count();
            adManager.answered(() -> adManager.button("Pin inline 1").click());
            withoutBlock(article, slot(article, second(adManager)).getString("after"));
            adManager.answered(() -> adManager.button("Show it now").click());
            assertThat(phone(adManager).locator(".gap")).hasCount(gaps - 1);
            assertThat(adManager.page().locator("[data-device=desktop] .gap")).hasCount(gaps - 1);
            assertThat(adManager.button("Unpin inline 1")).isVisible();
            assertThat(state(adManager)).hasText("1 change not saved");
            adManager.answered(() -> adManager.button("Undo").click());
            assertThat(state(adManager)).hasText("All changes saved");
            adManager.nothingWentWrong();
        });
    }
}
