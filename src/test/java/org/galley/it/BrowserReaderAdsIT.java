package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ads on the reader's page, with the ad code switched on by its settings. A stand-in answers for Google Publisher Tags, and whatever
 * else would leave this machine is refused and fails the test.
 */
class BrowserReaderAdsIT {
    private static final String TAGS = "https://tags.example/gpt.js";

    private static final String WATCH_SHIFTS =
            """
            window.shifts = [];
            const note = list => list.forEach(entry => window.shifts.push(
              entry.value.toFixed(4) + ' ' + entry.sources.map(source => source.node?.className || source.node?.nodeName)));
            const watch = new PerformanceObserver(list => note(list.getEntries()));
            watch.observe({ type: 'layout-shift', buffered: true });
            window.allShifts = () => { note(watch.takeRecords()); return window.shifts; };""";

    /** Down to the end as fast as frames are painted, then two frames more. */
    private static final String SCROLL =
            """
            async () => {
              const frame = () => new Promise(requestAnimationFrame);
              for (let y = 0; y < document.documentElement.scrollHeight; y += 120) {
                scrollTo(0, y);
                await frame();
              }
              await frame();
              await frame();
            }""";

    private static Playwright playwright;
    private static Browser browser;
    private static ServerProcess server;
    private static String address;

    private final List<String> outside = new ArrayList<>();

    @BeforeAll
    static void publish() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "reader-ads-");
        server = ServerProcess.start(
                folder, List.of("-Dgalley.ads.gpt.network=1234", "-Dgalley.ads.gpt.script=" + TAGS));
        address = new AdStory(server.base()).publish();
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void end() {
        if (playwright != null) {
            playwright.close();
        }
        if (server != null) {
            server.close();
        }
    }

    /** A reader whose requests to anywhere else are answered here. */
    private Visitor reader(int width) {
        Visitor reader = Visitor.reader(browser, server.base(), width, ColorScheme.LIGHT);
        reader.context().addInitScript(WATCH_SHIFTS);
        reader.context().route(url -> !url.startsWith(server.base().toString()), route -> {
            outside.add(route.request().url());
            route.abort();
        });
        reader.context()
                .route(
                        "https://ads.example/creative.html",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody("<!doctype html><html lang=en><title>Ad</title><a"
                                        + " href='https://shop.example/'>Boots</a>")));
        return reader;
    }

    private static void tagsCome(Visitor reader) {
        reader.context()
                .route(
                        TAGS,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/javascript")
                                .setBody(standIn())));
    }

    private static String standIn() {
        try (InputStream script = BrowserReaderAdsIT.class.getResourceAsStream("/reader/gpt.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Locator slot(Visitor reader, String definition) {
        return reader.page().locator(".ad-slot[data-ad-definition='" + definition + "']");
    }

    private static void is(Visitor reader, String definition, String state) {
        assertThat(slot(reader, definition)).hasAttribute("data-ad-state", state);
    }

    private static void nothingMoved(Visitor reader) {
        assertThat(reader.page().evaluate("allShifts()"))
                .as("layout shifts of %s", reader.page().url())
                .isEqualTo(List.of());
    }

    /** What the other tests find nothing with does find something: text pushed down under the reader's eyes. */
    @Test
    void a_page_whose_text_is_pushed_down_is_seen_to_move() {
        try (Visitor reader = reader(1280)) {
            reader.open(address);
            nothingMoved(reader);
            reader.page()
                    .evaluate(
                            """
                            async () => {
                              const pushed = document.createElement('div');
                              pushed.style.height = '250px';
                              document.querySelector('.body').prepend(pushed);
                              const frame = () => new Promise(requestAnimationFrame);
                              await frame();
                              await frame();
                              await frame();
                            }""");
            assertThat((List<?>) reader.page().evaluate("allShifts()")).isNotEmpty();
        }
    }

    private static void nothingToFocus(Locator slot) {
        assertThat(slot.locator("a, button, iframe, [tabindex]")).hasCount(0);
    }

    @Test
    void ads_come_late_or_not_at_all_and_nothing_on_the_page_moves() {
        for (int width : new int[] {360, 768, 1280}) {
            try (Visitor reader = reader(width)) {
                tagsCome(reader);
                reader.open(address);
                is(reader, "near-empty", "empty");
                assertThat(slot(reader, "near-empty")).isVisible();
                nothingToFocus(slot(reader, "near-empty"));
                reader.page().evaluate(SCROLL);
                is(reader, "house-fill", "filled");
                is(reader, "house-empty", "empty");
                is(reader, "late-fill", "filled");
                is(reader, "far-empty", "collapsed");
                assertThat(slot(reader, "far-empty")).isHidden();
                assertThat(slot(reader, "house-fill").locator("iframe")).isVisible();
                assertThat(slot(reader, "house-fill").getByText("Read us daily"))
                        .hasCount(0);
                assertThat(slot(reader, "house-empty").getByText("Read us daily"))
                        .isVisible();
                assertThat(slot(reader, "house-empty").locator("iframe")).hasCount(0);
                is(reader, "silent-never", "asked");
                assertThat(slot(reader, "silent-never").locator("iframe")).hasCount(0);
                nothingMoved(reader);
                assertThat(outside).isEmpty();
                reader.nothingWentWrong();
                assertThat(reader.context().cookies()).isEmpty();
            }
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void google_publisher_tags_are_told_sizes_targeting_and_privacy() {
        try (Visitor reader = reader(360)) {
            tagsCome(reader);
            reader.open(address);
            reader.page().evaluate(SCROLL);
            is(reader, "late-fill", "filled");
            Map<String, Object> ads = (Map<String, Object>) reader.page().evaluate("standIn.ads");
            assertThat(ads)
                    .containsEntry("safeFrame", true)
                    .containsEntry("enabled", true)
                    .containsEntry("privacy", Map.of("limitedAds", true));
            Map<String, Object> late = (Map<String, Object>) reader.page()
                    .evaluate("(({unit, sizes, targeting, mapping}) => ({unit, sizes, targeting, mapping}))"
                            + "(standIn.slots.find(slot => slot.unit.endsWith('late-fill')))");
            assertThat(late).containsEntry("unit", "/1234/paper/late-fill");
            assertThat(late).containsEntry("targeting", Map.of("pos", "late-fill"));
            // 300x600 would not fit into the room that the page keeps.
            assertThat(late).containsEntry("sizes", List.of(List.of(300, 250)));
            assertThat(reader.page().evaluate("JSON.stringify(standIn.slots[0].mapping.map(step => step[0]))"))
                    .isEqualTo("[[1280,0],[768,0],[0,0]]");
            assertThat((List<String>) reader.page().evaluate("standIn.destroyed"))
                    .hasSize(3);
        }
    }

    @Test
    void a_lazy_place_asks_only_when_the_reader_comes_near() {
        try (Visitor reader = reader(1280)) {
            tagsCome(reader);
            reader.open(address);
            is(reader, "near-empty", "empty");
            assertThat(slot(reader, "late-fill").getAttribute("data-ad-state")).isNull();
            slot(reader, "late-fill").scrollIntoViewIfNeeded();
            is(reader, "late-fill", "filled");
            nothingMoved(reader);
        }
    }

    @Test
    void without_google_publisher_tags_house_ads_stand_and_nothing_moves() {
        try (Visitor reader = reader(360)) {
            reader.open(address);
            assertThat(reader.page().locator("#ad-code[data-state=failed]")).hasCount(1);
            reader.page().evaluate(SCROLL);
            assertThat(reader.page().locator(".ad-slot").all())
                    .allSatisfy(slot -> assertThat(slot).isVisible());
            assertThat(slot(reader, "house-fill").getByText("Read us daily")).isVisible();
            assertThat(reader.page().locator(".ad-slot iframe")).hasCount(0);
            nothingToFocus(slot(reader, "late-fill"));
            nothingMoved(reader);
            assertThat(outside).containsExactly(TAGS);
        }
    }

    @Test
    void a_page_with_ads_is_accessible_fits_a_phone_and_prints_without_them() {
        try (Visitor reader = reader(1280)) {
            tagsCome(reader);
            reader.open(address);
            reader.page().evaluate(SCROLL);
            is(reader, "late-fill", "filled");
            reader.screenIsAccessible();
            reader.fitsAPhone();
            slot(reader, "house-fill").scrollIntoViewIfNeeded();
            reader.picture("reader-ads");
            reader.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (Locator slot : reader.page().locator(".ad-slot").all()) {
                assertThat(slot).isHidden();
            }
            reader.nothingWentWrong();
        }
    }

    @Test
    void the_page_is_still_answered_from_the_readers_cache() {
        Http.Answer page = Http.nobody(server.base()).get(address).expect(200);
        assertThat(page.header("Content-Security-Policy").orElse("")).contains("'strict-dynamic'", "frame-src https:");
        Http.nobody(server.base())
                .with("If-None-Match", page.etag())
                .get(address)
                .expect(304);
        assertThat(Http.nobody(server.base()).get("news").expect(200).body()).doesNotContain("ad-code");
    }
}
