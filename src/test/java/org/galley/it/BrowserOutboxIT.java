package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.galley.it.inside.Receiver;
import org.junit.jupiter.api.Test;

/** What leaves the desk, in a real browser: subscribers with their dead letters, and the bell with what it tells. */
class BrowserOutboxIT extends BrowserTest {
    private static final String LONG_ARABIC =
            "افتتاح الرصيف الثالث في ميناء الجزيرة قبل بداية الموسم بأسبوعين، وفق ما أعلنته إدارة الميناء";

    private String path(String headline) {
        JsonObject story = Json.createObjectBuilder()
                .add("headline", headline)
                .add("section", "world")
                .add(
                        "body",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "paragraph")
                                        .add("html", "One paragraph.")))
                .build();
        return "api/v1/articles/"
                + Http.person(base(), "journalist")
                        .json("POST", "api/v1/articles", story)
                        .expect(201)
                        .json()
                        .getInt("id");
    }

    private void moved(String person, String article, String action) {
        JsonObject step = Json.createObjectBuilder()
                .add("action", action)
                .add("note", "Name a source for the second figure, please.")
                .build();
        Http.person(base(), person).json("POST", article + "/transitions", step).expect(200);
    }

    @Test
    void an_administrator_adds_a_subscriber_and_sends_its_dead_letters_again() throws IOException {
        try (Receiver receiver = new Receiver();
                Visitor visitor = signedIn("admin")) {
            receiver.answers(heard -> 500);
            Page page = visitor.page();
            visitor.open("desk");
            visitor.enter(visitor.link("Webhooks"));
            page.waitForURL("**/webhooks");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New subscriber"))
                    .first()
                    .click();
            page.waitForURL("**/webhooks/_new");
            page.getByLabel("Name").fill("Regional site");
            page.getByLabel("Address").fill("http://10.0.0.1/hook");
            visitor.button("Add subscriber").click();
            assertThat(page.getByText("The host is at a private address")).isVisible();
            assertThat(page.getByLabel("Name")).hasValue("Regional site");
            page.getByLabel("Address").fill(receiver.url());
            visitor.enter(visitor.button("Add subscriber"));
            page.waitForURL(Pattern.compile(".*/webhooks/[0-9]+"));
            assertThat(page.locator(".note.ok")).containsText("Regional site is told from now on.");
            assertThat(page.getByLabel("Secret that signs its messages")).hasValue(Pattern.compile("whsec_.{43}"));
            visitor.screenIsAccessible();
            visitor.picture("webhooks-secret");
            String article = path(LONG_ARABIC);
            moved("journalist", article, "submit");
            moved("editor", article, "approve");
            moved("editor", article, "publish");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> receiver.all().size() >= 3);
            Locator dead = page.locator(".deliveries .state", new Page.LocatorOptions().setHasText("dead letter"));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                visitor.answered(() -> visitor.button("Look again").click());
                page.waitForLoadState();
                return dead.count() > 0;
            });
            assertThat(page.locator(".deliveries")).containsText("HTTP 500");
            String number = article.substring(article.lastIndexOf('/') + 1);
            Locator about = page.locator(".deliveries a[href$='/history/" + number + "']")
                    .first();
            assertThat(about).hasText(LONG_ARABIC);
            assertThat(about.locator("xpath=..")).containsText("Story " + number);
            visitor.answered(() -> visitor.button("Tries").first().click());
            assertThat(page.locator(".tries li")).hasCount(3);
            visitor.screenIsAccessible();
            visitor.fitsAPhone();
            pictures(visitor, "webhooks");
            visitor.open("webhooks");
            assertThat(visitor.heading("Dead letters")).isVisible();
            visitor.screenIsAccessible();
            visitor.fitsAPhone();
            visitor.picture("webhooks-dead");
            receiver.answers(heard -> 200);
            visitor.enter(visitor.button("Send again").first());
            assertThat(page.locator(".note.ok")).containsText("It is sent again.");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> receiver.taken().size() == 1);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Regional site"))
                    .first()
                    .click();
            page.waitForURL("**/webhooks/*");
            visitor.button("Pause").click();
            assertThat(page.locator(".note.ok")).containsText("is paused");
            visitor.button("Remove").click();
            assertThat(page.locator(".note.ok")).containsText("is removed");
            visitor.enter(visitor.button("Undo"));
            page.waitForURL("**/webhooks/*");
            assertThat(page.getByLabel("Name")).hasValue("Regional site");
            visitor.button("Remove").click();
            assertThat(page.locator(".note.ok")).containsText("is removed");
            visitor.nothingWentWrong();
        }
        try (Visitor journalist = signedIn("journalist")) {
            journalist.open("desk");
            assertThat(journalist.link("Desk")).isVisible();
            assertThat(journalist.link("Webhooks")).hasCount(0);
            journalist.open("webhooks");
            assertThat(journalist.page().getByText("Administrators decide")).isVisible();
        }
    }

    private static void pictures(Visitor visitor, String name) {
        Page page = visitor.page();
        visitor.picture(name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        visitor.picture(name + "-dark");
        page.setViewportSize(360, 740);
        visitor.picture(name + "-phone");
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    @Test
    void the_bell_rings_while_the_page_is_open_and_leads_to_the_story() {
        try (Visitor visitor = signedIn("journalist")) {
            Page page = visitor.page();
            Http.person(base(), "journalist")
                    .json(
                            "POST",
                            "api/v1/notifications/read",
                            Json.createObjectBuilder().add("all", true).build())
                    .expect(200);
            visitor.open("desk");
            Locator bell = page.locator(".bell > button");
            assertThat(bell).hasAttribute("aria-label", "Notifications");
            String article = path("The ferry line opens a third pier before the season begins");
            String other = path(LONG_ARABIC);
            for (String story : new String[] {article, other}) {
                moved("journalist", story, "submit");
                moved("editor", story, "approve");
            }
            moved("editor", article, "request-changes");
            assertThat(bell).hasAttribute("aria-label", "Notifications, 3 unread");
            assertThat(page.locator(".bell [data-live]")).containsText("new notification");
            visitor.enter(bell);
            Locator groups = page.locator(".bell-group.fresh");
            assertThat(groups).hasCount(2);
            assertThat(groups.first()).containsText("Sent back by Demo Editor");
            assertThat(groups.first().locator("li")).hasCount(2);
            visitor.screenIsAccessible();
            visitor.fitsAPhone();
            pictures(visitor, "bell");
            visitor.press("Escape");
            assertThat(page.locator(".bell-panel")).isHidden();
            assertThat(bell).isFocused();
            visitor.press("Enter");
            visitor.tabTo(groups.first().locator("a").first());
            visitor.press("Enter");
            page.waitForURL("**/write/*");
            assertThat(bell).hasAttribute("aria-label", "Notifications, 2 unread");
            visitor.open("notifications");
            assertThat(page.locator(".told.fresh")).hasCount(2);
            assertThat(page.locator(".told.fresh").first()).containsText("Name a source for the second figure");
            visitor.screenIsAccessible();
            visitor.fitsAPhone();
            pictures(visitor, "notifications");
            visitor.enter(visitor.button("Mark all as read"));
            assertThat(page.locator(".told.fresh")).hasCount(0);
            assertThat(bell).hasAttribute("aria-label", "Notifications");
            page.getByLabel("Mail", new Page.GetByLabelOptions().setExact(true)).selectOption("at-once");
            page.getByLabel("Mail address").fill("nobody");
            visitor.enter(visitor.button("Save settings"));
            assertThat(page.locator("#addressProblem")).containsText("no mail address");
            assertThat(page.getByLabel("Mail address")).hasValue("nobody");
            page.getByLabel("Mail", new Page.GetByLabelOptions().setExact(true)).selectOption("off");
            page.getByLabel("Mail address").fill("");
            page.getByLabel("In the page: My story is approved").uncheck();
            visitor.enter(visitor.button("Save settings"));
            assertThat(page.locator(".wishes .note.ok")).containsText("Saved.");
            page.getByLabel("In the page: My story is approved").check();
            visitor.enter(visitor.button("Save settings"));
            assertThat(page.locator(".wishes .note.ok")).containsText("Saved.");
            visitor.nothingWentWrong();
        }
    }
}
