package org.galley.it;

import com.google.gson.JsonElement;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Playwright;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What writing in a long story costs in a real browser: 20,000 words in 400 blocks, in the Write screen of a server as users run
 * it, with everything on that a journalist has on.
 */
public final class WritingFigures {
    private static final int BLOCKS = 400;
    private static final int WORDS = 20_000;
    private static final int OPENINGS = 7;
    /** A subheading now and then, as long stories have. */
    private static final int BLOCKS_IN_A_PART = 10;

    /** One frame of a screen that shows sixty in a second. */
    private static final double FRAME = 16;

    private static final double SECOND = 1000;

    /** Prose, a new paragraph, bold text, second thoughts and going about with the arrows, somewhere in the middle. */
    private static final List<String> SESSION = session();

    /** Notes when the surface is there and in step with the desk. */
    private static final String WATCH =
            """
            new MutationObserver((_, watch) => {
              if (document.querySelector('#story[data-in-step]')) {
                watch.disconnect();
                requestAnimationFrame(() => setTimeout(() => { window.writableAt = performance.now(); }));
              }
            }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-in-step'] });""";

    private static final String OPENED =
            """
            () => window.writableAt && window.writableAt - performance.getEntriesByType('navigation')[0].domInteractive""";

    private static final String AFTER_THE_FRAME =
            "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))";

    private WritingFigures() {}

    /**
     * Measures; takes about a minute.
     *
     * @throws IOException if the server cannot be started
     */
    public static List<HistoryFigures.Figure> measure() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "writing-");
        try (ServerProcess server = ServerProcess.start(folder, List.of());
                Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright);
                WritePage write = WritePage.signIn(browser, server.base(), "journalist")) {
            write.context().addInitScript(WATCH);
            int id = write.open(story().toString());
            double first = opened(write);
            List<Double> openings = new ArrayList<>();
            for (int n = 0; n < OPENINGS; n++) {
                write.open(id);
                openings.add(opened(write));
            }
            List<Double> keys = keys(write);
            return List.of(
                    new HistoryFigures.Figure(
                            "opening after the page has loaded, the first time, ms", first, Double.NaN),
                    new HistoryFigures.Figure(
                            "opening after the page has loaded, median, ms", at(openings, 0.5), SECOND),
                    new HistoryFigures.Figure("typing: work of the page for one key, median, ms", at(keys, 0.5), FRAME),
                    new HistoryFigures.Figure(
                            "typing: work of the page for one key, 95th of 100, ms", at(keys, 0.95), Double.NaN),
                    new HistoryFigures.Figure("typing: keys measured", keys.size(), Double.NaN));
        }
    }

    private static double opened(WritePage write) {
        write.page.waitForFunction("() => window.writableAt");
        return ((Number) write.page.evaluate(OPENED)).doubleValue();
    }

    /** For each key all that the page's main thread does until its frame is painted: scripts, styles, layout, paint. */
    private static List<Double> keys(WritePage write) {
        CDPSession browser = write.context().newCDPSession(write.page);
        browser.send("Performance.enable");
        write.click(write.block(BLOCKS / 2));
        write.page.waitForLoadState();
        List<Double> times = new ArrayList<>();
        double before = worked(write, browser);
        for (String key : SESSION) {
            write.keys(key);
            double after = worked(write, browser);
            times.add((after - before) * SECOND);
            before = after;
        }
        return times;
    }

    /** Seconds that the main thread has worked since the page was opened. */
    private static double worked(WritePage write, CDPSession browser) {
        write.page.evaluate(AFTER_THE_FRAME);
        for (JsonElement metric : browser.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("the browser does not say how long it worked");
    }

    private static double at(List<Double> times, double part) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * part)));
    }

    private static List<String> session() {
        List<String> keys = new ArrayList<>();
        type(keys, "The council had not expected the wind to turn before the evening tide came in.");
        keys.add("Enter");
        type(keys, "\"Nobody did,\" the harbour master said");
        keys.addAll(
                List.of("Control+b", "n", "o", "w", "Control+b", "Backspace", "Backspace", "ArrowLeft", "ArrowRight"));
        type(keys, ", and looked at the water again.");
        keys.addAll(List.of("ArrowUp", "ArrowDown", "End", "Enter"));
        type(keys, "The ferry stayed where it was until the morning, and so did those who had waited for it.");
        return List.copyOf(keys);
    }

    private static void type(List<String> keys, String text) {
        text.chars().forEach(c -> keys.add(c == ' ' ? "Space" : Character.toString(c)));
    }

    private static JsonObject story() {
        Random random = new Random(1);
        JsonArrayBuilder body = Json.createArrayBuilder();
        int left = WORDS;
        for (int n = 0; n < BLOCKS; n++) {
            boolean heading = n % BLOCKS_IN_A_PART == BLOCKS_IN_A_PART - 1;
            int length = n == BLOCKS - 1 ? left : heading ? 4 : WORDS / (BLOCKS - BLOCKS / BLOCKS_IN_A_PART);
            left -= length;
            JsonObjectBuilder block =
                    Json.createObjectBuilder().add("id", "b" + n).add("html", words(random, length));
            body.add(heading ? block.add("type", "subheading").add("level", 2) : block.add("type", "paragraph"));
        }
        return Json.createObjectBuilder()
                .add("headline", "A story of twenty thousand words")
                .add("standfirst", "As long as a story gets")
                .add("language", "en")
                .add("body", body)
                .build();
    }

    /** Consonants and vowels in turn, two to nine letters, a comma now and then. */
    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < count; n++) {
            text.append(n == 0 ? "" : random.nextInt(12) == 0 ? ", " : " ");
            int length = 2 + random.nextInt(8);
            for (int i = 0; i < length; i++) {
                String letters = i % 2 == 0 ? "tnshrdlcmwfgpbvk" : "eaoiu";
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
        }
        return text.append('.').toString();
    }
}
