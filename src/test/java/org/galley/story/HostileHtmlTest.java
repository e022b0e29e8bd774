package org.galley.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileHtmlTest {
    private static final Set<String> ALLOWED = Set.of("strong", "em", "a", "br", "sub", "sup", "s", "code");

    private static final String[] PIECES = {
        "<script>alert(1)</script>",
        "<script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "<b onclick='x()'>",
        "</b>",
        "<a href=\"javascript:alert(1)\">",
        "<a href=\"java\tscript:x\">",
        "<a href=' &#106;avascript:x'>",
        "<a href=\"data:text/html,<script>x</script>\">",
        "<a href=\"https://example.org\" target=_blank onmouseover=x>",
        "<a href='//evil.example'>",
        "<a href='/\\evil.example'>",
        "<a href='vbscript:x'>",
        "<a href='file:///etc/passwd'>",
        "</a>",
        "<svg><script>x</script>",
        "<svg onload=x>",
        "<math><mi xlink:href='javascript:x'>",
        "<style>*{}</style>",
        "<iframe srcdoc='<script>x</script>'>",
        "<template><b>x",
        "<!-- --!><script>x</script>",
        "<![CDATA[<script>]]>",
        "<plaintext>",
        "<textarea><script>",
        "</textarea>",
        "<noscript><p title=\"</noscript><img src=x onerror=x>\">",
        "<p style='x'>",
        "<table><td>",
        "<em>",
        "</em>",
        "<sub",
        ">",
        "<",
        "&lt;script&gt;",
        "&",
        "\"",
        "'",
        "text ",
        "\u0000",
        "<form><input>",
        "<base href=//x>",
        "<meta http-equiv=refresh>",
        "<object data=x>",
        "<ul><li>",
        "<br/>",
        "<?php x ?>"
    };

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(PIECES).list().ofMaxSize(20).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 2_000)
    void nothing_but_inline_elements_and_safe_links_survives(@ForAll("hostile") String html) {
        assertHarmless(Inline.parse(html));
    }

    @Property
    void what_survives_is_read_back_unchanged(@ForAll("hostile") String html) {
        Inline inline = Inline.parse(html);
        assertThat(Inline.parse(inline.html())).isEqualTo(inline);
    }

    private static void assertHarmless(Inline inline) {
        for (Element element : Jsoup.parseBodyFragment(inline.html()).body().select("> *, > * *")) {
            assertThat(ALLOWED).contains(element.normalName());
            for (Attribute attribute : element.attributes()) {
                assertThat(element.normalName()).isEqualTo("a");
                assertThat(attribute.getKey()).isEqualTo("href");
                assertThat(Links.accept(attribute.getValue())).contains(attribute.getValue());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:x",
                "java\nscript:x",
                "\u0001javascript:x",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "blob:https://example.org/x",
                "//evil.example/x",
                "/\\evil.example",
                "\\\\evil",
                "http:",
                "https://",
                "https:///path",
                "relative/path",
                "",
                "http://[bad",
                "about:blank",
                "/\uD800"
            })
    void a_dangerous_or_broken_target_is_refused(String target) {
        assertThat(Links.accept(target)).isEmpty();
    }

    @Test
    void a_target_is_measured_as_it_is_stored() {
        assertThat(Links.accept("https://example.org/" + " x".repeat(500))).isPresent();
        assertThat(Links.accept("https://example.org/" + " x".repeat(700))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "HTTP://Example.org/%20", "MAILTO:a b@example.org", "#x", "tel:+380 44"})
    void a_target_that_is_accepted_is_accepted_again(String target) {
        String kept = Links.accept(target).orElseThrow();
        assertThat(Links.accept(kept)).contains(kept);
    }

    @Test
    void script_text_is_dropped_and_text_around_it_kept() {
        assertThat(Inline.parse("a<script>evil()</script>b<style>x</style>").text())
                .isEqualTo("ab");
        assertThat(Inline.parse("<b onclick=x>bold</b> <a href=javascript:x>link</a>")
                        .html())
                .isEqualTo("<strong>bold</strong> link");
    }

    @Test
    void nesting_without_end_is_read_without_harm() {
        for (String tag : List.of("b", "div", "a href=/x", "table", "span", "em")) {
            String name = tag.split(" ")[0];
            String html =
                    ("<" + tag + ">").repeat(50_000) + "deep<script>evil()</script>" + ("</" + name + ">").repeat(9);
            Inline inline = Inline.parse(html);
            assertThat(inline.text()).doesNotContain("evil");
            assertHarmless(inline);
        }
    }

    @Test
    void a_quote_or_caption_is_text_and_never_markup() {
        Block quote = new Block.Quote("q", Inline.of("<i>x"), "</cite><script>x</script>");
        assertThat(quote.canonical()).doesNotContain("<script", "<i>");
        Block image = new Block.Image("i", new Picture("/a\"onerror=x", "\"><b>", "<b>", "</figure>"));
        Element figure = Jsoup.parseBodyFragment(image.canonical()).body();
        assertThat(figure.select("b")).isEmpty();
        assertThat(figure.select("[onerror]")).isEmpty();
    }
}
