package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Write screen in a real browser: paste, find, quotes, fields, checks, ad slots, keys alone, accessibility. */
class BrowserWriteScreenIT extends BrowserTest implements PictureScenes, SurfaceScenes, WritingScenes {
    private static final String EMPTY =
            "{\"headline\":\"A story\",\"standfirst\":\"Said in short\",\"language\":\"%s\",\"body\":[{\"type\":\"paragraph\",\"html\":\"%s\"}]}";

    @Override
    public WritePage as(String person) {
        return WritePage.signIn(browser(), base(), person);
    }

    private static String fixture(String name) {
        try (InputStream in = BrowserWriteScreenIT.class.getResourceAsStream("/paste/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types and what is in them, without ids. */
    private static List<String> outline(WritePage write) {
        return write.body().getValuesAs(JsonObject.class).stream()
                .map(block -> switch (block.getString("type")) {
                    case "list" -> (block.getBoolean("ordered") ? "ol " : "ul ") + block.getJsonArray("items");
                    case "image" -> "image " + block.getString("src") + " " + block.getString("alt");
                    case "embed" -> "embed " + block.getString("url");
                    case "quote" -> "quote " + block.getString("html") + " — " + block.getString("attribution");
                    case "subheading" -> "h" + block.getInt("level") + " " + block.getString("html");
                    default -> "p " + block.getString("html");
                })
                .toList();
    }

    private WritePage pasted(String file) {
        WritePage write = as("journalist");
        write.open(EMPTY.formatted("en", ""));
        write.click(write.block(0));
        write.paste(file.endsWith(".html") ? fixture(file) : "", file.endsWith(".html") ? "plain" : fixture(file));
        return write;
    }

    @Test
    void a_paste_from_word_gives_clean_blocks_and_says_what_was_left_out() {
        try (WritePage write = pasted("word.html")) {
            assertThat(outline(write))
                    .containsExactly(
                            "h2 Harbour bridge opens early",
                            "p The bridge opens on <strong>1\u00a0March</strong>, a month <em>ahead</em> of plan.",
                            "h3 What was measured",
                            "ul [\"Gusts of 41 metres a second\",\"Four centimetres of sway\"]",
                            "ol [\"First the lorries\"]",
                            "p See the <a href=\"https://bridge.example.org/report?a=1&amp;b=2\">report</a>.",
                            "p Toll · 2 euros");
            assertThat(write.page.locator(".galley-notice").innerText()).contains("1 picture", "1 table", "1 ad line");
        }
    }

    @Test
    void a_paste_from_google_docs_gives_clean_blocks() {
        try (WritePage write = pasted("google-docs.html")) {
            assertThat(outline(write))
                    .containsExactly(
                            "h2 Ferry runs on",
                            "p The ferry keeps its <strong>timetable</strong><em> until April</em>.",
                            "ol [\"Lorries are weighed\",\"Buses follow\"]",
                            "p <a href=\"https://ferry.example.org/\">Timetable</a> and H<sub>2</sub>O");
        }
    }

    @Test
    void a_paste_from_a_web_page_keeps_words_and_sources_and_runs_nothing() {
        try (WritePage write = pasted("web-page.html")) {
            assertThat(outline(write))
                    .containsExactly(
                            "h2 Council votes the money",
                            "p The council voted <em>eleven million</em> in June.",
                            "image https://pictures.example.org/bridge.jpg The east tower",
                            "quote We would have waited two winters. — The chief engineer",
                            "p Loose text",
                            "p after two breaks",
                            "embed https://video.example.org/embed/7",
                            "p Do not follow this, these terms.",
                            "ul [\"One\",\"Under one\",\"Two\"]");
            assertThat(write.page.evaluate("() => window.pwned")).isNull();
        }
    }

    @Test
    void a_plain_text_becomes_paragraphs() {
        try (WritePage write = pasted("plain.txt")) {
            assertThat(outline(write))
                    .containsExactly(
                            "p Toll prices will be set in January.",
                            "p A return trip is expected to cost less<br>than the ferry does today.",
                            "p The end.");
        }
    }

    @Test
    void ad_lines_of_a_paste_become_slots_that_are_kept_and_undo_takes_them_back() {
        try (WritePage write = as("journalist")) {
            int id = write.open(EMPTY.formatted("en", "First"));
            String pasted = "One\n\nAD\n\nTwo\n\nإعلان\n\n[ad]\n\nThree";
            write.click(write.block(0));
            write.keys("End", "Enter");
            write.paste("", pasted);
            assertThat(write.texts()).containsExactly("First", "One", "Two", "Three");
            assertSlots(write, id);
            assertThat(write.page.locator(".galley-slot").count()).isEqualTo(3);
            assertThat(write.page.locator(".galley-notice").innerText()).contains("3 ad lines became ad slots.");
            assertThat(write.page.locator("[data-ads-list] li").first().innerText())
                    .contains("after paragraph 2, “One”");
            write.keys("Control+z");
            assertThat(write.ads()).isEmpty();
            write.page.waitForCondition(() ->
                    write.api("articles/" + id + "/ads").getJsonArray("ads").isEmpty());
            write.keys("Control+Shift+z");
            assertSlots(write, id);
            write.save();
            assertThat(write.api("articles/" + id + "?revision=2").getJsonArray("ads"))
                    .hasSize(3);
            write.reload();
            assertSlots(write, id);
            assertThat(write.page.locator(".galley-slot").count()).isEqualTo(3);
            assertThat(write.errors()).isEmpty();
        }
    }

    /** The desk has a slot after the second paragraph, and two after the third, as the surface shows them. */
    private static void assertSlots(WritePage write, int id) {
        List<String> ids = write.ids();
        List<String> wanted = List.of(
                ids.get(1) + " inline placed false",
                ids.get(2) + " inline placed false",
                ids.get(2) + " inline placed false");
        write.page.waitForCondition(() ->
                slots(write.api("articles/" + id + "/ads").getJsonArray("ads")).equals(wanted));
        assertThat(slots(write.ads())).isEqualTo(wanted);
    }

    private static List<String> slots(JsonArray ads) {
        return ads.getValuesAs(JsonObject.class).stream()
                .map(ad -> ad.getString("after", "") + " " + ad.getString("definition") + " " + ad.getString("state")
                        + " " + ad.getBoolean("pinned"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en|“a” it’s", "pl|„a” it’s", "fr|«\u00a0a\u00a0» it’s"})
    void typed_quotes_become_those_of_the_language(String language, String wanted) {
        try (WritePage write = as("journalist")) {
            write.open(EMPTY.formatted(language, ""));
            write.click(write.block(0));
            write.type("\"a\" it's");
            assertThat(write.texts()).containsExactly(wanted);
            write.page.locator("[data-tool='quotes.smart']").click();
            write.keys("Enter");
            write.type("\"a\"");
            assertThat(write.texts().get(1)).isEqualTo("\"a\"");
        }
    }

    @Test
    void signs_make_blocks_and_marks_and_undo_gives_back_what_was_typed() {
        try (WritePage write = as("journalist")) {
            write.open(EMPTY.formatted("en", ""));
            write.click(write.block(0));
            write.type("A **bold** and *it* and [Site](example.org/x)");
            write.keys("Enter");
            write.type("## Head\n### Minor\n> Said\n- item\ntwo");
            assertThat(outline(write))
                    .containsExactly(
                            "p A <strong>bold</strong> and <em>it</em> and <a href=\"https://example.org/x\">Site</a>",
                            "h2 Head",
                            "h3 Minor",
                            "quote Said — ",
                            "ul [\"item\",\"two\"]");
            write.open(EMPTY.formatted("en", ""));
            write.click(write.block(0));
            write.type("2 *b*");
            write.keys("Control+z");
            assertThat(write.texts()).containsExactly("2 *b*");
        }
    }

    @Test
    void replacing_all_is_one_step_for_undo() {
        try (WritePage write = as("journalist")) {
            write.open(EMPTY.formatted("en", "One two one, “one”"));
            write.click(write.block(0));
            write.keys("Control+h");
            write.type("one");
            Locator count = write.page.locator(".galley-find-count");
            assertThat(count.innerText()).endsWith("of 3");
            write.keys("Enter", "Shift+Enter");
            write.page.locator(".galley-find-with input").fill("oneone");
            write.keys("Control+Enter");
            assertThat(write.texts()).containsExactly("oneone two oneone, “oneone”");
            assertThat(count.innerText()).isEqualTo("3 replaced");
            write.keys("Escape", "Control+z");
            assertThat(write.texts()).containsExactly("One two one, “one”");
        }
    }

    @Test
    void an_ad_manager_moves_a_slot_by_keys_and_by_dragging_and_cannot_touch_the_text() {
        try (WritePage write = as("admanager");
                WritePage writer = as("journalist")) {
            int id = writer.open(
                    "{\"headline\":\"Slots\",\"body\":[{\"id\":\"a\",\"type\":\"paragraph\",\"html\":\"A\"},{\"id\":\"b\",\"type\":\"paragraph\",\"html\":\"B\"},"
                            + "{\"id\":\"c\",\"type\":\"paragraph\",\"html\":\"C\"},{\"id\":\"d\",\"type\":\"paragraph\",\"html\":\"D\"}]}");
            write.api(
                    "admanager",
                    "PUT",
                    "articles/" + id + "/ads",
                    "{\"ads\":[{\"definition\":\"inline\",\"after\":\"a\"}]}",
                    Map.of("If-Match", "*"));
            write.open(id);
            assertThat(write.surface().getAttribute("contenteditable")).isEqualTo("false");
            Locator bar = write.page.locator(".galley-slot");
            bar.focus();
            write.keys("ArrowDown", "ArrowDown");
            assertThat(where(write)).isEqualTo("c");
            write.keys("Control+z");
            assertThat(where(write)).isEqualTo("b");
            BoundingBox from = bar.boundingBox();
            BoundingBox to = write.block(2).boundingBox();
            write.page.mouse().move(from.x + 20, from.y + 8);
            write.page.mouse().down();
            write.page.mouse().move(to.x + 20, to.y + 10);
            write.page.mouse().move(to.x + 20, to.y + to.height);
            write.page.mouse().up();
            assertThat(where(write)).isEqualTo("c");
            write.save();
            JsonObject saved =
                    write.api("articles/" + id + "/ads").getJsonArray("ads").getJsonObject(0);
            assertThat(saved.getString("after")).isEqualTo("c");
            assertThat(saved.getBoolean("pinned")).isTrue();
            writer.open(id);
            assertThat(writer.page.locator(".galley-slot-movable").count()).isZero();
        }
    }

    private static String where(WritePage write) {
        return write.ads().getJsonObject(0).getString("after");
    }

    @Test
    void fields_complete_names_make_the_slug_and_say_what_is_wrong_beside_them() {
        try (WritePage write = as("journalist")) {
            int id = write.open(EMPTY.formatted("uk", "Текст"));
            write.page.locator("details.about > summary").click();
            write.page.locator("[id='story:bylines']").click();
            write.type("demo j");
            write.keys("ArrowDown", "Enter");
            assertThat(write.page.inputValue("[id='story:bylines']")).startsWith("Demo Journalist");
            write.page.fill("[id='story:headline']", "Щучин і Київ");
            write.keys("Tab");
            write.page.waitForFunction("() => document.getElementById('story:slug').value === 'shchuchyn-i-kyiv'");
            write.page.fill("[id='story:stamp']", "yesterday");
            write.keys("Control+s");
            write.page.waitForSelector(".field:has([id='story:stamp']) .ui-message-error");
            assertThat(write.page.locator("[data-save-state]").innerText()).isEqualTo("Not saved yet");
            write.page.fill("[id='story:stamp']", "");
            write.save();
            JsonObject saved = write.api("articles/" + id);
            assertThat(saved.getString("slug")).isEqualTo("shchuchyn-i-kyiv");
            assertThat(saved.getJsonArray("bylines").getString(0)).isEqualTo("Demo Journalist");
        }
    }

    @Test
    void a_story_that_nobody_gave_a_language_takes_that_of_its_letters() {
        try (WritePage write = as("journalist")) {
            int id = write.open("{}");
            Locator headline = write.page.locator("[id='story:headline']");
            headline.fill("وصل القطار إلى المدينة");
            Locator brief = write.page.locator("[data-brief='language']");
            write.page.waitForCondition(() -> brief.innerText().equals("Language Arabic"));
            write.page.locator("details.about > summary").click();
            Locator told = write.page.locator("[id='story:languageGuessed']");
            write.page.waitForCondition(() -> told.innerText().startsWith("Taken from the letters of the text."));
            assertThat(write.surface().getAttribute("lang")).isEqualTo("ar");
            // Whole in the taller lines of Arabic.
            assertThat(headline.evaluate("e => e.scrollHeight <= e.clientHeight"))
                    .isEqualTo(true);
            write.page.selectOption("[id='story:language']", "en");
            Locator checks = write.page.locator("[id='story:checks']");
            write.page.waitForCondition(() -> checks.innerText().contains("The text is not in the letters of English"));
            assertThat(told.innerText()).isEmpty();
            write.page.fill("[id='story:standfirst']", "في الصباح");
            write.save();
            assertThat(write.api("articles/" + id).getString("language")).isEqualTo("en");
        }
    }

    @Test
    void a_headline_that_is_too_long_stays_whole_and_is_said_beside_its_field() {
        try (WritePage write = as("journalist")) {
            int id = write.open("{}");
            Locator headline = write.page.locator("[id='story:headline']");
            assertThat(write.page.evaluate("() => document.activeElement.id")).isEqualTo("story:headline");
            String tooLong = "Long word ".repeat(40).strip();
            headline.fill(tooLong);
            Locator wrong = write.page.locator("[id='story:headline-live']");
            write.page.waitForCondition(
                    () -> wrong.isVisible() && wrong.innerText().startsWith("A headline has at most 300 characters."));
            assertThat(headline.inputValue()).isEqualTo(tooLong);
            headline.fill("Short");
            write.page.waitForCondition(() -> !wrong.isVisible());
            write.save();
            assertThat(write.api("articles/" + id).getString("headline")).isEqualTo("Short");
        }
    }

    @Test
    void checks_lead_to_their_place_and_a_blocker_keeps_the_story_from_being_submitted() {
        try (WritePage write = as("journalist")) {
            write.open(
                    """
                    {"headline":"Checks","body":[{"id":"a","type":"paragraph","html":"The the end"},
                     {"id":"i","type":"image","src":"/none.png","alt":""}]}""");
            Locator checks = write.page.locator("[id='story:checks']");
            assertThat(checks.innerText())
                    .contains("The standfirst is empty", "“The” stands twice in a row", "Blocks submission");
            write.page.locator("[id='story:submit']").click();
            write.page.waitForSelector(".ui-messages-error");
            assertThat(write.page.locator(".ui-messages-error").innerText()).contains("A picture needs words");
            write.page.locator(".galley-field-alt input").fill("A bridge");
            write.page.waitForFunction(
                    "() => !document.getElementById('story:checks').textContent.includes('Blocks submission')");
        }
    }

    @Test
    void when_a_paragraph_was_last_changed_is_told_as_all_screens_tell_times() {
        try (WritePage write = as("journalist")) {
            int id = write.open(EMPTY.formatted("en", "Told of."));
            Locator told = write.page.locator(".galley-about");
            write.page.waitForCondition(() -> {
                write.page.locator("[id='story:headline']").hover();
                write.block(0).hover();
                return told.isVisible();
            });
            JsonObject origin = write.api("articles/" + id + "/blame")
                    .getJsonArray("blocks")
                    .getJsonObject(0);
            String time = DateTimeFormatter.ofPattern("HH:mm")
                    .withZone(ZoneId.of("Europe/Kyiv"))
                    .format(Instant.parse(origin.getString("at")));
            assertThat(told.innerText()).isEqualTo("Demo Journalist, revision 1, " + time);
        }
    }

    @Test
    void a_story_is_written_and_saved_by_keys_alone() {
        try (WritePage write = as("journalist")) {
            int id = write.open(EMPTY.formatted("en", ""));
            write.page.locator("[id='story:headline']").focus();
            write.keys("Control+a");
            write.type("Written by keys");
            write.keys("Enter", "Control+a");
            write.type("Nobody touched a mouse");
            write.keys("Enter");
            write.page.waitForFunction("() => document.activeElement.classList.contains('galley-surface')");
            write.type("First ");
            write.keys("Control+b");
            write.type("bold");
            write.keys("Enter", "Alt+F10", "End", "Home", "ArrowRight");
            assertThat(write.page.evaluate("() => document.activeElement.dataset.tool"))
                    .isEqualTo("mark.em");
            write.keys("Enter");
            write.type("leaning");
            write.keys("Alt+ArrowUp");
            write.save();
            JsonObject saved = write.api("articles/" + id);
            assertThat(saved.getString("headline")).isEqualTo("Written by keys");
            assertThat(saved.getString("standfirst")).isEqualTo("Nobody touched a mouse");
            assertThat(saved.getJsonArray("body").getJsonObject(0).getString("html"))
                    .contains("<em>leaning</em>");
        }
    }

    @Test
    void axe_finds_nothing_serious_in_light_dark_and_on_a_phone() {
        String story =
                """
                {"headline":"All kinds","language":"en","body":[{"type":"paragraph","html":"One <a href=\\"https://example.org/\\">link</a>"},
                 {"type":"subheading","level":2,"html":"Two"},{"type":"quote","html":"Said"},{"type":"list","items":["a"]},
                 {"type":"image","src":"","alt":""},{"type":"embed","url":"https://video.example.org/1","title":"A film"}]}""";
        for (Browser.NewContextOptions look :
                List.of(new Browser.NewContextOptions(), WritePage.dark(), WritePage.phone())) {
            try (WritePage write = WritePage.signIn(browser(), base(), "journalist", look)) {
                write.open(story);
                write.page.locator("details.about > summary").click();
                write.click(write.block(0));
                write.keys("Control+f");
                List<String> serious = new AxeBuilder(write.page)
                        .analyze().getViolations().stream()
                                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                                .map(Rule::toString)
                                .toList();
                assertThat(serious).isEmpty();
                assertThat(write.page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                        .isEqualTo(0);
            }
        }
    }
}
