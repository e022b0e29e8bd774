package org.galley.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test class with the deployed WAR and one real browser; each test brings its own visitors. */
@ArquillianTest
@RunAsClient
abstract class BrowserTest {
    private static Playwright playwright;
    private static Browser browser;

    @ArquillianResource
    private URL deployed;

    @Deployment(testable = false)
    static WebArchive galley() {
        return GalleyArchive.asBuilt();
    }

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

    /** The container names the machine's own address; the server listens on the loopback one only. */
    URI base() {
        try {
            return new URI("http", null, "127.0.0.1", deployed.getPort(), "/galley/", null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Visitor reader() {
        return Visitor.reader(browser, base());
    }

    Visitor signedIn(String account) {
        return Visitor.signedIn(browser, base(), account);
    }
}
