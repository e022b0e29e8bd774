package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ViewportSize;
import jakarta.json.Json;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** An editor schedules a story, moves it in the calendar by hand and by keys, publishes it, and takes it from readers. */
final class PlanningJourney {
    private static final ZoneId DESK = ZoneId.of("Europe/Kyiv");
    private static final String HEADLINE = "Planned in the calendar";
    private static final int HOURS = 24;
    /** Pixels: a window that cannot show the whole week below what stands above it. */
    private static final int LOW = 420;

    private static final Locator.GetByTextOptions EXACT = new Locator.GetByTextOptions().setExact(true);

    private final Browser browser;
    private final URI base;
    /** Tomorrow by the desk's clock, so that every hour of it is still to come. */
    private final LocalDate day = LocalDate.now(DESK).plusDays(1);

    private int article;

    PlanningJourney(Browser browser, URI base) {
        this.browser = browser;
        this.base = base;
    }

    void run() {
        article = approved();
        try (Visitor editor = Visitor.signedIn(browser, base, "editor")) {
            schedules(editor);
            movesByHandAndTakesItBack(editor);
            carriesItPastTheLowerEdge(editor);
            findsThePresentHour(editor);
            movesByKeys(editor);
            findsItOnTheDesk(editor);
            publishesAndWithdraws(editor);
            editor.nothingWentWrong();
        }
    }

    private int approved() {
        Http journalist = Http.person(base, "journalist");
        int id = journalist
                .json(
                        "POST",
                        "api/v1/articles",
                        Json.createObjectBuilder()
                                .add("headline", HEADLINE)
                                .add("standfirst", "In short.")
                                .add(
                                        "body",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("type", "paragraph")
                                                        .add("html", "It is read tomorrow.")))
                                .build())
                .expect(201)
                .json()
                .getInt("id");
        String transitions = "api/v1/articles/" + id + "/transitions";
        journalist
                .json(
                        "POST",
                        transitions,
                        Json.createObjectBuilder().add("action", "submit").build())
                .expect(200);
        Http.person(base, "editor")
                .json(
                        "POST",
                        transitions,
                        Json.createObjectBuilder().add("action", "approve").build())
                .expect(200);
        return id;
    }

    private void schedules(Visitor editor) {
        editor.open("review/" + article);
        editor.button("Schedule…").click();
        Locator when = whenOf(editor);
        assertThat(when).isFocused();
        editor.screenIsAccessible();
        editor.picture("review-schedule");
        when.fill(day + "T10:00");
        editor.button("Schedule").click();
        assertThat(editor.page().locator(".decide .state").first()).hasText("Scheduled");
        assertThat(editor.page().getByText("10:00 (Europe/Kyiv)")).isVisible();
        editor.screenIsAccessible();
        editor.fitsAPhone();
        editor.link("See it in the calendar").click();
        editor.page().waitForURL("**/calendar?week=" + day + "*");
    }

    /** The time that the open dialog asks for. */
    private static Locator whenOf(Visitor editor) {
        return editor.page().locator("dialog[open]").getByLabel(Pattern.compile("Date and time in Kyiv"));
    }

    private Locator plan(Visitor editor) {
        return editor.page().locator(".plan[data-id='" + article + "']");
    }

    private void movesByHandAndTakesItBack(Visitor editor) {
        Locator plan = plan(editor);
        assertThat(plan).hasAttribute("data-at", day + "T10:00");
        editor.screenIsAccessible();
        editor.fitsAPhone();
        plan.scrollIntoViewIfNeeded();
        BoundingBox box = plan.boundingBox();
        double hour = plan.locator("xpath=..").boundingBox().height / HOURS;
        editor.page().mouse().move(box.x + 40, box.y + 30);
        editor.page().mouse().down();
        editor.page().mouse().move(box.x + 40, box.y + 30 + hour);
        editor.page().mouse().move(box.x + 40, box.y + 30 + 2 * hour);
        assertThat(editor.page().locator(".drop")).hasText("12:00");
        editor.picture("calendar-dragging");
        editor.answered(() -> editor.page().mouse().up());
        assertThat(plan).hasAttribute("data-at", day + "T12:00");
        assertThat(editor.page().getByText(Pattern.compile("is scheduled for .*, 12:00")))
                .isVisible();
        editor.screenIsAccessible();
        editor.picture("calendar");
        editor.answered(() -> editor.button("Undo").click());
        assertThat(plan).hasAttribute("data-at", day + "T10:00");
        editor.page().reload();
        assertThat(plan).hasAttribute("data-at", day + "T10:00");
    }

    /** The week ends below the window, and the evening below what the week shows. */
    private void carriesItPastTheLowerEdge(Visitor editor) {
        Page page = editor.page();
        ViewportSize before = page.viewportSize();
        page.setViewportSize(before.width, LOW);
        page.reload();
        plan(editor).scrollIntoViewIfNeeded();
        page.evaluate("() => window.scrollTo(0, 0)");
        assertThat((Boolean) page.evaluate(
                        "() => document.querySelector('.week').getBoundingClientRect().bottom > window.innerHeight"))
                .isTrue();
        BoundingBox box = plan(editor).boundingBox();
        page.mouse().move(box.x + 40, box.y + 20);
        page.mouse().down();
        page.mouse().move(box.x + 40, LOW - 60);
        page.mouse().move(box.x + 40, LOW - 10);
        // Nothing moves but the grid and the page, until the day ends.
        assertThat(page.locator(".drop")).hasText("23:45");
        page.keyboard().press("Escape");
        page.mouse().up();
        assertThat(plan(editor)).hasAttribute("data-at", day + "T10:00");
        page.setViewportSize(before.width, before.height);
    }

    private static void findsThePresentHour(Visitor editor) {
        editor.open("calendar");
        assertThat(
                        (Boolean)
                                editor.page()
                                        .evaluate(
                                                """
                                () => {
                                  const box = document.querySelector('.week').getBoundingClientRect();
                                  const list = document.querySelector('.today .plans');
                                  const now = list.getBoundingClientRect().top
                                      + (Number(getComputedStyle(list).getPropertyValue('--now')) / 1440) * list.clientHeight;
                                  return now > box.top && now < Math.min(box.bottom, window.innerHeight);
                                }"""))
                .isTrue();
    }

    private void movesByKeys(Visitor editor) {
        editor.open("calendar?week=" + day);
        Locator plan = plan(editor);
        Locator time = plan.locator("button.time");
        editor.tabTo(time);
        editor.press("Space");
        editor.press("Shift+ArrowUp");
        editor.press("ArrowUp");
        assertThat(editor.page().locator("[data-carried]")).containsText("08:45");
        editor.press("Escape");
        assertThat(plan).hasAttribute("data-at", day + "T10:00");
        editor.press("Space");
        editor.press("ArrowDown");
        editor.answered(() -> editor.press("Space"));
        assertThat(plan).hasAttribute("data-at", day + "T10:15");
        assertThat(time).isFocused();
        editor.press("Enter");
        Locator when = whenOf(editor);
        assertThat(when).isFocused();
        editor.screenIsAccessible();
        when.fill(day + "T07:05");
        editor.answered(() -> editor.press("Enter"));
        assertThat(plan).hasAttribute("data-at", day + "T07:05");
    }

    private void findsItOnTheDesk(Visitor editor) {
        editor.open("desk?queue=scheduled");
        assertThat(editor.page().locator(".queues a[aria-current] .n")).not().hasText("0");
        Locator line = editor.page().locator(".stories tbody tr", new Page.LocatorOptions().setHasText(HEADLINE));
        assertThat(line).containsText("07:05");
        editor.screenIsAccessible();
        editor.fitsAPhone();
    }

    private void publishesAndWithdraws(Visitor editor) {
        editor.open("review/" + article);
        editor.button("Publish").click();
        assertThat(editor.page().locator(".decide .state").first()).hasText("Published");
        String page = editor.page().locator(".note.ok a").getAttribute("href");
        editor.enter(editor.button("Change what readers have…"));
        Locator update = editor.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Update"));
        assertThat(update).isDisabled();
        editor.screenIsAccessible();
        editor.picture("review-after");
        editor.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Withdrawal"))
                .check();
        Locator withdraw = editor.page().locator("dialog[open]").getByText("Withdraw", EXACT);
        assertThat(withdraw).hasClass(Pattern.compile("danger"));
        withdraw.click();
        // The browser asks for the note before anything is sent.
        assertThat(editor.page().locator("dialog[open]").getByLabel("Note to readers"))
                .isFocused();
        editor.type("It was planned only.");
        withdraw.click();
        assertThat(editor.page().locator(".decide .state").first()).hasText("Withdrawn");
        Http.Answer gone = Http.nobody(base).get(base.resolve(page).toString()).expect(410);
        assertThat(gone.body()).contains("It was planned only.");
    }
}
