package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two people, one story. */
interface TogetherScenes extends LiveDesk {

    @Test
    default void two_people_see_where_the_other_is_and_what_the_other_writes() {
        try (WritePage one = as("journalist");
                WritePage two = as("editor")) {
            int id = one.open(THREE);
            two.open(id);
            assertThat(one.page.locator("[data-people] li")).hasText("DEDemo Editor");
            assertThat(one.page.locator("#announced")).hasText("Demo Editor has opened this story too.");
            two.click(two.block(2));
            assertThat(one.page.locator("[data-people] li")).hasText("DEDemo Editor, in paragraph 3");
            assertThat(one.block(2)).hasAttribute("data-others", "DE");
            append(one, 0, " By the journalist.");
            append(two, 2, " By the editor.");
            one.shows(2, "Nobody slept. By the editor.");
            two.shows(0, "The fund has 4 million. By the journalist.");
            one.keys("Control+z");
            one.shows(0, "The fund has 4 million.");
            one.shows(2, "Nobody slept. By the editor.");
            two.shows(0, "The fund has 4 million.");
            assertThat(one.ids()).isEqualTo(two.ids()).containsExactly("a", "b", "c");
            two.page.close();
            assertThat(one.page.locator("[data-people]")).isHidden();
            assertThat(one.errors()).isEmpty();
            assertThat(two.errors()).isEmpty();
        }
    }

    @Test
    default void two_people_write_in_one_paragraph_and_the_cursor_stays_with_the_words() {
        try (WritePage one = as("journalist");
                WritePage two = as("editor")) {
            int id = one.open(THREE);
            two.open(id);
            append(one, 1, " One");
            two.click(two.block(1));
            two.keys("Home");
            two.type("Two: ");
            String both = "Two: The rain fell on the hills. One";
            one.shows(1, both);
            two.shows(1, both);
            one.type(" goes on.");
            two.type("here ");
            one.shows(1, "Two: here The rain fell on the hills. One goes on.");
            two.shows(1, "Two: here The rain fell on the hills. One goes on.");
            assertThat(one.state()).hasText(SAVED_AT);
            assertThat(one.page.locator("#collisions")).isHidden();
        }
    }

    @Test
    default void the_same_words_changed_twice_stand_side_by_side_until_somebody_chooses() {
        try (WritePage write = as("journalist")) {
            for (String choice : List.of("Take mine", "Take theirs", "Take both", "Edit by hand")) {
                int id = collide(write);
                Locator panel = write.page.locator("#collisions");
                assertThat(panel.locator(".side").nth(0)).hasText("YoursThe fund has 6 million.");
                assertThat(panel.locator(".side").nth(1)).hasText("TheirsThe fund has 5 million.");
                // What does not collide is kept all the same.
                append(write, 2, " All night.");
                write.page.waitForCondition(() -> stored(write, id).get(2).equals("Nobody slept. All night."));
                assertThat(stored(write, id).get(0)).isEqualTo("The fund has 5 million.");
                write.keys("Control+s");
                assertThat(panel.getByText("Take mine")).isFocused();
                panel.getByText(choice).press("Enter");
                switch (choice) {
                    case "Take mine" -> settled(write, id, "The fund has 6 million.");
                    case "Take theirs" -> settled(write, id, "The fund has 5 million.");
                    case "Take both" -> settled(write, id, "The fund has 5 million.", "The fund has 6 million.");
                    default -> {
                        assertThat(write.surface()).isFocused();
                        assertThat(panel).containsText("The fund has 5 million.");
                        write.type(" Or 5.");
                        settled(write, id, "The fund has 6 million. Or 5.");
                        panel.getByText("Done").click();
                    }
                }
                assertThat(panel).isHidden();
            }
            assertThat(write.errors()).isEmpty();
        }
    }

    /** A story in which the journalist and the editor changed one number. */
    private int collide(WritePage write) {
        int id = write.open(THREE);
        collide(
                write,
                id,
                () -> {
                    write.click(write.block(0));
                    write.keys("End");
                    for (int i = 0; i < "4 million.".length(); i++) {
                        write.keys("Backspace");
                    }
                    write.type("6 million.");
                },
                "{'blocks':[{'id':'a','type':'paragraph','html':'The fund has 5 million.'}]}");
        return id;
    }

    /** Somebody writes what collides with what the editor makes of the story. */
    private void collide(WritePage write, int id, Runnable mine, String theirs) {
        meanwhile(write, id, mine, "editor", theirs);
        assertThat(write.state()).hasText(COLLIDE);
    }

    private static void takeOutLast(WritePage write) {
        write.click(write.block(2));
        write.keys("Home", "Shift+End", "Delete", "Backspace");
    }

    private void settled(WritePage write, int id, String... first) {
        assertThat(write.state()).hasText(SAVED_AT);
        write.page.waitForCondition(
                () -> stored(write, id).subList(0, first.length).equals(List.of(first)));
        assertThat(write.texts()).isEqualTo(stored(write, id));
    }

    @Test
    default void a_paragraph_deleted_by_one_and_edited_by_the_other_is_a_choice() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            meanwhile(
                    write,
                    id,
                    () -> {
                        append(write, 1, " Edited.");
                        takeOutLast(write);
                        assertThat(write.block(2)).hasCount(0);
                    },
                    "editor",
                    "{'removed':['b'],'blocks':[{'id':'c','type':'paragraph','html':'Nobody slept well.'}]}");
            assertThat(write.state()).hasText("2 places where two texts collide");
            write.shows(1, "The rain fell on the hills. Edited.");
            write.shows(2, "Nobody slept well.");
            Locator groups = write.page.locator(".collision");
            groups.nth(0).getByText("Take theirs").click();
            groups.nth(0).getByText("Take mine").click();
            assertThat(write.state()).hasText(SAVED_AT);
            write.page.waitForCondition(() -> stored(write, id).equals(List.of("The fund has 4 million.")));
        }
    }

    @Test
    default void a_field_changed_by_both_is_a_choice_and_one_changed_by_the_other_comes_in() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            collide(
                    write,
                    id,
                    () -> write.field("headline").fill("My headline"),
                    "{'headline':'Their headline','standfirst':'Their standfirst'}");
            assertThat(write.field("standfirst")).hasValue("Their standfirst");
            assertThat(write.field("headline")).hasValue("My headline");
            write.page.locator("#collisions").getByText("Take theirs").click();
            assertThat(write.field("headline")).hasValue("Their headline");
            assertThat(write.state()).hasText(SAVED_AT);
        }
    }

    @Test
    default void two_windows_of_one_person_are_as_two_people() {
        try (WritePage one = as("journalist")) {
            int id = one.open(THREE);
            try (WritePage two = one.another(id)) {
                assertThat(one.page.locator("[data-people] li")).hasText("DJYou, in another window");
                append(one, 0, " First window.");
                two.shows(0, "The fund has 4 million. First window.");
                append(two, 0, " Second window.");
                one.shows(0, "The fund has 4 million. First window. Second window.");
                assertThat(two.page.locator("#leftBehind")).isHidden();
            }
        }
    }

    @Test
    default void whoever_collides_with_themselves_is_told_that_it_was_another_window() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            meanwhile(
                    write,
                    id,
                    () -> append(write, 2, " All night."),
                    "journalist",
                    "{'blocks':[{'id':'c','type':'paragraph','html':'Nobody slept. All day.'}]}");
            assertThat(write.state()).hasText(COLLIDE);
            Locator panel = write.page.locator("#collisions");
            assertThat(panel.locator("h2")).hasText("You changed the same words in another window");
            assertThat(panel.locator("h4")).hasText(new String[] {"In this window", "In the other window"});
            panel.getByText("Take the other window’s").click();
            settled(write, id, "The fund has 4 million.", "The rain fell on the hills.", "Nobody slept. All day.");
        }
    }

    @Test
    default void a_collision_out_of_view_is_reached_from_the_foot_and_by_keys() {
        try (WritePage write = as("journalist")) {
            int id = collide(write);
            Locator panel = write.page.locator("#collisions");
            write.page.setViewportSize(1280, 400);
            append(write, 2, " All night.");
            assertThat(panel).not().isInViewport();
            Locator leads = write.page.locator("[data-to-collisions]");
            assertThat(leads).hasText(COLLIDE);
            assertThat(write.page.locator("#announced"))
                    .hasText("1 place where two texts collide. Ctrl+Alt+G leads to both texts.");
            leads.click();
            assertThat(panel.locator("h2")).isInViewport();
            assertThat(panel.getByText("Take mine")).isFocused();
            append(write, 2, " And all day.");
            assertThat(panel).not().isInViewport();
            write.keys("Control+Alt+g");
            assertThat(panel.getByText("Take mine")).isFocused();
            write.keys("Enter");
            settled(write, id, "The fund has 6 million.");
            assertThat(leads).isHidden();
        }
    }

    @Test
    default void an_ad_manager_and_a_journalist_work_at_once_and_never_collide() {
        try (WritePage writer = as("journalist");
                WritePage placer = as("admanager")) {
            int id = writer.open(THREE);
            placeSlot(writer, id);
            placer.open(id);
            writer.reload();
            placer.page.locator(".galley-slot").focus();
            placer.keys("ArrowDown");
            append(writer, 1, " Written meanwhile.");
            writer.keys("Enter");
            writer.type("A new paragraph.");
            placer.shows(2, "A new paragraph.");
            assertThat(slot(placer)).isEqualTo("b");
            placer.save();
            writer.page.waitForCondition(() -> slot(writer).equals("b"));
            assertThat(writer.page.locator("#collisions")).isHidden();
            assertThat(writer.state()).hasText(SAVED_AT);
            assertThat(stored(writer, id)).hasSize(4);
            assertThat(writer.errors()).isEmpty();
            assertThat(placer.errors()).isEmpty();
        }
    }

    private static String slot(WritePage page) {
        return page.ads().getValuesAs(JsonObject.class).get(0).getString("after");
    }

    @Test
    default void without_sockets_people_see_each_other_by_asking() {
        try (WritePage one = as("journalist");
                WritePage two = as("editor")) {
            List.of(one, two).forEach(WritePage::withoutSockets);
            int id = one.open(THREE);
            two.open(id);
            two.click(two.block(2));
            assertThat(one.page.locator("[data-people] li")).hasText("DEDemo Editor, in paragraph 3");
            append(one, 0, " Asked for.");
            two.shows(0, "The fund has 4 million. Asked for.");
            two.page.close();
            assertThat(one.page.locator("[data-people]")).isHidden();
        }
    }

    @Test
    default void the_screen_with_everything_open_is_accessible_in_light_dark_and_on_a_phone() {
        try (WritePage write = as("journalist");
                WritePage other = as("editor")) {
            int id = collide(write);
            other.open(id);
            other.click(other.block(1));
            assertThat(write.block(1)).hasAttribute("data-others", "DE");
            isSound(write);
            write.context().clearCookies();
            append(write, 2, " More.");
            assertThat(write.page.locator("#signInAgain")).isVisible();
            isSound(write);
        }
    }

    private static void isSound(WritePage write) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            write.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(new AxeBuilder(write.page)
                            .analyze().getViolations().stream()
                                    .filter(rule ->
                                            List.of("serious", "critical").contains(rule.getImpact()))
                                    .map(rule -> rule.getId() + " " + rule.getNodes())
                                    .toList())
                    .isEmpty();
        }
        write.page.setViewportSize(360, 740);
        assertThat(write.page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0);
        write.page.setViewportSize(1280, 900);
    }

    @Test
    default void a_choice_keeps_what_was_written_since_the_texts_collided() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            collide(write, id, () -> append(write, 1, " Edited."), "{'removed':['b']}");
            append(write, 1, " And on.");
            write.page.waitForCondition(() -> stored(write, id).get(1).endsWith(" And on."));
            write.page.locator("#collisions").getByText("Take mine").click();
            settled(write, id, "The fund has 4 million.", "The rain fell on the hills. Edited. And on.");

            collide(
                    write,
                    id,
                    () -> takeOutLast(write),
                    "{'blocks':[{'id':'c','type':'paragraph','html':'Nobody slept well.'}]}");
            append(write, 2, " Not even he.");
            write.page.locator("#collisions").getByText("Take theirs").click();
            write.shows(2, "Nobody slept well. Not even he.");
            assertThat(write.state()).hasText(SAVED_AT);
            write.page.waitForCondition(() -> stored(write, id).get(2).equals("Nobody slept well. Not even he."));
            assertThat(write.errors()).isEmpty();
        }
    }

    @Test
    default void a_field_that_collides_is_kept_and_taken_as_it_was_written_on() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            Locator headline = write.field("headline");
            collide(write, id, () -> headline.fill("Mine"), "{'headline':'Theirs'}");
            headline.fill("Mine, written on");
            keeps(write, "\"mine\":\"Mine, written on\"");
            write.page.locator("#collisions").getByText("Take both").click();
            assertThat(headline).hasValue("Theirs Mine, written on");
            write.page.waitForCondition(
                    () -> write.api("articles/" + id).getString("headline").equals("Theirs Mine, written on"));
        }
    }

    /** A story with one ad slot, after its first paragraph. */
    private int storyWithSlot(WritePage writer) {
        int id = writer.api("journalist", "POST", "articles", THREE, Map.of()).getInt("id");
        placeSlot(writer, id);
        return id;
    }

    /** Puts an ad slot after the first paragraph. */
    private static void placeSlot(WritePage page, int id) {
        page.api(
                "admanager",
                "PUT",
                "articles/" + id + "/ads",
                "{\"ads\":[{\"definition\":\"inline\",\"after\":\"a\"}]}",
                Map.of("If-Match", "*"));
    }

    private static String storedSlot(WritePage page, int id) {
        return page.api("articles/" + id + "/ads")
                .getJsonArray("ads")
                .getJsonObject(0)
                .getString("after");
    }

    @Test
    default void a_slot_that_was_moved_and_not_saved_is_offered_after_its_page_was_lost() {
        try (WritePage placer = as("admanager")) {
            int id = storyWithSlot(placer);
            placer.open(id);
            placer.page.locator(".galley-slot").focus();
            placer.keys("ArrowDown");
            keeps(placer, "\"after\":\"b\"");
            placer.page.close();
            try (WritePage back = placer.another(id)) {
                Locator offer = back.page.locator("#leftBehind");
                offer.getByText("Take it").click();
                back.page.waitForCondition(() -> slot(back).equals("b"));
                assertThat(offer).isHidden();
                back.save();
                assertThat(storedSlot(back, id)).isEqualTo("b");
            }
        }
    }

    @Test
    default void a_slot_that_is_moved_while_a_save_is_under_way_stays_where_it_was_put() {
        try (WritePage placer = as("admanager")) {
            int id = storyWithSlot(placer);
            placer.open(id);
            List<Route> held = new ArrayList<>();
            placer.page.route(Pattern.compile(".*/write/\\d+$"), held::add);
            placer.page.locator(".galley-slot").focus();
            placer.keys("ArrowDown", "Control+s");
            placer.page.waitForCondition(() -> !held.isEmpty());
            placer.page.locator(".galley-slot").focus();
            placer.keys("ArrowDown");
            assertThat(slot(placer)).isEqualTo("c");
            placer.page.unrouteAll();
            held.forEach(Route::resume);
            placer.page.waitForCondition(() -> storedSlot(placer, id).equals("b"));
            assertThat(placer.state()).hasText("Not saved yet");
            assertThat(slot(placer)).isEqualTo("c");
            placer.save();
            assertThat(storedSlot(placer, id)).isEqualTo("c");
        }
    }
}
