package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What screens that stay open say of where a story stands: at once, in words, and without taking anything from whoever types. */
class BrowserStandingIT extends BrowserTest {
    private static final ZoneId DESK = ZoneId.of("Europe/Kyiv");
    private static final String STORY =
            """
            {"headline":"%s","standfirst":"In short","section":"world","body":[
            {"id":"p1","type":"paragraph","html":"The ferry left an hour late."},
            {"id":"p2","type":"paragraph","html":"The pier was under water by noon."}]}""";

    private int created(String headline) {
        return Http.person(base(), "journalist")
                .with("Content-Type", "application/json")
                .send("POST", "api/v1/articles", STORY.formatted(headline))
                .expect(201)
                .json()
                .getInt("id");
    }

    private void taken(String person, int article, String action, String name, String value) {
        JsonObjectBuilder step = Json.createObjectBuilder().add("action", action);
        if (name != null) {
            step.add(name, value);
        }
        Http.person(base(), person)
                .json("POST", "api/v1/articles/" + article + "/transitions", step.build())
                .expect(200);
    }

    private int submitted(String headline) {
        int article = created(headline);
        taken("journalist", article, "submit", null, null);
        return article;
    }

    private int approved(String headline) {
        int article = submitted(headline);
        taken("editor", article, "approve", null, null);
        return article;
    }

    private static Locator standing(WritePage write) {
        return write.page.locator("[id='story:standing']");
    }

    /** What a screen reader is told without being asked. */
    private static Locator told(WritePage write) {
        return write.page.locator("[data-stands]");
    }

    private static Locator state(Visitor editor) {
        return editor.page().locator(".decide .state").first();
    }

    private static Locator title(Visitor editor) {
        return editor.page().locator(".cmp-title");
    }

    @Test
    void an_autosave_that_voids_an_approval_says_so_at_once() {
        int article = approved("Void by an autosave");
        try (WritePage write = WritePage.signIn(browser(), base(), "journalist")) {
            write.open(article);
            assertThat(standing(write))
                    .containsText("Demo Editor approved revision 1. Any change of the text voids that");
            write.cursor("p1", 3);
            write.type(" ferry");
            assertThat(standing(write).locator(".state").first()).hasText("Submitted");
            assertThat(standing(write)).containsText("Your change voids the approval of revision 1.");
            assertThat(standing(write)).not().containsText("Any change of the text voids that");
            assertThat(told(write)).containsText("Your change voids the approval of revision 1.");
            assertThat(write.errors()).isEmpty();
        }
    }

    @Test
    void a_save_that_takes_a_story_off_the_schedule_says_so_to_its_writer_and_to_others() {
        int article = approved("Void by a save");
        taken(
                "editor",
                article,
                "schedule",
                "at",
                LocalDateTime.now(DESK).plusDays(2).toString());
        try (WritePage write = WritePage.signIn(browser(), base(), "journalist");
                WritePage other = WritePage.signIn(browser(), base(), "editor");
                Visitor editor = signedIn("editor2")) {
            other.open(article);
            write.open(article);
            editor.open("review/" + article);
            write.cursor("p2", 3);
            write.type(" old");
            write.save();
            assertThat(standing(write)).containsText("Your change voids the approval of revision 1.");
            assertThat(standing(write)).containsText("It is off the schedule.");
            assertThat(told(write)).containsText("It is off the schedule.");
            assertThat(standing(other)).containsText("A change of Demo Journalist, ");
            assertThat(standing(other).locator(".state").first()).hasText("Submitted");
            assertThat(state(editor)).hasText("Submitted");
            assertThat(editor.page().locator("#standing"))
                    .containsText("Text or ads have changed since this page was opened.");
            // The comparison is still the one of before the change.
            assertThat(title(editor)).hasText("Text and ads as they were when this page was opened");
            editor.screenIsAccessible();
            editor.link("Show what changed").click();
            assertThat(title(editor)).hasText("What changed since revision 1, the last one agreed on");
            editor.nothingWentWrong();
        }
    }

    @Test
    void why_a_story_was_sent_back_is_read_where_it_is_worked_on() {
        int article = submitted("Sent back with a reason");
        try (WritePage write = WritePage.signIn(browser(), base(), "journalist");
                Visitor editor = signedIn("editor")) {
            write.open(article);
            taken("editor", article, "request-changes", "note", "Who <b>says</b> so?");
            Pattern reason = Pattern.compile("Sent back by Demo Editor, \\d\\d:\\d\\d:\\W+Who <b>says</b> so\\?");
            assertThat(standing(write)).containsText(reason);
            assertThat(told(write)).containsText(reason);
            assertThat(write.page.locator("[id='story:submit']")).isVisible();
            editor.open("review/" + article);
            assertThat(editor.page().locator("#standing")).containsText(reason);
            editor.open("desk?queue=sent-back");
            Locator row = editor.page()
                    .locator(".stories tbody tr", new Page.LocatorOptions().setHasText("Sent back with a reason"));
            assertThat(row).containsText(reason);
            editor.screenIsAccessible();
            editor.fitsAPhone();
            editor.picture("desk-sent-back");

            write.page.locator("[id='story:submit']").focus();
            write.keys("Enter");
            assertThat(standing(write).locator("h2")).isFocused();
            assertThat(standing(write).locator(".state").first()).hasText("Submitted");
            editor.open("review/" + article);
            assertThat(editor.page().locator("#standing"))
                    .containsText(Pattern.compile("Sent back before, by Demo Editor, .*Who <b>says</b> so\\?"));
            editor.nothingWentWrong();
        }
    }

    @Test
    void whoever_reviews_sees_pictures_and_names_and_why_they_cannot_approve_their_own_words() {
        JsonObject story = Json.createReader(
                        new StringReader(
                                """
                {"headline":"Seen","leadImage":{"src":"/lead.png","alt":"A lighthouse","credit":"Ann"},
                 "body":[{"id":"p","type":"paragraph","html":"By the sea."},
                  {"id":"i","type":"image","src":"/bridge.png","alt":"A bridge","caption":"At noon","credit":"Bob"},
                  {"id":"q","type":"quote","html":"It holds.","attribution":"The bridge master"}]}"""))
                .readObject();
        int article = Http.person(base(), "editor")
                .json("POST", "api/v1/articles", story)
                .expect(201)
                .json()
                .getInt("id");
        taken("editor", article, "submit", null, null);
        try (Visitor editor = signedIn("editor")) {
            editor.open("review/" + article);
            Locator text = editor.page().locator("[data-comparison]");
            assertThat(text.locator(".cmp-lead img")).hasAttribute("src", Pattern.compile("/lead\\.png$"));
            assertThat(text.locator(".cmp-lead")).containsText("A lighthouse");
            Locator picture = text.locator("[data-block='i']");
            assertThat(picture.locator("img")).hasAttribute("src", Pattern.compile("/bridge\\.png$"));
            assertThat(picture).containsText("A bridge");
            assertThat(picture).containsText("At noon");
            assertThat(picture).containsText("Bob");
            assertThat(text.locator("[data-block='q']")).containsText("The bridge master");
            assertThat(editor.page().locator("#decision .own-work"))
                    .hasText("Approve: You wrote part of this yourself; somebody else has to approve it.");
            assertThat(editor.button("Approve")).hasCount(0);
            editor.screenIsAccessible();
        }
        try (Visitor editor = signedIn("editor2")) {
            editor.open("review/" + article);
            assertThat(editor.button("Approve")).isVisible();
            assertThat(editor.page().locator(".own-work")).hasCount(0);
        }
    }

    @Test
    void an_open_review_follows_what_bars_and_allows_an_approval() {
        int article = submitted("Followed");
        try (Visitor editor = signedIn("editor")) {
            editor.open("review/" + article);
            editor.page().waitForSelector("#comments[data-loaded]");
            Locator note = editor.page().getByLabel("Note", new Page.GetByLabelOptions().setExact(true));
            note.fill("Typed and not sent.");
            assertThat(editor.button("Approve")).isVisible();
            Http journalist = Http.person(base(), "journalist");
            JsonObject demand = Json.createObjectBuilder()
                    .add("text", "Ask the harbour office first.")
                    .add("block", "p2")
                    .add("must", true)
                    .build();
            String comments = "api/v1/articles/" + article + "/comments";
            int comment =
                    journalist.json("POST", comments, demand).expect(201).json().getInt("id");
            assertThat(editor.page().locator("#checks")).containsText("Ask the harbour office first.");
            assertThat(editor.button("Approve")).hasCount(0);
            editor.screenIsAccessible();
            journalist.send("POST", comments + "/" + comment + "/resolve", "").expect(200);
            assertThat(editor.page().locator("#checks")).containsText("are in order");
            assertThat(note).hasValue("Typed and not sent.");
            note.fill("");
            // From here with the keyboard alone: what came of a press is where the focus is.
            editor.enter(editor.button("Approve"));
            assertThat(editor.page().locator("#told")).isFocused();
            assertThat(editor.page().locator("#told")).containsText("Approved.");
            assertThat(title(editor)).hasText("Revision 1 is approved; nothing has changed since");
            editor.nothingWentWrong();
        }
    }

    @Test
    void an_open_review_hears_that_the_clock_published() {
        int article = approved("Published meanwhile");
        try (Visitor editor = signedIn("editor")) {
            editor.open("review/" + article);
            taken(
                    "editor",
                    article,
                    "schedule",
                    "at",
                    Instant.now().plus(Duration.ofSeconds(3)).toString());
            assertThat(state(editor)).hasText("Scheduled");
            Locator note = editor.page().getByLabel("Note", new Page.GetByLabelOptions().setExact(true));
            note.fill("Typed and not sent.");
            assertThat(state(editor)).hasText("Published");
            assertThat(title(editor)).hasText("Readers have revision 1; nothing has changed since");
            assertThat(editor.page().locator("[data-heard]")).containsText("Now: Published");
            assertThat(note).hasValue("Typed and not sent.");
            note.fill("");
            // The dialogs are those of the new state.
            editor.button("Change what readers have…").click();
            Locator dialog = editor.page().locator("dialog[open]");
            assertThat(dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Update")))
                    .isDisabled();
            dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Withdrawal"))
                    .check();
            dialog.getByLabel("Note to readers").fill("It was wrong.");
            dialog.getByText("Withdraw", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(editor.page().locator("#told")).isFocused();
            assertThat(title(editor))
                    .hasText("Readers had revision 1 until it was withdrawn; nothing has changed since");
            editor.screenIsAccessible();
            editor.nothingWentWrong();
        }
    }

    @Test
    void what_is_typed_on_a_review_outlives_its_session() {
        int article = submitted("Signed out meanwhile");
        try (Visitor editor = signedIn("editor")) {
            editor.open("review/" + article);
            Locator note = editor.page().getByLabel("Note", new Page.GetByLabelOptions().setExact(true));
            note.fill("Typed and not sent.");
            editor.context().clearCookies();
            taken("editor", article, "approve", null, null);
            assertThat(editor.page().locator("[data-lost]")).containsText("what you typed is still here");
            assertThat(note).hasValue("Typed and not sent.");
            assertThat(editor.path()).isEqualTo("review/" + article);
        }
    }

    @Test
    void nothing_is_planned_for_a_time_that_is_over() {
        int article = approved("Planned too late");
        LocalDate day = LocalDate.now(DESK).plusDays(1);
        taken("editor", article, "schedule", "at", day + "T10:00");
        try (Visitor editor = signedIn("editor")) {
            editor.page().clock().install();
            editor.open("calendar?week=" + day);
            Locator plan = editor.page().locator(".plan[data-id='" + article + "']");
            assertThat(plan).hasAttribute("data-at", day + "T10:00");
            // The page stays open for three days.
            editor.page().clock().fastForward(Duration.ofDays(3).toMillis());
            assertThat(editor.page().locator(".day[data-date='" + day + "']")).hasClass(Pattern.compile("\\bpast\\b"));
            editor.tabTo(plan.locator("button.time"));
            editor.press("Space");
            editor.press("ArrowDown");
            assertThat(editor.page().locator("[data-carried]")).containsText("10:15: over");
            editor.press("Space");
            assertThat(editor.page().locator("[data-said]")).containsText("10:15 is over");
            assertThat(plan).hasAttribute("data-at", day + "T10:00");
            assertThat(plan.locator("button.time")).isFocused();
            editor.nothingWentWrong();
        }
        taken("editor", article, "unschedule", null, null);
    }

    @Test
    void in_an_hour_is_reckoned_from_when_it_is_pressed() {
        int article = approved("Planned in an hour");
        try (Visitor editor = signedIn("editor")) {
            editor.page().clock().install();
            editor.open("review/" + article);
            editor.page().clock().fastForward(Duration.ofHours(2).toMillis());
            LocalDateTime earliest = LocalDateTime.now(DESK).plusHours(3);
            editor.button("Schedule…").click();
            Locator when = editor.page().locator("#planAt");
            LocalDateTime suggested = LocalDateTime.parse(when.inputValue());
            assertThat(suggested).isBetween(earliest, earliest.plusMinutes(6));
            when.fill(suggested.plusDays(3).toString());
            editor.button("In an hour").click();
            assertThat(LocalDateTime.parse(when.inputValue())).isBetween(earliest, earliest.plusMinutes(6));
            assertThat(when).isFocused();
            editor.nothingWentWrong();
        }
    }

    /** Opens so many pages that the server keeps no older one of that session in mind. */
    private void pushesOut(BrowserContext context) {
        for (int i = 0; i < 20; i++) {
            assertThat(context.request()
                            .get(base().resolve("desk?queue=drafts").toString())
                            .ok())
                    .isTrue();
        }
    }

    @Test
    void a_page_that_other_pages_pushed_out_of_memory_goes_on_with_what_is_typed_in_it() {
        int article = created("Pushed out");
        try (WritePage write = WritePage.signIn(browser(), base(), "journalist")) {
            write.open(article);
            pushesOut(write.context());
            write.cursor("p1", 3);
            write.type(" autosaved");
            assertThat(write.state()).hasText(LiveDesk.SAVED_AT);
            write.save();
            pushesOut(write.context());
            write.type(" and saved");
            write.save();
            write.shows(0, "The autosaved and saved ferry left an hour late.");
            assertThat(write.state()).hasText("Saved as revision 3");
            pushesOut(write.context());
            write.page.locator("[id='story:submit']").click();
            assertThat(standing(write).locator(".state").first()).hasText("Submitted");
            assertThat(write.errors()).isEmpty();
        }
        try (Visitor editor = signedIn("editor")) {
            editor.open("review/" + article);
            Locator note = editor.page().getByLabel("Note", new Page.GetByLabelOptions().setExact(true));
            note.fill("Typed and not sent.");
            pushesOut(editor.context());
            taken("editor", article, "approve", null, null);
            assertThat(state(editor)).hasText("Approved");
            assertThat(note).hasValue("Typed and not sent.");
            editor.button("Send back").click();
            assertThat(editor.page().locator("#told")).containsText("Sent back with your note.");
            editor.nothingWentWrong();
        }
    }
}
