package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The Write screen as one person has it open in a browser of their own. */
final class WritePage implements AutoCloseable {
    /** Calls the surface by the same module that the screen uses. */
    private static final String SURFACE =
            "import('galley/storyEditor.js').then(m => m.editorOf(document.querySelector('[data-galley-editor]')))";

    /**
     * Knows of ProseMirror's timers that have not ended. A timer of 20 ms is its own: with it, it looks at the selection again,
     * and undoes what keys did to it before.
     */
    private static final String LOOKS =
            """
            window.galleyLooks = new Set();
            const { setTimeout: set, clearTimeout: clear } = window;
            window.setTimeout = (act, delay, ...more) => {
              if (delay !== 20) return set(act, delay, ...more);
              const id = set(() => { galleyLooks.delete(id); act(...more); }, delay);
              galleyLooks.add(id);
              return id;
            };
            window.clearTimeout = id => { galleyLooks.delete(id); clear(id); };""";

    private final URI base;
    private final String username;
    private final BrowserContext context;
    private final List<String> errors = new ArrayList<>();
    final Page page;

    private WritePage(URI base, String username, BrowserContext context) {
        this.base = base;
        this.username = username;
        this.context = context;
        page = context.newPage();
        page.onPageError(errors::add);
    }

    static WritePage signIn(Browser browser, URI base, String username) {
        // Far from any desk, so that a time of the browser's own zone is seen.
        Browser.NewContextOptions away =
                new Browser.NewContextOptions().setViewportSize(1280, 900).setTimezoneId("Pacific/Auckland");
        return signIn(browser, base, username, away);
    }

    static WritePage signIn(Browser browser, URI base, String username, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        context.addInitScript(LOOKS);
        WritePage write = new WritePage(base, username, context);
        SignInPage.signIn(context, base, username);
        return write;
    }

    static Browser.NewContextOptions dark() {
        return new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK);
    }

    static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions().setViewportSize(360, 740);
    }

    /** Calls the API as a person with an account. */
    JsonObject api(String person, String method, String path, String body, Map<String, String> headers) {
        RequestOptions login = RequestOptions.create()
                .setMethod("POST")
                .setHeader(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8)));
        String token = object(context.request()
                        .fetch(base.resolve("api/v1/tokens").toString(), login)
                        .text())
                .getString("token");
        RequestOptions options =
                RequestOptions.create().setMethod(method).setHeader("Authorization", "Bearer " + token);
        headers.forEach(options::setHeader);
        if (body != null) {
            options.setHeader("Content-Type", "application/json").setData(body);
        }
        APIResponse answer =
                context.request().fetch(base.resolve("api/v1/" + path).toString(), options);
        if (!answer.ok()) {
            throw new AssertionError(method + " " + path + " answered " + answer.status() + ": " + answer.text());
        }
        return object(answer.text());
    }

    JsonObject api(String path) {
        return api(username, "GET", path, null, Map.of());
    }

    /** A new article of this person, opened. @return its number */
    int open(String story) {
        int id = api(username, "POST", "articles", story, Map.of()).getInt("id");
        open(id);
        return id;
    }

    void open(int id) {
        page.navigate(base.resolve("write/" + id).toString());
        ready();
    }

    void reload() {
        page.reload();
        ready();
    }

    private void ready() {
        page.waitForSelector("#story[data-in-step]");
    }

    /** What the screen says of the words: saved, offline, and so on. */
    Locator state() {
        return page.locator("[data-save-state]");
    }

    /** Waits until the text of a block, by index, is this one. */
    void shows(int index, String text) {
        assertThat(block(index)).hasText(text);
    }

    /** A field of the header, by its name. */
    Locator field(String name) {
        return page.locator("[id='story:" + name + "']");
    }

    BrowserContext context() {
        return context;
    }

    /** Another window of the same person at the same story. */
    WritePage another(int id) {
        WritePage other = new WritePage(base, username, context);
        other.open(id);
        return other;
    }

    Locator surface() {
        return page.locator(".galley-surface");
    }

    Locator block(int index) {
        return surface().locator("[data-id]").nth(index);
    }

    void keys(String... keys) {
        for (String key : keys) {
            // Letters that are on no key of this keyboard arrive as from another one.
            if (key.length() == 1 && key.charAt(0) > '~') {
                page.keyboard().insertText(key);
            } else {
                page.keyboard().press(key);
            }
        }
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Clicks into the text, and waits until ProseMirror has looked at the selection once more, as it does after it got the focus. */
    void click(Locator place) {
        place.click();
        page.waitForFunction("() => document.activeElement?.closest('.galley-surface') && galleyLooks.size === 0");
    }

    /** Somebody else signs in in another window of this browser. */
    void somebodyElse(String person) {
        context.clearCookies();
        SignInPage.signIn(context, base, person);
    }

    /** From the next page on there are no sockets, as behind some proxies. */
    void withoutSockets() {
        context.addInitScript("window.WebSocket = class { constructor() { throw new Error('blocked'); } };");
    }

    /** The body as the surface would send it. */
    JsonArray body() {
        return array(surfaceSays("e.getBody()"));
    }

    List<String> ids() {
        return body().getValuesAs(JsonObject.class).stream()
                .map(block -> block.getString("id"))
                .toList();
    }

    List<String> texts() {
        return body().getValuesAs(JsonObject.class).stream()
                .map(block -> block.getString("html", ""))
                .toList();
    }

    JsonArray ads() {
        return array(surfaceSays("e.getAds()"));
    }

    /** Puts the cursor into a block of one line, some characters from its start. */
    void cursor(String id, int offset) {
        click(surface().locator("[data-id='" + id + "']"));
        keys("Home");
        for (int i = 0; i < offset; i++) {
            keys("ArrowRight");
        }
    }

    private String surfaceSays(String expression) {
        return (String) page.evaluate(SURFACE + ".then(e => JSON.stringify(" + expression + "))");
    }

    /** Pastes as another program would have filled the clipboard. */
    void paste(String html, String text) {
        page.evaluate(
                """
                ([html, text]) => {
                  const data = new DataTransfer();
                  if (html) data.setData('text/html', html);
                  data.setData('text/plain', text);
                  document.querySelector('.galley-surface')
                    .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                }""",
                List.of(html, text));
    }

    /** Saves by keys and waits until the screen says so. */
    void save() {
        keys("Control+s");
        page.waitForFunction(
                "() => /^Saved as|^Nothing/.test(document.querySelector('[data-save-state]').textContent)");
    }

    List<String> errors() {
        return errors;
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static JsonArray array(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
