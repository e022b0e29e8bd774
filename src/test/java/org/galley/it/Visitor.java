package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody at a browser of their own: cookies and storage are shared with nobody.
 *
 * <p>Keeps what the browser complained of, so that a journey fails on an error in the console or a request that was not answered.
 */
final class Visitor implements AutoCloseable {
    /** More presses of Tab than any screen has stops. */
    private static final int STOPS = 400;

    private static final List<String> RULES_OF_COLOUR = List.of("color-contrast", "link-in-text-block");

    private static final String ACTIVE = "element => element === document.activeElement";

    private final URI base;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(Browser browser, URI base, Browser.NewContextOptions options) {
        this.base = base;
        context = browser.newContext(options);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Without an account, on a wide window. */
    static Visitor reader(Browser browser, URI base) {
        return new Visitor(browser, base, window(1280, 900, ColorScheme.LIGHT));
    }

    /** @param width of the window in CSS pixels */
    static Visitor reader(Browser browser, URI base, int width, ColorScheme scheme) {
        return new Visitor(browser, base, window(width, 900, scheme));
    }

    private static Browser.NewContextOptions window(int width, int height, ColorScheme scheme) {
        return new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme);
    }

    /** Any demo account, signed in before the first page is opened. */
    static Visitor signedIn(Browser browser, URI base, String account) {
        Visitor visitor = reader(browser, base);
        SignInPage.signIn(visitor.context, base, account);
        return visitor;
    }

    /** Signs in with the mouse. */
    void signIn(String account) {
        open("sign-in");
        page.getByLabel("User name").fill(account);
        page.getByLabel("Password").fill("demo");
        button("Sign in").click();
        page.waitForURL("**/desk*");
    }

    /** @param path below the context root, such as {@code write/17} */
    void open(String path) {
        page.navigate(base.resolve(path).toString());
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** The path below the context root of the page that is open. */
    String path() {
        return URI.create(page.url()).getPath().substring(base.getPath().length());
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().insertText(text);
    }

    /** Goes to an element with the Tab key alone; fails if the key never gets there. */
    void tabTo(Locator target) {
        assertThat(target).isVisible();
        for (int stop = 0; stop < STOPS; stop++) {
            if ((Boolean) target.evaluate(ACTIVE)) {
                return;
            }
            press("Tab");
        }
        throw new AssertionError("the Tab key never comes to " + target);
    }

    /** Goes to a button or link by Tab and presses Enter. */
    void enter(Locator target) {
        tabTo(target);
        press("Enter");
    }

    /** Waits until the server has answered what the action asked of it; that the page is there, it says by itself. */
    void answered(Runnable action) {
        page.waitForResponse(
                response -> response.request().method().equals("POST")
                        && !response.url().endsWith("/presence"),
                action);
    }

    /** No violation of WCAG 2.2 A and AA or of axe's best practices in light, and nothing hard to see in dark, where only colours differ. */
    void screenIsAccessible() {
        hasNoViolation(ColorScheme.LIGHT, new AxeBuilder(page));
        hasNoViolation(ColorScheme.DARK, new AxeBuilder(page).withRules(RULES_OF_COLOUR));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void hasNoViolation(ColorScheme scheme, AxeBuilder axe) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        List<String> found =
                axe.analyze().getViolations().stream().map(Visitor::words).toList();
        assertThat(found).as("axe on %s, %s", page.url(), scheme).isEmpty();
    }

    /** Nothing is wider than a small phone's window. */
    void fitsAPhone() {
        page.setViewportSize(360, 740);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as("width of %s in a window of 360 px", page.url())
                .isLessThanOrEqualTo(360);
        page.setViewportSize(1280, 900);
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** Keeps a picture of the screen under {@code target/screens}, to be looked at. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }

    void nothingWentWrong() {
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
