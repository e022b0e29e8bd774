package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Documents of agencies on the import screen: one, several at a time, and a newer version of one that was edited meanwhile. */
final class ImportJourney {
    private static final String ARABIC = "وصلت أول عبارة إلى الرصيف الثالث";
    private static final String LONG =
            "Ferry line to the islands opens a third pier, two weeks before the season and eleven months after the storm that took the old one";
    private final Browser browser;
    private final URI base;
    private final String uri = "urn:example:" + UUID.randomUUID();

    ImportJourney(Browser browser, URI base) {
        this.browser = browser;
        this.base = base;
    }

    private String ninjs(int version, String first) {
        return "{\"uri\":\"" + uri + "\",\"version\":\"" + version + "\",\"headline\":\"" + LONG
                + "\",\"byline\":\"Ann Sea\",\"ednote\":\"Adds the quote\",\"body_html\":\"<p>" + first
                + "</p><h2>Тихий причал</h2><p dir='rtl'>" + ARABIC
                + "</p><ul><li>Power</li><li>Quiet</li></ul><figure><img src='https://pictures.example.org/1.jpg'><figcaption>The pier</figcaption></figure>\"}";
    }

    void run() {
        try (Visitor journalist = Visitor.signedIn(browser, base, "journalist")) {
            // The sender's picture is elsewhere, and no test leaves this machine.
            journalist
                    .page()
                    .route(
                            "https://pictures.example.org/**",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("image/svg+xml")
                                    .setBody("<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/>")));
            String article = pastes(journalist);
            edits(journalist, article);
            importsSeveral(journalist);
            decides(journalist, article);
            journalist.nothingWentWrong();
        }
    }

    private String pastes(Visitor visitor) {
        visitor.open("import");
        Page page = visitor.page();
        page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill("{\"uri\":1}");
        visitor.button("Recognise").click();
        assertThat(page.locator("[id='source:textProblem']")).containsText("no ninjs");
        page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true))
                .fill(ninjs(1, "The line opened three piers."));
        visitor.button("Recognise").click();
        assertThat(page.getByLabel("Headline")).hasValue(LONG);
        assertThat(page.getByLabel("Bylines, with commas between")).hasValue("Ann Sea");
        page.getByLabel("Bylines, with commas between").fill("Ann Sea, Ben Quay");
        page.getByLabel("Standfirst").fill("Two weeks early");
        page.getByLabel("Tags, with commas between").fill("ferries");
        assertThat(page.locator(".facts")).containsText("ninjs 1");
        assertThat(page.locator(".preview .elsewhere")).containsText("https://pictures.example.org/1.jpg");
        assertThat(page.locator(".notes").first()).containsText("Adds the quote");
        visitor.screenIsAccessible();
        visitor.fitsAPhone();
        visitor.picture("import-ninjs");
        visitor.button("Create story").click();
        page.waitForURL("**/write/*");
        assertThat(page.locator("[id='story:bylines']")).hasValue("Ann Sea, Ben Quay");
        assertThat(page.locator("[id='story:standfirst']")).hasValue("Two weeks early");
        assertThat(page.locator("[id='story:tags']")).hasValue("ferries");
        return visitor.path().substring("write/".length());
    }

    private static void edits(Visitor visitor, String article) {
        visitor.open("write/" + article);
        Locator first = visitor.page().locator(".ProseMirror p").first();
        first.click();
        visitor.press("Control+Home");
        visitor.type("Here: ");
        visitor.button("Save").click();
        assertThat(visitor.page().locator("[data-save-state]")).hasText("Saved as revision 2");
    }

    private void importsSeveral(Visitor visitor) {
        visitor.open("import");
        Page page = visitor.page();
        page.getByLabel("Or a file").setInputFiles(new FilePayload[] {
            file("newer.json", "application/json", ninjs(2, "The line opened three quiet piers.")),
            file("text.txt", "text/plain", "A headline of a text\n\nIts only paragraph.\n\nAD"),
            file("broken.xml", "text/xml", "<nitf><body>"),
        });
        visitor.button("Recognise").click();
        assertThat(visitor.heading("2 stories found")).isVisible();
        assertThat(page.locator(".stories-in")).containsText("this one waits on History for a decision");
        assertThat(page.locator(".stories-in")).containsText("not well-formed XML");
        visitor.screenIsAccessible();
        visitor.fitsAPhone();
        visitor.picture("import-several");
        page.getByLabel("All of them").uncheck();
        visitor.button("Import the chosen stories").click();
        assertThat(page.locator(".ui-messages-error")).containsText("Choose at least one story.");
        page.getByLabel("All of them").check();
        visitor.button("Import the chosen stories").click();
        assertThat(visitor.heading("What became of them")).isVisible();
        assertThat(page.locator(".stories-in .state")).hasText(new String[] {"Waits for a decision", "New story"});
        visitor.screenIsAccessible();
        visitor.fitsAPhone();
        visitor.picture("import-results");
    }

    private static FilePayload file(String name, String type, String text) {
        return new FilePayload(name, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private void decides(Visitor visitor, String article) {
        visitor.open("desk");
        Page page = visitor.page();
        Locator waiting = page.locator(".waiting a[href*='/history/" + article + "?']");
        assertThat(waiting).hasText(LONG);
        visitor.screenIsAccessible();
        visitor.fitsAPhone();
        visitor.picture("desk-waiting");
        visitor.enter(waiting);
        page.waitForURL("**/history/" + article + "?proposal=*");
        assertThat(page.locator(".cmp-row ins").first()).containsText("quiet");
        visitor.screenIsAccessible();
        visitor.fitsAPhone();
        visitor.picture("proposal");
        visitor.enter(visitor.button("Take by merge"));
        assertThat(page.locator(".flash")).hasText(Pattern.compile(".*merged as revision \\d+.*"));
        assertThat(page.locator(".events")).containsText("Wire version merged by Demo Journalist");
        assertThat(page.locator(".waiting")).hasCount(0);
    }
}
