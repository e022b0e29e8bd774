package org.galley.publishing.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Whatever people, wires and configuration say, it stays text. */
class HostileTextTest {
    private static final String WORST = "</script></title></style><script>alert(1)</script><img src=x onerror=alert(1)>"
            + "\" onmouseover=\"alert(1)' onfocus='alert(1)' `x` {{frame.style}} {{{jsonLd}}} <!-- ]]> & &lt; \\ \\u003c";

    private static Stories everywhere(String text) {
        Header header = new Header(
                text,
                text,
                List.of(text, "b" + text),
                text,
                OffsetDateTime.parse("2024-12-04T16:28:00Z"),
                "world",
                text,
                List.of(text),
                "en",
                new Picture("https://e.example/a.jpg?x='&amp;y=%22%3Cz%3E", text, text, text));
        SlotAppearance look = new SlotAppearance(
                "in-article",
                text,
                text,
                Stories.IN_ARTICLE.space(),
                "",
                true,
                new TreeMap<>(Map.of("key " + text, text)));
        return Stories.ordinary()
                .with(header)
                .site(new SiteInfo(text, "https://paper.example", "en", ZoneId.of("UTC")))
                .body(List.of(
                        new Block.Paragraph("a", Inline.of(text)),
                        new Block.Subheading("b", 2, Inline.of(text)),
                        new Block.Quote("c", Inline.of(text), text),
                        new Block.Listing("d", false, List.of(Inline.of(text))),
                        new Block.Image("e", new Picture("/p.jpg", text, text, text)),
                        new Block.Embed("f", "https://e.example/?q=%22&x='", text)))
                .definition(look)
                .slots(AdSlot.placed("s", "in-article", "a", false))
                .notices(Notice.correction(Stories.PUBLISHED, text));
    }

    private static JsonObject jsonLd(Document page) {
        String json = page.expectFirst("script[type=application/ld+json]").data();
        return Json.createReader(new StringReader(json)).readObject();
    }

    @Test
    void hostile_words_stay_words_in_every_place() {
        assertStaysText(WORST);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "<",
                ">",
                "\"",
                "'",
                "&",
                "</script>",
                "<!--",
                "-->",
                "\u2028",
                "\u2029",
                "{{",
                "}}",
                "{{{",
                "$1",
                "\\",
                "é",
                "א",
                "😀",
                "&amp;",
                "&#x27;",
                "javascript:",
                "=",
                "`",
                "</style>",
                "<style>",
                "\n",
                "\t",
                "{0}",
                "onload=x");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(6);
        return Arbitraries.oneOf(pieces, any)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> "w" + String.join("", parts));
    }

    @Property(tries = 150)
    void any_text_stays_text_in_every_place(@ForAll("hostile") String text) {
        assertStaysText(text);
    }

    private static void assertStaysText(String text) {
        String plain = PlainText.line(text);
        Stories story = everywhere(plain);
        RenderedPage rendered = story.render();
        Document page = Jsoup.parse(rendered.html());

        assertThat(structure(page))
                .isEqualTo(structure(Jsoup.parse(everywhere("plain").render().html())));

        assertThat(page.expectFirst("h1").wholeText()).isEqualTo(plain);
        assertThat(page.expectFirst("meta[property=og:title]").attr("content")).isEqualTo(plain);
        assertThat(page.expectFirst(".lead img").attr("alt")).isEqualTo(plain);
        assertThat(page.expectFirst(".ad-slot").attr("data-ad-unit")).isEqualTo(plain);
        assertThat(page.expectFirst(".standfirst").wholeText()).isEqualTo(plain);
        assertThat(page.expectFirst("cite").wholeText()).isEqualTo(plain);

        String json = page.expectFirst("script[type=application/ld+json]").data();
        assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        JsonObject article = jsonLd(page);
        assertThat(article.getJsonArray("author").getJsonObject(0).getString("name"))
                .isEqualTo(plain);
        assertThat(article.getJsonArray("correction").getJsonObject(0).getString("text"))
                .isEqualTo(plain);
        assertThat(article.getJsonObject("publisher").getString("name")).isEqualTo(plain);

        // The one style element is still the first, so the policy's hash is that of the page's own style.
        assertThat(rendered.html())
                .contains("<style>" + page.expectFirst("style").data() + "</style>");
    }

    /** The elements and their attributes' names, without any text. */
    private static List<String> structure(Document page) {
        return page.getAllElements().stream().map(HostileTextTest::shape).toList();
    }

    private static String shape(Element element) {
        // A long hostile headline is set smaller: the one attribute that depends on what a text says.
        return element.normalName()
                + (element.normalName().equals("h1")
                        ? ""
                        : element.attributes().asList().stream()
                                .map(attribute -> attribute.getKey())
                                .toList());
    }
}
