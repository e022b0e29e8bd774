package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is typed is kept, whatever happens to network, session and window. */
interface AutosaveScenes extends LiveDesk {
    String TO_BE_SAVED = "Offline: kept on this computer, saved as a revision when the server is back";

    @Test
    default void what_is_typed_is_kept_by_itself_in_small_messages_and_makes_no_revision() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            List<String> sent = new ArrayList<>();
            write.page.onRequest(request -> note(request, sent));
            append(write, 1, " It was loud.");
            assertThat(write.state()).hasText("Not saved yet");
            assertThat(write.state()).hasText(SAVED_AT);
            assertThat(sent)
                    .containsExactly(
                            "{\"blocks\":[{\"id\":\"b\",\"type\":\"paragraph\",\"html\":\"The rain fell on the hills. It was loud.\"}]}");
            assertDeskTime(write.state().innerText());
            write.field("standfirst").fill("Shorter");
            assertThat(write.state()).hasText(SAVED_AT);
            write.page.waitForCondition(() -> sent.size() == 2);
            assertThat(sent.get(1)).isEqualTo("{\"standfirst\":\"Shorter\"}");
            write.page.waitForCondition(
                    () -> write.api("articles/" + id).getString("standfirst").equals("Shorter"));
            assertThat(write.api("articles/" + id).getInt("revision")).isEqualTo(1);
            write.save();
            assertThat(write.state()).hasText("Saved as revision 2");
            assertThat(write.errors()).isEmpty();
        }
    }

    private static void note(Request request, List<String> sent) {
        if (request.method().equals("PATCH")) {
            sent.add(request.postData());
        }
    }

    @Test
    default void a_story_that_begins_with_nothing_keeps_what_is_typed_line_by_line() {
        try (WritePage write = as("journalist")) {
            int id = write.open("{\"headline\":\"Begun with nothing\",\"body\":[]}");
            write.click(write.block(0));
            write.type("The first line.");
            assertThat(write.state()).hasText(SAVED_AT);
            write.page.waitForCondition(() -> stored(write, id).equals(List.of("The first line.")));
            write.keys("Enter");
            write.type("The second.");
            write.page.waitForCondition(() -> stored(write, id).equals(List.of("The first line.", "The second.")));
            write.save();
            write.reload();
            assertThat(write.texts()).containsExactly("The first line.", "The second.");
            assertThat(write.errors()).isEmpty();
        }
    }

    @Test
    default void whoever_types_on_and_on_is_saved_every_ten_seconds() {
        try (WritePage write = as("journalist")) {
            write.page.clock().install();
            int id = write.open(THREE);
            write.click(write.block(2));
            write.keys("End");
            // From here on time passes only as this test says.
            write.page.clock().pauseAt(System.currentTimeMillis() + 2_000);
            for (int half = 0; half < 19; half++) {
                write.type("x");
                write.page.clock().runFor(500);
            }
            assertThat(stored(write, id).get(2)).isEqualTo("Nobody slept.");
            write.type("y");
            write.page.clock().runFor(700);
            write.page.waitForCondition(() -> stored(write, id).get(2).endsWith("xy"));
        }
    }

    @Test
    default void text_that_was_typed_offline_is_sent_when_the_network_is_back() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            write.context().setOffline(true);
            append(write, 0, " Offline.");
            assertThat(write.state()).hasText(OFFLINE);
            assertThat(write.page.locator("[data-state-mirror]")).hasText(OFFLINE);
            assertThat(write.page.locator("#announced")).hasText(OFFLINE);
            append(write, 2, " Still offline.");
            write.context().setOffline(false);
            assertThat(write.state()).hasText(SAVED_AT);
            assertThat(write.page.locator("#announced")).hasText("Back in touch; everything is saved.");
            assertThat(stored(write, id))
                    .containsExactly(
                            "The fund has 4 million. Offline.",
                            "The rain fell on the hills.",
                            "Nobody slept. Still offline.");
        }
    }

    @Test
    default void a_save_that_nobody_answered_is_made_once_when_the_network_is_back() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            write.context().setOffline(true);
            append(write, 0, " Offline.");
            assertThat(write.state()).hasText(OFFLINE);
            write.keys("Control+s", "Control+s");
            assertThat(write.state()).hasText(TO_BE_SAVED);
            assertThat(write.page.locator("#announced")).hasText(TO_BE_SAVED);
            write.context().setOffline(false);
            assertThat(write.state()).hasText("Saved as revision 2");
            write.type(" And on.");
            assertThat(write.state()).hasText(SAVED_AT);
            assertThat(revisions(write, id)).isEqualTo(2);
            assertThat(write.errors()).isEmpty();
        }
    }

    @Test
    default void a_save_that_broke_off_is_made_once_the_server_answers() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            append(write, 0, " More.");
            assertThat(write.state()).hasText(SAVED_AT);
            Pattern form = Pattern.compile(".*/write/\\d+$");
            write.page.route(form, Route::abort, new Page.RouteOptions().setTimes(1));
            write.keys("Control+s");
            assertThat(write.state()).hasText("Saved as revision 2");
            assertThat(revisions(write, id)).isEqualTo(2);
        }
    }

    @Test
    default void a_save_that_nobody_answered_is_made_by_the_page_that_comes_after() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            append(write, 0, " Sent.");
            assertThat(write.state()).hasText(SAVED_AT);
            write.context().setOffline(true);
            write.keys("Control+s");
            assertThat(write.state()).hasText(TO_BE_SAVED);
            keeps(write, "\"save\":true");
            closedOffline(write);
            try (WritePage back = write.another(id)) {
                assertThat(back.state()).hasText("Saved as revision 2");
                assertThat(back.page.locator("#leftBehind")).isHidden();
                back.context().setOffline(true);
                append(back, 1, " Never sent.");
                assertThat(back.state()).hasText(OFFLINE);
                back.keys("Control+s");
                assertThat(back.state()).hasText(TO_BE_SAVED);
                keeps(back, "\"save\":true");
                closedOffline(back);
                WritePage again = back.another(id);
                assertThat(again.page.locator("#leftBehind")).containsText("You had pressed Save");
                again.page.locator("#leftBehind").getByText("Take it").click();
                assertThat(again.state()).hasText("Saved as revision 3");
                assertThat(stored(again, id).get(1)).endsWith("Never sent.");
            }
        }
    }

    private static int revisions(WritePage write, int id) {
        return write.api("articles/" + id + "/revisions").getJsonArray("items").size();
    }

    @Test
    default void an_ended_session_asks_for_the_password_in_place_and_keeps_every_word() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            write.context().clearCookies();
            append(write, 1, " Typed without a session.");
            Locator dialog = write.page.locator("#signInAgain");
            assertThat(dialog).isVisible();
            assertThat(write.state()).hasText("Signed out: kept on this computer until you sign in");
            assertThat(write.block(1)).hasText("The rain fell on the hills. Typed without a session.");
            assertThat(write.page.locator("#again-password")).isFocused();
            write.type("wrong");
            write.keys("Enter");
            assertThat(dialog.locator("[role=alert]")).hasText("The password is not right.");
            write.type("demo");
            write.keys("Enter");
            assertThat(dialog).isHidden();
            assertThat(write.state()).hasText(SAVED_AT);
            assertThat(write.surface()).isFocused();
            write.type(" And on.");
            write.save();
            assertThat(write.state()).hasText("Saved as revision 2");
            assertThat(stored(write, id).get(1))
                    .isEqualTo("The rain fell on the hills. Typed without a session. And on.");
            write.field("headline").fill("Another headline");
            write.keys("Tab");
            assertThat(write.field("slug")).hasValue("another-headline");
            assertThat(write.errors()).isEmpty();
        }
    }

    @Test
    default void pressing_save_after_the_session_ended_saves_once_signed_in() {
        try (WritePage write = as("journalist")) {
            write.open(THREE);
            append(write, 0, " More.");
            assertThat(write.state()).hasText(SAVED_AT);
            write.context().clearCookies();
            write.keys("Control+s");
            signInAgain(write);
            assertThat(write.state()).hasText("Saved as revision 2");
        }
    }

    @Test
    default void signing_in_in_one_window_is_enough_for_the_others() {
        try (WritePage one = as("journalist")) {
            int id = one.open(THREE);
            try (WritePage two = one.another(id)) {
                one.context().clearCookies();
                append(one, 0, " One.");
                signInAgain(one);
                assertThat(one.state()).hasText(SAVED_AT);
                two.shows(0, "The fund has 4 million. One.");
                append(two, 1, " Two.");
                assertThat(two.state()).hasText(SAVED_AT);
                two.save();
                assertThat(two.state()).hasText("Saved as revision 2");
                assertThat(two.errors()).isEmpty();
            }
        }
    }

    @Test
    default void an_answer_that_got_lost_does_not_make_a_writer_collide_with_themselves() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            // The server keeps the words, and the page never hears of it.
            write.page.route(Pattern.compile(".*/working-copy$"), route -> {
                route.fetch();
                route.abort();
            });
            append(write, 0, " Heard");
            assertThat(write.state()).hasText(OFFLINE);
            write.page.unrouteAll();
            write.type(" or not, and written on.");
            assertThat(write.state()).hasText(SAVED_AT);
            write.page.waitForCondition(() -> stored(write, id).get(0).endsWith(" Heard or not, and written on."));
            assertThat(write.page.locator("#collisions")).isHidden();
        }
    }

    @Test
    default void unsent_text_of_a_closed_window_is_offered_and_taken_up() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            leaveUnsent(write, 1, " Never sent.");
            changes(write, "editor", id, "{'standfirst':'By the editor','removed':['c']}");
            try (WritePage back = write.another(id)) {
                Locator offer = back.page.locator("#leftBehind");
                assertThat(offer).isVisible();
                offer.getByText("Compare").click();
                assertThat(offer.locator(".side").first()).containsText("Never sent.");
                back.page.keyboard().press("Tab");
                back.keys("Enter");
                back.shows(1, "The rain fell on the hills. Never sent.");
                assertThat(offer).isHidden();
                assertThat(stored(back, id))
                        .containsExactly("The fund has 4 million.", "The rain fell on the hills. Never sent.");
                back.reload();
                assertThat(offer).isHidden();
            }
        }
    }

    @Test
    default void unsent_text_that_collides_by_now_is_a_choice_and_can_be_dropped() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            leaveUnsent(write, 0, " Or so.");
            changes(
                    write,
                    "editor",
                    id,
                    "{'blocks':[{'id':'a','type':'paragraph','html':'The fund has 4 million. Perhaps.'}]}");
            try (WritePage back = write.another(id)) {
                back.page.locator("#leftBehind").getByText("Take it").click();
                assertThat(back.state()).hasText(COLLIDE);
                back.shows(0, "The fund has 4 million. Perhaps.");
                back.page.locator("#collisions").getByText("Take mine").click();
                back.shows(0, "The fund has 4 million. Or so.");
                assertThat(back.state()).hasText(SAVED_AT);
                leaveUnsent(back, 2, " Dropped.");
                try (WritePage again = back.another(id)) {
                    again.page.locator("#leftBehind").getByText("Drop it").click();
                    again.reload();
                    assertThat(again.page.locator("#leftBehind")).isHidden();
                    again.shows(2, "Nobody slept.");
                }
            }
        }
    }

    private void leaveUnsent(WritePage write, int index, String text) {
        leaveUnsent(write, () -> append(write, index, text), text.strip());
    }

    /**
     * Works while the network is gone, and closes the window before it is back.
     *
     * @param kept what the browser keeps of it
     */
    private void leaveUnsent(WritePage write, Runnable work, String kept) {
        write.context().setOffline(true);
        work.run();
        assertThat(write.state()).hasText(OFFLINE);
        keeps(write, kept);
        closedOffline(write);
    }

    /** While a page closes, what kept it off the network may be gone before its script is: here it has no network at all. */
    private static void closedOffline(WritePage write) {
        write.page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('no network')); }");
        write.page.close();
        write.context().setOffline(false);
    }

    @Test
    default void a_field_that_cannot_be_kept_says_so_beside_it_and_holds_nothing_else_up() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            write.page.locator("details.about > summary").click();
            write.field("stamp").fill("yesterday");
            append(write, 0, " More.");
            Locator wrong = write.page.locator("[id='story:stamp-live']");
            assertThat(wrong).hasText("Write the time as 2024-12-04T16:28+02:00.");
            assertThat(write.field("stamp")).hasAttribute("aria-invalid", "true");
            write.page.waitForCondition(() -> stored(write, id).get(0).equals("The fund has 4 million. More."));
            assertThat(write.state()).hasText("Not saved yet");
            write.field("stamp").fill("2024-12-04T16:28:00+02:00");
            assertThat(wrong).hasCount(0);
            assertThat(write.state()).hasText(SAVED_AT);
            assertThat(write.api("articles/" + id).getString("stamp")).isEqualTo("2024-12-04T16:28:00+02:00");
        }
    }

    @Test
    default void paragraphs_that_were_only_moved_are_offered_too() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            leaveUnsent(
                    write,
                    () -> {
                        write.click(write.block(2));
                        write.keys("Alt+ArrowUp");
                    },
                    "placed");
            try (WritePage back = write.another(id)) {
                Locator offer = back.page.locator("#leftBehind");
                offer.getByText("Compare").click();
                assertThat(offer.locator(".side").first()).hasText("Moved, never sentNobody slept.");
                offer.getByText("Take it").click();
                back.shows(1, "Nobody slept.");
                assertThat(offer).isHidden();
                assertThat(stored(back, id))
                        .containsExactly("The fund has 4 million.", "Nobody slept.", "The rain fell on the hills.");
            }
        }
    }

    @Test
    default void words_are_never_sent_in_the_name_of_whoever_signed_in_elsewhere_in_the_browser() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            write.somebodyElse("editor");
            append(write, 0, " By the journalist.");
            assertThat(write.page.locator("#again-password")).isFocused();
            assertThat(stored(write, id).get(0)).isEqualTo("The fund has 4 million.");
            write.type("demo");
            write.keys("Enter");
            assertThat(write.state()).hasText(SAVED_AT);
            assertThat(stored(write, id).get(0)).isEqualTo("The fund has 4 million. By the journalist.");
            assertThat(write.api("articles/" + id + "/working-copy?since=1").getString("updatedBy"))
                    .isEqualTo("journalist");
            write.save();
            assertThat(write.api("articles/" + id + "/revisions")
                            .getJsonArray("items")
                            .getJsonObject(0)
                            .getString("author"))
                    .isEqualTo("journalist");
        }
    }

    @Test
    default void whoever_signs_in_later_is_asked_again_when_they_save_and_not_before() {
        try (WritePage write = as("journalist")) {
            write.withoutSockets();
            int id = write.open(THREE);
            write.context().clearCookies();
            append(write, 1, " Later.");
            Locator dialog = write.page.locator("#signInAgain");
            assertThat(dialog).isVisible();
            dialog.getByText("Later").click();
            for (int asked = 0; asked < 2; asked++) {
                write.page.waitForResponse(
                        answer -> answer.url().endsWith("/presence") && answer.status() == 401, () -> {});
            }
            assertThat(dialog).isHidden();
            assertThat(write.state()).hasText("Signed out: kept on this computer until you sign in");
            append(write, 1, " Much later.");
            write.keys("Control+s");
            signInAgain(write);
            assertThat(write.state()).hasText("Saved as revision 2");
            assertThat(stored(write, id).get(1)).isEqualTo("The rain fell on the hills. Later. Much later.");
        }
    }

    @Test
    default void a_slug_in_capitals_is_sent_once_and_small() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            List<String> sent = new ArrayList<>();
            write.page.onRequest(request -> note(request, sent));
            write.page.locator("details.about > summary").click();
            write.field("slug").fill("My-Own-Slug");
            write.page.waitForCondition(
                    () -> write.api("articles/" + id).getString("slug").equals("my-own-slug"));
            append(write, 2, " More.");
            write.page.waitForCondition(() -> stored(write, id).get(2).equals("Nobody slept. More."));
            assertThat(write.state()).hasText(SAVED_AT);
            assertThat(sent)
                    .containsExactly(
                            "{\"slug\":\"my-own-slug\"}",
                            "{\"blocks\":[{\"id\":\"c\",\"type\":\"paragraph\",\"html\":\"Nobody slept. More.\"}]}");
        }
    }

    @Test
    default void a_field_that_was_mended_before_its_refusal_came_is_sent() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            write.page.locator("details.about > summary").click();
            write.page.route(Pattern.compile(".*/working-copy$"), route -> route.abort());
            write.field("stamp").fill("yesterday");
            assertThat(write.state()).hasText(OFFLINE);
            write.field("stamp").fill("2024-12-04T16:28:00+02:00");
            write.page.unrouteAll();
            write.page.waitForCondition(() -> "2024-12-04T16:28:00+02:00"
                    .equals(write.api("articles/" + id).getString("stamp", "")));
            assertThat(write.state()).hasText(SAVED_AT);
            assertThat(write.page.locator("[id='story:stamp-live']")).hasCount(0);
        }
    }

    @Test
    default void what_a_server_fails_over_is_not_sent_for_ever() {
        try (WritePage write = as("journalist")) {
            int id = write.open(THREE);
            write.page.route(Pattern.compile(".*/working-copy$"), route -> {
                if (route.request().postData().contains("bad")) {
                    route.fulfill(new Route.FulfillOptions().setStatus(500).setBody("{}"));
                } else {
                    route.resume();
                }
            });
            append(write, 2, " bad");
            assertThat(write.state()).hasText(OFFLINE);
            write.keys("Backspace", "Backspace", "Backspace");
            write.type("good");
            write.page.waitForCondition(() -> stored(write, id).get(2).equals("Nobody slept. good"));
            assertThat(write.state()).hasText(SAVED_AT);
        }
    }

    @Test
    default void a_browser_that_keeps_nothing_says_so() {
        try (WritePage write = as("journalist")) {
            write.context().addInitScript("IDBFactory.prototype.open = () => { throw new Error('no room'); };");
            int id = write.open(THREE);
            write.context().setOffline(true);
            append(write, 2, " Only here.");
            assertThat(write.state())
                    .hasText("Offline, and this browser keeps nothing: leave this page open until the server is back");
            write.context().setOffline(false);
            assertThat(write.state()).hasText(SAVED_AT);
            assertThat(stored(write, id).get(2)).isEqualTo("Nobody slept. Only here.");
        }
    }

    /** The hour is that of the desk's zone, which stands behind it; the browser is in another one. */
    private static void assertDeskTime(String state) {
        Matcher said = Pattern.compile("Saved at (\\d\\d):\\d\\d .*UTC([+-]\\d\\d:\\d\\d)?\\)?")
                .matcher(state);
        assertThat(said.matches()).as(state).isTrue();
        OffsetDateTime now = OffsetDateTime.now(said.group(2) == null ? ZoneOffset.UTC : ZoneOffset.of(said.group(2)));
        assertThat(Integer.parseInt(said.group(1)))
                .isIn(now.getHour(), now.minusMinutes(1).getHour());
    }
}
