package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What stands over, beside and under the text: bars, boxes, fields of quotes, and where keys lead from one to the other. */
interface SurfaceScenes extends LiveDesk {
    String QUOTES =
            """
            {"headline":"Quoted","standfirst":"In short","language":"en","body":[
             {"id":"q","type":"quote","html":"We saw it","attribution":""},
             {"id":"p","type":"paragraph","html":"Between"},
             {"id":"l","type":"list","items":["one","two"]},
             {"id":"r","type":"quote","html":"We heard it","attribution":""}]}""";

    /** How far the line with the cursor reaches into the bar under the text, in pixels; negative if it is clear of it. */
    String INTO_FOOT =
            """
            () => getSelection().getRangeAt(0).getBoundingClientRect().bottom
              - document.querySelector('[data-below-text]').getBoundingClientRect().top""";

    private static String story(int paragraphs) {
        String one = "{\"type\":\"paragraph\",\"html\":\"" + "The ferry was late again. ".repeat(12) + "\"}";
        return "{\"headline\":\"Long\",\"standfirst\":\"s\",\"language\":\"en\",\"body\":["
                + String.join(",", Collections.nCopies(paragraphs, one)) + "]}";
    }

    private static double number(WritePage write, String script) {
        return ((Number) write.page.evaluate(script)).doubleValue();
    }

    private static double bottom(Locator element) {
        BoundingBox box = element.boundingBox();
        return box.y + box.height;
    }

    @Test
    default void a_link_on_the_lowest_line_is_typed_in_view_and_so_is_what_follows_it() {
        try (WritePage write = as("journalist")) {
            write.open(story(12));
            Locator foot = write.page.locator("[data-below-text]");
            write.page.evaluate("() => document.querySelector('.galley-surface').children[6].scrollIntoView(false)");
            BoundingBox lowest = write.block(6).boundingBox();
            write.page.mouse().click(lowest.x + 60, foot.boundingBox().y - 6);
            write.keys("Control+k");
            Locator box = write.page.locator(".galley-link-box");
            assertThat(box.locator("input")).isFocused();
            write.type("no link");
            write.keys("Enter");
            assertThat(box.locator("[role=alert]")).containsText("A link starts with https://");
            assertThat(bottom(box)).isLessThanOrEqualTo(foot.boundingBox().y);
            write.keys("Escape");
            for (int line = 0; line < 12; line++) {
                write.keys("ArrowDown");
                write.page.waitForFunction("() => (" + INTO_FOOT + ")() < 0");
            }
            write.keys("Control+End");
            for (int line = 0; line < 6; line++) {
                write.keys("Enter");
                write.type("On and on.");
                assertThat(number(write, INTO_FOOT)).isNegative();
            }
            assertThat(write.errors()).isEmpty();
        }
    }

    @Test
    default void tab_leads_only_to_who_said_the_quote_that_the_cursor_is_in() {
        try (WritePage write = as("journalist")) {
            write.open(QUOTES);
            for (String id : List.of("p", "l")) {
                write.click(write.surface().locator("[data-id='" + id + "']"));
                write.keys("Tab");
                assertThat(write.surface()).not().isFocused();
                assertThat(write.page.locator(".galley-surface :focus")).hasCount(0);
            }
            write.click(write.surface().locator("[data-id='r'] p"));
            write.keys("Tab");
            assertThat(write.surface().locator("[data-id='r'] input")).isFocused();
            write.keys("Shift+Tab");
            assertThat(write.surface()).isFocused();
            write.keys("End");
            write.type(" too");
            write.click(write.surface().locator("[data-id='q'] p"));
            write.keys("Tab");
            write.type("The witness");
            write.keys("Tab");
            write.type("In ");
            JsonObject first = write.body().getJsonObject(0);
            assertThat(first.getString("attribution")).isEqualTo("The witness");
            assertThat(write.texts()).containsExactly("We saw it", "In Between", "", "We heard it too");
            assertThat(write.body().getJsonObject(3).getString("attribution")).isEmpty();
            write.click(write.surface().locator("[data-id='r'] p"));
            write.keys("Tab");
            write.type("The neighbour");
            write.keys("Tab");
            write.type("Last");
            assertThat(write.texts()).endsWith("We heard it too", "Last");
        }
    }

    @Test
    default void who_said_it_is_undone_as_it_was_typed_and_not_letter_by_letter() {
        try (WritePage write = as("journalist")) {
            write.page.clock().install();
            write.open(QUOTES);
            Locator who = write.surface().locator("[data-id='q'] input");
            who.focus();
            write.type("Ann");
            write.page.clock().runFor(1_000);
            write.type(" Bell");
            write.keys("Control+z");
            assertThat(who).hasValue("Ann");
            write.keys("Control+z");
            assertThat(who).hasValue("");
            write.keys("Control+y", "Control+y");
            assertThat(who).hasValue("Ann Bell");
        }
    }

    @Test
    default void lines_with_signs_of_a_list_are_pasted_as_one_wherever_they_stand() {
        pasted("Bring:\n- boots\n- a coat\nAnd go", "Bring:", "ul boots, a coat", "And go");
        pasted("First\n\n1. one\n2. two\n   and on\n3. three\n\nLast", "First", "ol one, two and on, three", "Last");
        pasted("1. May was cold\nand wet", "1. May was cold", "and wet");
        pasted("She asked\n– Who?\n— Nobody", "She asked", "– Who?", "— Nobody");
        pasted("- one line", "- one line");
    }

    private void pasted(String text, String... wanted) {
        try (WritePage write = as("journalist")) {
            write.open("{\"headline\":\"Lists\",\"body\":[]}");
            write.click(write.block(0));
            write.paste("", text);
            assertThat(outline(write)).containsExactly(wanted);
        }
    }

    private static List<String> outline(WritePage write) {
        return write.body().getValuesAs(JsonObject.class).stream()
                .map(block -> block.containsKey("items")
                        ? (block.getBoolean("ordered") ? "ol " : "ul ")
                                + String.join(", ", block.getJsonArray("items").getValuesAs(item -> item.toString()
                                        .replace("\"", "")))
                        : block.getString("html"))
                .toList();
    }

    @Test
    default void a_list_is_pasted_between_the_words_around_the_cursor() {
        try (WritePage write = as("journalist")) {
            write.open(
                    "{\"headline\":\"Lists\",\"body\":[{\"id\":\"a\",\"type\":\"paragraph\",\"html\":\"Before after\"}]}");
            write.cursor("a", "Before ".length());
            write.paste("", "- one\n- two");
            assertThat(outline(write)).containsExactly("Before", "ul one, two", "after");
        }
    }

    @Test
    default void links_that_lead_nowhere_from_here_are_left_out_of_a_paste_and_their_words_kept() {
        try (WritePage write = as("journalist")) {
            write.open("{\"headline\":\"Links\",\"body\":[]}");
            write.click(write.block(0));
            write.paste(
                    "<p>Said<a href=\"#_ftn1\" name=\"_ftnref1\">[1]</a> <a href=\"/here\">here</a> and <a href=\"page.html\">there</a>,"
                            + " <a href=\"file:///C:/a.doc\">kept</a> <a href=\"https://example.org/\">online</a></p>"
                            + "<p><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> A note</p>",
                    "plain");
            assertThat(write.texts())
                    .containsExactly(
                            "Said[1] here and there, kept <a href=\"https://example.org/\">online</a>", "[1] A note");
            assertThat(write.page.locator(".galley-notice"))
                    .containsText("5 links that lead nowhere from here (their words are kept)");
        }
    }

    @Test
    default void lists_within_lists_and_lines_across_the_page_are_left_out_of_a_paste_with_a_word() {
        try (WritePage write = as("journalist")) {
            write.open("{\"headline\":\"Lists\",\"body\":[]}");
            write.click(write.block(0));
            write.paste(
                    "<p>Bring:</p><ul><li>boots<ul><li>dry ones</li></ul></li><li>a coat</li></ul><hr><p>And go.</p>",
                    "plain");
            assertThat(write.texts()).containsExactly("Bring:", "", "And go.");
            assertThat(write.body().getJsonObject(1).getJsonArray("items")).hasSize(3);
            assertThat(write.page.locator(".galley-notice"))
                    .containsText("1 list within a list (its points are kept, on one level), 1 line across the page");
        }
    }

    @Test
    default void what_is_not_yet_written_goes_the_way_of_the_story_and_its_headline_is_not_cut() {
        try (WritePage write = as("journalist")) {
            write.open(
                    "{\"headline\":\"\",\"standfirst\":\"\",\"language\":\"ar\",\"body\":[{\"type\":\"quote\",\"html\":\"\"}]}");
            Locator headline = write.page.locator("[id='story:headline']");
            assertThat(headline).hasAttribute("dir", "rtl");
            assertThat(write.page.locator("[id='story:standfirst']")).hasAttribute("dir", "rtl");
            assertThat(write.surface().locator("p")).hasCSS("direction", "rtl");
            assertThat(write.surface().locator("input")).hasCSS("direction", "rtl");
            headline.fill("Plain");
            assertThat(headline).hasAttribute("dir", "auto");
            headline.fill("إِلَٰهٌ ﷺ");
            double line = number(
                    write,
                    """
                    () => {
                      const { lineHeight, fontSize } = getComputedStyle(document.getElementById('story:headline'));
                      return parseFloat(lineHeight) / parseFloat(fontSize);
                    }""");
            assertThat(line).isGreaterThanOrEqualTo(1.5);
        }
    }

    @Test
    default void every_tool_is_in_view_or_behind_a_button_that_says_so() {
        try (WritePage write = as("journalist")) {
            write.open(QUOTES);
            Locator bar = write.page.locator(".galley-toolbar");
            Locator more = bar.locator(".galley-toolbar-more");
            Locator last = bar.locator("[data-tool='redo']");
            assertThat(more).isHidden();
            assertThat(bottom(last)).isLessThanOrEqualTo(bottom(bar));
            write.page.setViewportSize(360, 740);
            assertThat(more).isVisible();
            assertThat(bottom(last)).isGreaterThan(bottom(bar));
            more.click();
            assertThat(more).hasAttribute("aria-expanded", "true");
            assertThat(bottom(last)).isLessThanOrEqualTo(bottom(bar));
            more.click();
            assertThat(bottom(last)).isGreaterThan(bottom(bar));
            bar.locator("[data-tool='mark.strong']").focus();
            write.keys("ArrowLeft");
            assertThat(more).isFocused();
            write.keys("ArrowLeft");
            assertThat(last).isFocused();
            assertThat(bottom(last)).isLessThanOrEqualTo(bottom(bar));
            assertThat(write.page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
        }
    }

    @Test
    default void the_foot_and_the_summary_say_what_is_there_and_no_more() {
        try (WritePage write = as("journalist")) {
            write.open("{\"headline\":\"Counted\",\"body\":[]}");
            Locator minutes = write.page.locator("[data-count='minutes']");
            Locator hint = write.page.locator("[id='story:hint']");
            assertThat(write.page.locator("[data-count='words']")).hasText("0 words");
            assertThat(minutes).isHidden();
            assertThat(hint).hasText("There is no text yet.");
            write.click(write.block(0));
            write.type("Now there is.");
            assertThat(minutes).hasText("1 min read");
            assertThat(minutes).isVisible();
            assertThat(hint).isEmpty();
            write.page.locator("details.about > summary").click();
            write.page.locator("[id='story:bylines']").click();
            write.type("demo ed");
            write.keys("ArrowDown", "Enter");
            assertThat(write.page.locator("[data-brief='bylines']")).hasText("By Demo Editor");
            assertThat(write.state()).hasText(SAVED_AT);
            write.page.locator("[id='story:submit']").click();
            assertThat(hint).hasText("The editors have it, and see what you still change.");
        }
    }

    @Test
    default void a_story_is_not_approved_while_a_picture_says_nothing_to_those_who_do_not_see_it() {
        try (WritePage writer = as("journalist");
                WritePage editor = as("editor")) {
            int id = writer.open(
                    """
                    {"headline":"Pictured","standfirst":"s","body":[{"id":"p","type":"paragraph","html":"Text"},
                     {"id":"i","type":"image","src":"/none.png","alt":"A bridge"}]}""");
            writer.page.locator("[id='story:submit']").click();
            assertThat(writer.state()).hasText("Submitted");
            editor.page.navigate(writer.page.url().replaceFirst(Pattern.quote("write/" + id) + ".*", "review/" + id));
            Locator approve = editor.page.locator(".do-approve input, .do-approve button");
            assertThat(approve).isVisible();
            changes(writer, "journalist", id, "{'blocks':[{'id':'i','type':'image','src':'/none.png','alt':''}]}");
            approve.click();
            assertThat(editor.page.locator("[id$='told']"))
                    .containsText("A picture needs words for those who do not see it.");
            Locator check = editor.page.locator(".check.is-err");
            assertThat(check).containsText("Blocks approval");
            assertThat(check.locator("button[data-go-block='i']"))
                    .hasText("The picture says nothing to those who do not see it");
            assertThat(approve).hasCount(0);
            assertThat(writer.api("articles/" + id).getString("state")).isEqualTo("submitted");
        }
    }
}
