package org.galley.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test class with the server that all share and one real browser; each test brings its own visitors. */
abstract class BrowserTest {
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void openBrowser() {
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    static Browser browser() {
        return browser;
    }

    URI base() {
        return SharedServer.base();
    }

    Visitor reader() {
        return Visitor.reader(browser, base());
    }

    Visitor signedIn(String account) {
        return Visitor.signedIn(browser, base(), account);
    }
}
