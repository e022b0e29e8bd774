package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The find box, the clipboard between two stories, keyboards of other scripts, and what the surface says aloud. */
interface WritingScenes extends LiveDesk {
    String BRIDGES =
            """
            {"headline":"Found","language":"en","body":[
             {"id":"q","type":"quote","html":"The bridge holds","attribution":"The bridge master"},
             {"id":"i","type":"image","src":"","alt":"A bridge","caption":"The bridge, the bridge","credit":"Bridge Works"},
             {"id":"e","type":"embed","url":"https://bridge.example.org/","title":"A film of the bridge"},
             {"id":"p","type":"paragraph","html":"bridge"}]}""";

    String ELSEWHERE =
            """
            {"headline":"Elsewhere","language":"en","body":[
             {"id":"a","type":"paragraph","html":"One from elsewhere"},
             {"id":"b","type":"paragraph","html":"Two from elsewhere"},
             {"id":"c","type":"paragraph","html":"Three from elsewhere"}]}""";

    private static JsonObject block(WritePage write, int index) {
        return write.body().getJsonObject(index);
    }

    @Test
    default void finding_and_replacing_reach_captions_credits_and_who_said_it() {
        try (WritePage write = as("journalist")) {
            write.open(BRIDGES);
            assertThat(write.surface().locator(".galley-picture-note"))
                    .hasText("No picture yet. Choose, drop or paste one.");
            write.click(write.surface().locator("[data-id='q'] p"));
            write.keys("Control+Home", "Control+f");
            write.type("bridge");
            Locator count = write.page.locator(".galley-find-count");
            assertThat(count).hasText("1 of 8");
            write.keys("Enter");
            assertThat(count).hasText("2 of 8: who said it");
            assertThat(write.surface().locator("[data-id='q']")).hasAttribute("data-found-current", "attribution");
            write.keys("Enter", "Enter", "Enter");
            assertThat(count).hasText("5 of 8: caption");
            write.keys("Shift+Enter", "Shift+Enter", "Shift+Enter");
            Locator with = write.page.locator(".galley-find-with input");
            with.fill("tower");
            with.press("Enter");
            assertThat(block(write, 0).getString("attribution")).isEqualTo("The tower master");
            assertThat(count).hasText("2 of 7: what it shows");
            with.press("Control+Enter");
            assertThat(count).hasText("7 replaced");
            assertThat(block(write, 0).getString("html")).isEqualTo("The tower holds");
            assertThat(block(write, 1).getString("alt")).isEqualTo("A tower");
            assertThat(block(write, 1).getString("caption")).isEqualTo("The tower, the tower");
            assertThat(block(write, 1).getString("credit")).isEqualTo("tower Works");
            assertThat(block(write, 2).getString("title")).isEqualTo("A film of the tower");
            assertThat(block(write, 2).getString("url")).isEqualTo("https://bridge.example.org/");
            write.keys("Escape", "Control+z");
            assertThat(block(write, 1).getString("caption")).isEqualTo("The bridge, the bridge");
            assertThat(block(write, 0).getString("attribution")).isEqualTo("The tower master");
            write.page.locator(".galley-field-caption input").press("Control+f");
            assertThat(write.page.locator(".galley-find-what input")).isFocused();
            assertThat(write.errors()).isEmpty();
        }
    }

    @Test
    default void replacing_letters_that_stand_side_by_side_misses_none() {
        try (WritePage write = as("journalist")) {
            write.open("{\"headline\":\"Found\",\"body\":[{\"type\":\"paragraph\",\"html\":\"aaaa\"}]}");
            write.click(write.block(0));
            write.keys("Home", "Control+h");
            write.type("a");
            Locator with = write.page.locator(".galley-find-with input");
            with.fill("ba");
            with.press("Enter");
            with.press("Enter");
            assertThat(write.texts()).containsExactly("babaaa");
        }
    }

    @Test
    default void blocks_of_another_story_get_ids_of_their_own_and_every_slot_stays_where_it_was() {
        try (WritePage here = as("journalist")) {
            int from = here.api("journalist", "POST", "articles", ELSEWHERE, Map.of())
                    .getInt("id");
            int into =
                    here.api("journalist", "POST", "articles", THREE, Map.of()).getInt("id");
            for (int id : List.of(from, into)) {
                here.api(
                        "admanager",
                        "PUT",
                        "articles/" + id + "/ads",
                        "{\"ads\":[{\"definition\":\"inline\",\"after\":\"b\"}]}",
                        Map.of("If-Match", "*"));
            }
            here.open(into);
            // From the end of the first paragraph to that of the second one.
            here.cursor("a", 0);
            here.keys("End", "Shift+ArrowDown", "Shift+End", "Delete");
            assertThat(here.ids()).containsExactly("a", "c");
            assertThat(here.ads().getJsonObject(0).getString("state")).isEqualTo("displaced");

            WritePage there = here.another(from);
            there.page.bringToFront();
            there.click(there.block(0));
            there.keys("Control+a", "Control+c");
            here.page.bringToFront();
            here.cursor("c", 0);
            here.keys("Control+v");
            assertThat(here.texts())
                    .contains("One from elsewhere", "Two from elsewhere", "Three from elsewhere", "Nobody slept.");
            assertThat(here.ids()).doesNotHaveDuplicates().contains("a", "c").doesNotContain("b");
            JsonObject slot = here.ads().getJsonObject(0);
            assertThat(here.ads()).hasSize(1);
            assertThat(slot.getString("state")).isEqualTo("displaced");
            assertThat(slot.getString("after")).isEqualTo("a");

            there.page.bringToFront();
            there.cursor("b", 0);
            there.keys("Shift+End", "Control+x", "Backspace");
            assertThat(there.ads()).hasSize(1);
            here.page.bringToFront();
            here.cursor("a", 0);
            here.keys("End", "Enter", "Control+v");
            assertThat(here.ids()).doesNotHaveDuplicates().doesNotContain("b");
            assertThat(here.ads().getJsonObject(0).getString("state")).isEqualTo("displaced");
            there.page.bringToFront();
            there.keys("Control+z", "Control+z");
            assertThat(there.ids()).containsExactly("a", "b", "c");
            assertThat(there.ads().getJsonObject(0).getString("state")).isEqualTo("placed");
            assertThat(there.ads().getJsonObject(0).getString("after")).isEqualTo("b");
            assertThat(here.errors()).isEmpty();
            assertThat(there.errors()).isEmpty();
        }
    }

    @Test
    default void keys_of_a_ukrainian_keyboard_are_shortcuts_too_and_what_they_set_is_said() {
        try (WritePage write = as("journalist")) {
            write.open(THREE);
            append(write, 2, " ");
            Locator said = write.page.locator(".galley-editor > .galley-hidden[role=status]");
            pressed(write, "и", "KeyB", 66);
            assertThat(said).hasText("Bold: on");
            write.type("міст");
            pressed(write, "и", "KeyB", 66);
            assertThat(said).hasText("Bold: off");
            assertThat(write.texts().get(2)).isEqualTo("Nobody slept. <strong>міст</strong>");
            write.keys("Control+Alt+2");
            assertThat(said).hasText("H2: subheading");
            pressed(write, "я", "KeyZ", 90);
            assertThat(block(write, 2).getString("type")).isEqualTo("paragraph");
            write.page.locator("[data-tool='kind.quote']").click();
            assertThat(said).hasText("Quote");
            pressed(write, "і", "KeyS", 83);
            assertThat(write.state()).hasText("Saved as revision 2");
        }
    }

    /** A letter with Ctrl as a keyboard gives it that writes another script. */
    private static void pressed(WritePage write, String letter, String place, int keyCode) {
        write.page.evaluate(
                """
                ([key, code, keyCode]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
                  { key, code, keyCode, ctrlKey: true, bubbles: true, cancelable: true }))""",
                List.of(letter, place, keyCode));
    }

    @Test
    default void links_and_embeds_are_made_in_boxes_by_keys() {
        try (WritePage write = as("journalist")) {
            write.open(THREE);
            write.click(write.block(2));
            write.keys("Home", "Control+k");
            Locator box = write.page.locator(".galley-link-box");
            assertThat(box.locator("input")).isFocused();
            write.type("javascript:alert(1)");
            write.keys("Enter");
            assertThat(box.locator("[role=alert]")).containsText("A link starts with https://");
            box.locator("input").fill("example.org/sleep");
            write.keys("Enter");
            assertThat(box).isHidden();
            assertThat(write.texts().get(2)).isEqualTo("<a href=\"https://example.org/sleep\">Nobody</a> slept.");
            write.keys("Control+k");
            box.getByText("Remove").press("Enter");
            assertThat(write.texts().get(2)).isEqualTo("Nobody slept.");

            write.page.locator("[data-tool='insert.embed']").click();
            Locator embed = write.surface().locator("[data-id]").nth(3);
            assertThat(embed.locator("input").first()).isFocused();
            write.type("https://video.example.org/7");
            embed.locator("input").nth(1).fill("A film");
            assertThat(block(write, 3).getString("type")).isEqualTo("embed");
            assertThat(block(write, 3).getString("url")).isEqualTo("https://video.example.org/7");
            assertThat(block(write, 3).getString("title")).isEqualTo("A film");
            assertThat(write.page.locator("iframe")).hasCount(0);
            assertThat(write.errors()).isEmpty();
        }
    }

    @Test
    default void fields_are_measured_completed_and_kept_and_the_foot_counts() {
        try (WritePage write = as("journalist")) {
            write.api("journalist", "POST", "articles", "{\"headline\":\"Before\",\"tags\":[\"harbour\"]}", Map.of());
            int id = write.open(THREE);
            Locator gauge = write.page.locator("#headline-gauge");
            assertThat(gauge).hasText("Length 7: whole in search results and on phones");
            write.page.locator("[id='story:headline']").fill("x".repeat(60));
            assertThat(gauge).hasText("Length 60: whole in search results, long for a phone");
            write.page.locator("[id='story:headline']").fill("x".repeat(66));
            assertThat(gauge).hasText("Length 66: search results cut it at about 65");
            write.page.locator("details.about > summary").click();
            write.page.locator("[id='story:dateline']").fill("Kyiv");
            write.page.locator("[id='story:tags']").click();
            write.type("harb");
            write.keys("ArrowDown", "Enter");
            assertThat(write.page.locator("[id='story:tags']")).hasValue("harbour, ");
            write.page.waitForCondition(
                    () -> write.api("articles/" + id).getString("dateline").equals("Kyiv")
                            && write.api("articles/" + id)
                                    .getJsonArray("tags")
                                    .toString()
                                    .equals("[\"harbour\"]"));

            assertThat(write.page.locator("[data-count='words']")).hasText("13 words");
            assertThat(write.page.locator("[data-count='characters']")).hasText("63 characters");
            assertThat(write.page.locator("[data-count='minutes']")).hasText("1 min read");
            assertThat(write.page.locator("[data-lengths]"))
                    .hasText("3 paragraphs of text, 4 words on average, the longest 6");
            append(write, 2, " No one.");
            assertThat(write.page.locator("[data-count='words']")).hasText("15 words");
            assertThat(write.page.locator("[data-lengths]"))
                    .hasText("3 paragraphs of text, 5 words on average, the longest 6");
            assertThat(write.page.locator("[data-length-bars] i")).hasCount(3);
        }
    }

    @Test
    default void stories_are_written_in_german_in_ukrainian_and_from_right_to_left() {
        try (WritePage write = as("journalist")) {
            typedIn(write, "de", "\"Müßiggang\" ist größer", "„Müßiggang“ ist größer");
            typedIn(write, "uk", "\"Їжак\" з'їв ґрунт", "«Їжак» з’їв ґрунт");
            typedIn(write, "ar", "قال \"مرحبا\" ثم", "قال «مرحبا» ثم");
            assertThat(write.surface()).hasAttribute("dir", "rtl");
            assertThat(write.page.locator("[data-direction]")).hasText("Written from right to left");
            write.keys("Enter");
            write.keys("Control+Shift+9");
            write.type("اقتباس");
            assertThat(block(write, 1).getString("type")).isEqualTo("quote");
            write.save();
            assertThat(new AxeBuilder(write.page)
                            .analyze().getViolations().stream()
                                    .filter(rule ->
                                            List.of("serious", "critical").contains(rule.getImpact()))
                                    .map(Rule::getId)
                                    .toList())
                    .isEmpty();
            assertThat(write.errors()).isEmpty();
        }
    }

    private void typedIn(WritePage write, String language, String typed, String wanted) {
        int id = write.open("{\"headline\":\"h\",\"standfirst\":\"s\",\"language\":\"" + language
                + "\",\"body\":[{\"type\":\"paragraph\",\"html\":\"\"}]}");
        assertThat(write.surface()).hasAttribute("lang", language);
        write.click(write.block(0));
        write.type(typed);
        assertThat(write.texts()).containsExactly(wanted);
        write.page.waitForCondition(() -> stored(write, id).equals(List.of(wanted)));
    }
}
