package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The Write screen in a real browser: ids for life, slots that are never lost, paste, keys, fields. */
class BrowserWriteIT extends BrowserTest {
    /** Another run of the same keys: {@code -Dgalley.test.seed=…}. */
    private static final long SEED = Long.getLong("galley.test.seed", System.nanoTime());

    private static final int SEQUENCES = 6;
    private static final int KEYS = 120;
    private static final int KEYS_PER_DRAG = 24;
    private static final int MOST_UNDO_STEPS = 500;

    private WritePage as(String person) {
        return WritePage.signIn(browser(), base(), person);
    }

    private static String story(String language, String... paragraphs) {
        var body = Json.createArrayBuilder();
        for (String paragraph : paragraphs) {
            body.add(Json.createObjectBuilder().add("type", "paragraph").add("html", paragraph));
        }
        return Json.createObjectBuilder()
                .add("headline", "A story to write in")
                .add("language", language)
                .add("body", body)
                .build()
                .toString();
    }

    /** A story with every kind of block and three slots in its text. */
    private int storyWithSlots(WritePage write) {
        String story =
                """
                {"headline":"Every kind","language":"en","body":[
                 {"id":"p1","type":"paragraph","html":"First <strong>paragraph</strong> of the story"},
                 {"id":"h1","type":"subheading","level":2,"html":"A subheading"},
                 {"id":"p2","type":"paragraph","html":"Second one"},
                 {"id":"q1","type":"quote","html":"What was said","attribution":"Somebody"},
                 {"id":"l1","type":"list","ordered":false,"items":["one","two","three"]},
                 {"id":"i1","type":"image","src":"/none.png","alt":"A bridge"},
                 {"id":"p3","type":"paragraph","html":"The last paragraph"}]}""";
        int id = write.open(story);
        String slot = "{\"definition\":\"inline\",\"after\":\"%s\"}";
        write.api(
                "admanager",
                "PUT",
                "articles/" + id + "/ads",
                "{\"ads\":[" + slot.formatted("p1") + "," + slot.formatted("p2") + "," + slot.formatted("p3") + "]}",
                Map.of("If-Match", "*"));
        write.reload();
        return id;
    }

    @Test
    void random_keys_keep_ids_unique_and_slots_conserved_and_undo_gives_everything_back() {
        System.out.println("galley.test.seed=" + SEED);
        try (WritePage write = as("journalist")) {
            for (int n = 0; n < SEQUENCES; n++) {
                storyWithSlots(write);
                List<String> pressed = new ArrayList<>();
                RandomKeys keys = new RandomKeys(SEED + n);
                JsonArray body = write.body();
                JsonArray ads = write.ads();
                write.click(write.block(0));
                for (int k = 0; k < KEYS; k++) {
                    String key = keys.next();
                    pressed.add(key);
                    write.keys(key);
                    if (k % KEYS_PER_DRAG == 0) {
                        pressed.add(drag(write, keys));
                    }
                    if (k % 4 == 0) {
                        assertSound(write, ads, "seed " + SEED + ", keys " + pressed);
                    }
                }
                // Some of the keys were undo; what they undid is done again first, so that there is one end to come
                // back to.
                stepThrough(write, "redo");
                JsonArray written = write.body();
                JsonArray placed = write.ads();
                stepThrough(write, "undo");
                assertThat(write.body())
                        .as("undone, seed %s, keys %s", SEED, pressed)
                        .isEqualTo(body);
                assertThat(byId(write.ads()))
                        .as("undone, seed %s, keys %s", SEED, pressed)
                        .isEqualTo(byId(ads));
                stepThrough(write, "redo");
                assertSound(write, ads, "redone, seed " + SEED + ", keys " + pressed);
                assertThat(write.body())
                        .as("redone, seed %s, keys %s", SEED, pressed)
                        .isEqualTo(written);
                assertThat(byId(write.ads()))
                        .as("redone, seed %s, keys %s", SEED, pressed)
                        .isEqualTo(byId(placed));
            }
            assertThat(write.errors()).isEmpty();
        }
    }

    /** Drags a block by its grip to another place, if it is one that has a grip. @return what was done */
    private static String drag(WritePage write, RandomKeys random) {
        int count = write.surface().locator("> [data-id]").count();
        int from = random.below(count);
        int to = random.below(count);
        Locator moved = write.surface().locator("> [data-id]").nth(from);
        moved.scrollIntoViewIfNeeded();
        BoundingBox start = moved.boundingBox();
        write.page.mouse().move(start.x + Math.min(40, start.width / 2), start.y + Math.min(8, start.height / 2));
        Locator grip = write.page.locator(".galley-grip");
        if (!grip.isVisible()) {
            return "no grip at " + from;
        }
        BoundingBox held = grip.boundingBox();
        write.page.mouse().move(held.x + held.width / 2, held.y + held.height / 2);
        write.page.mouse().down();
        BoundingBox end = write.surface().locator("> [data-id]").nth(to).boundingBox();
        write.page.mouse().move(end.x, end.y + end.height / 2 + 20);
        write.page.mouse().move(end.x, end.y + end.height - 2);
        write.page.mouse().up();
        return "drag " + from + " to " + to;
    }

    private static void stepThrough(WritePage write, String tool) {
        Locator button = write.page.locator("[data-tool='" + tool + "']");
        for (int i = 0; i < MOST_UNDO_STEPS && !"true".equals(button.getAttribute("aria-disabled")); i++) {
            button.click();
        }
        assertThat(button.getAttribute("aria-disabled")).isEqualTo("true");
    }

    private static void assertSound(WritePage write, JsonArray given, String as) {
        List<String> ids = write.ids();
        assertThat(ids).as(as).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9_-]{1,32}"));
        JsonArray ads = write.ads();
        assertThat(byId(ads).keySet()).as(as).isEqualTo(byId(given).keySet());
        for (JsonObject ad : ads.getValuesAs(JsonObject.class)) {
            boolean placed = Set.of("placed", "displaced").contains(ad.getString("state"));
            boolean anchored = ad.get("after") != JsonValue.NULL && ids.contains(ad.getString("after"));
            assertThat(anchored || ad.get("after") == JsonValue.NULL)
                    .as("%s: anchor of %s", as, ad)
                    .isTrue();
            int bars = write.page
                    .locator(".galley-slot[data-slot='" + ad.getString("id") + "']")
                    .count();
            assertThat(bars).as("%s: bars of %s", as, ad).isEqualTo(placed ? 1 : 0);
        }
    }

    /** What matters of slots, whatever their order. */
    private static Map<String, List<String>> byId(JsonArray ads) {
        return ads.getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(
                        ad -> ad.getString("id"),
                        ad -> List.of(
                                ad.getString("state"), ad.get("after").toString(), "" + ad.getBoolean("pinned"))));
    }

    @Test
    void enter_leaves_the_id_with_the_start_of_the_text_at_every_position() {
        try (WritePage write = as("journalist")) {
            String text = "four";
            for (int at = 0; at <= text.length(); at++) {
                write.open(story("en", "before", text, "behind"));
                String id = write.ids().get(1);
                write.cursor(id, at);
                write.keys("Enter");
                int old = at == 0 ? 2 : 1;
                assertThat(write.texts())
                        .containsExactly("before", text.substring(0, at), text.substring(at), "behind");
                assertThat(write.ids().get(old)).as("after Enter at %s", at).isEqualTo(id);
                assertThat(Set.copyOf(write.ids())).hasSize(4);
                write.keys("Control+z");
                assertThat(write.texts()).containsExactly("before", text, "behind");
                assertThat(write.ids().get(1)).isEqualTo(id);
            }
        }
    }

    @Test
    void joined_paragraphs_keep_the_first_ones_id_and_both_come_back() {
        try (WritePage write = as("journalist")) {
            write.open(story("en", "one", "two", "three"));
            List<String> ids = write.ids();
            write.cursor(ids.get(1), 0);
            write.keys("Backspace");
            assertThat(write.texts()).containsExactly("onetwo", "three");
            assertThat(write.ids()).containsExactly(ids.get(0), ids.get(2));
            write.keys("End", "Delete");
            assertThat(write.ids()).containsExactly(ids.get(0));
            write.keys("Control+z", "Control+z");
            assertThat(write.ids()).isEqualTo(ids);
        }
    }

    @Test
    void a_paragraph_keeps_its_id_when_it_is_cut_out_and_a_copy_gets_a_new_one() {
        try (WritePage write = as("journalist")) {
            write.open(story("en", "one", "two", "three"));
            List<String> ids = write.ids();
            write.cursor(ids.get(0), 0);
            write.keys("Shift+End", "Control+x", "Delete", "Control+End", "Enter", "Control+v");
            assertThat(write.texts()).containsExactly("two", "three", "one");
            assertThat(write.ids()).containsExactly(ids.get(1), ids.get(2), ids.get(0));
            write.keys("Home", "Shift+End", "Control+c", "End", "Enter", "Control+v");
            assertThat(write.texts()).containsExactly("two", "three", "one", "one");
            assertThat(write.ids().subList(0, 3)).containsExactly(ids.get(1), ids.get(2), ids.get(0));
            assertThat(write.ids()).doesNotHaveDuplicates();
        }
    }

    @Test
    void blocks_move_with_their_ids_by_keys_and_by_their_grip() {
        try (WritePage write = as("journalist")) {
            write.open(story("en", "one", "two", "three"));
            List<String> ids = write.ids();
            write.cursor(ids.get(2), 1);
            write.keys("Alt+ArrowUp");
            assertThat(write.ids()).containsExactly(ids.get(0), ids.get(2), ids.get(1));
            write.keys("Control+z");
            BoundingBox last = write.block(2).boundingBox();
            BoundingBox first = write.block(0).boundingBox();
            write.page.mouse().move(last.x + 40, last.y + 8);
            BoundingBox grip = write.page.locator(".galley-grip").boundingBox();
            write.page.mouse().move(grip.x + 8, grip.y + 8);
            write.page.mouse().down();
            write.page.mouse().move(first.x, first.y + 40);
            write.page.mouse().move(first.x, first.y - 4);
            write.page.mouse().up();
            assertThat(write.texts()).containsExactly("three", "one", "two");
            assertThat(write.ids()).containsExactly(ids.get(2), ids.get(0), ids.get(1));
        }
    }

    @Test
    void a_deleted_paragraph_shows_where_its_slot_went_and_undo_brings_both_back() {
        try (WritePage write = as("journalist")) {
            storyWithSlots(write);
            Map<String, List<String>> before = byId(write.ads());
            write.cursor("p2", 0);
            write.keys("ArrowUp", "End", "Shift+ArrowDown", "Shift+End", "Delete");
            assertThat(write.ids()).doesNotContain("p2");
            Locator bar = write.page.locator(".galley-slot[data-state='displaced']");
            assertThat(bar.count()).isEqualTo(1);
            assertThat(bar.innerText()).contains("its paragraph was deleted");
            assertThat(write.page.locator("[data-ads-list]").innerText()).contains("its paragraph was deleted");
            stepThrough(write, "undo");
            assertThat(byId(write.ads())).isEqualTo(before);
            assertThat(Collections.frequency(write.ids(), "p2")).isEqualTo(1);
        }
    }
}
