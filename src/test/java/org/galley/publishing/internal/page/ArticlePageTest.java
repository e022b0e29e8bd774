package org.galley.publishing.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ArticlePageTest {

    private static Document page(Stories story) {
        return Jsoup.parse(story.render().html());
    }

    @Test
    void the_page_shows_what_the_story_says_of_itself_in_order() {
        Document page = page(Stories.ordinary());
        assertThat(page.expectFirst("article.story > header").text())
                .isEqualTo("World Harbour bridge opens early Tests held through the storm. "
                        + "Demo Journalist, Second Writer Port Ellen 16:28, 4 December 2024 1 min read");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select(".body > p").eachText()).containsExactly("First.", "Second.", "Third.", "Fourth.");
        assertThat(page.title()).isEqualTo("Harbour bridge opens early – The Harbour Paper");
    }

    @Test
    void the_stamp_is_told_in_the_zone_of_the_site() {
        SiteInfo tokyo = new SiteInfo("Paper", "", "en", ZoneId.of("Asia/Tokyo"));
        Element stamp = page(Stories.ordinary().site(tokyo)).expectFirst(".times time");
        assertThat(stamp.text()).isEqualTo("23:28, 4 December 2024");
        assertThat(stamp.attr("datetime")).isEqualTo("2024-12-04T23:28:00+09:00");
    }

    @Test
    void a_story_without_a_stamp_shows_when_it_was_first_published() {
        Header none = new Header("A", "", List.of(), "", null, "world", "a", List.of(), "en", Picture.NONE);
        assertThat(page(Stories.ordinary().with(none))
                        .expectFirst(".times time")
                        .text())
                .isEqualTo("16:30, 4 December 2024");
    }

    @Test
    void a_stamp_of_another_day_does_not_hide_when_the_story_was_published() {
        assertThat(page(Stories.ordinary()).expectFirst(".times").text()).doesNotContain("Published");
        OffsetDateTime old = OffsetDateTime.parse("2023-04-15T09:40:00+02:00");
        Header wire = new Header("A", "", List.of(), "", old, "world", "a", List.of(), "en", Picture.NONE);
        Document page = page(Stories.ordinary().with(wire));
        assertThat(page.expectFirst(".times").text()).contains("2023", "Published 16:30, 4 December 2024");
        assertThat(page.select(".times time").get(1).attr("datetime"))
                .isEqualTo(page.expectFirst("meta[property=article:published_time]")
                        .attr("content"));
    }

    @Test
    void readers_see_an_update_only_after_one() {
        assertThat(page(Stories.ordinary()).expectFirst(".times").text()).doesNotContain("Updated");
        Document updated = page(Stories.ordinary().modified(Instant.parse("2024-12-05T07:10:00Z")));
        assertThat(updated.expectFirst(".times").text()).contains("Updated 09:10, 5 December 2024");
        assertThat(updated.expectFirst("meta[property=article:modified_time]").attr("content"))
                .isEqualTo("2024-12-05T09:10:00+02:00");
    }

    @Test
    void a_correction_stands_below_the_text_and_is_linked_from_above() {
        Document page = page(Stories.ordinary()
                .notices(Notice.correction(Instant.parse("2024-12-05T07:10:00Z"), "The wind was <stronger>.")));
        assertThat(page.expectFirst(".body ~ #notices .correction").text())
                .isEqualTo("Correction, 09:10, 5 December 2024: The wind was <stronger>.");
        assertThat(page.select(".times a[href=#notices]")).hasSize(1);
        assertThat(page(Stories.ordinary()).select("#notices, a[href=#notices]"))
                .isEmpty();
    }

    @Test
    void every_kind_of_block_has_its_form() {
        Document page = page(Stories.ordinary()
                .body(List.of(
                        new Block.Paragraph(
                                "a", Inline.parse("One <b>bold</b> <a href=\"https://e.example/?a=1&b=2\">x</a>")),
                        new Block.Subheading("b", 2, Inline.of("Two")),
                        new Block.Subheading("c", 3, Inline.of("Three")),
                        new Block.Quote("d", Inline.of("Said"), "Somebody"),
                        new Block.Listing("e", true, List.of(Inline.of("i"), Inline.of("ii"))),
                        new Block.Listing("f", false, List.of(Inline.of("dot"))),
                        new Block.Image("g", new Picture("https://e.example/p.jpg", "Alt", "Caption", "Credit")),
                        new Block.Embed("h", "https://www.e.example/live", "Live"))));
        Element body = page.expectFirst(".body");
        assertThat(body.expectFirst("p strong").text()).isEqualTo("bold");
        assertThat(body.expectFirst("p a").attr("href")).isEqualTo("https://e.example/?a=1&b=2");
        assertThat(body.expectFirst("> h2").text()).isEqualTo("Two");
        assertThat(body.expectFirst("> h3").text()).isEqualTo("Three");
        assertThat(body.expectFirst("> blockquote > p + cite").text()).isEqualTo("Somebody");
        assertThat(body.select("> ol > li")).hasSize(2);
        assertThat(body.select("> ul > li")).hasSize(1);
        assertThat(body.expectFirst("> figure img[loading=lazy]").attr("alt")).isEqualTo("Alt");
        assertThat(body.expectFirst("> figure figcaption").text()).isEqualTo("Caption Credit");
        Element card = body.expectFirst("> .card a");
        assertThat(card.text()).isEqualTo("Live e.example");
        assertThat(card.attr("rel")).isEqualTo("noopener noreferrer");
        assertThat(page.select("iframe, object, embed")).isEmpty();
    }

    @Test
    void blocks_that_say_nothing_leave_no_trace() {
        Document page = page(Stories.ordinary()
                .body(List.of(
                        new Block.Paragraph("a", Inline.EMPTY),
                        new Block.Image("b", Picture.NONE),
                        new Block.Embed("c", "", "nowhere"),
                        new Block.Listing("d", true, List.of(Inline.EMPTY)),
                        new Block.Paragraph("e", Inline.of("Text.")))));
        assertThat(page.expectFirst(".body").children()).hasSize(1);
    }

    @Test
    void a_caption_without_a_picture_gets_a_quiet_place() {
        Document page = page(Stories.ordinary().lead(new Picture("", "", "The east tower.", "")));
        assertThat(page.select("img")).isEmpty();
        assertThat(page.expectFirst("figure.lead .place + figcaption").text()).isEqualTo("The east tower.");
        assertThat(page(Stories.ordinary().lead(Picture.NONE)).select("figure")).isEmpty();
    }

    @Test
    void a_page_of_a_right_to_left_language_says_so() {
        Document page = page(Stories.ordinary().language("ar"));
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("ar");
        assertThat(page.expectFirst("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.expectFirst(".skip").text()).isEqualTo("انتقل إلى النص");
        assertThat(page(Stories.ordinary()).expectFirst("html").attr("dir")).isEqualTo("ltr");
    }

    @Test
    void links_work_below_any_context_root() {
        Document page = page(Stories.ordinary());
        assertThat(page.expectFirst(".kicker a").attr("href")).isEqualTo("../../news/world");
        assertThat(page.expectFirst("img").attr("src")).isEqualTo("../../media/tower.jpg");
        assertThat(page.select("[href^=/], [src^=/]")).isEmpty();
    }

    @Test
    void the_head_tells_others_where_the_story_is() {
        Document page = page(Stories.ordinary());
        String url = "https://paper.example/news/world/harbour-bridge";
        assertThat(page.expectFirst("link[rel=canonical]").attr("href")).isEqualTo(url);
        assertThat(page.expectFirst("meta[property=og:url]").attr("content")).isEqualTo(url);
        assertThat(page.expectFirst("meta[property=og:image]").attr("content"))
                .isEqualTo("https://paper.example/media/tower.jpg");
        assertThat(page.expectFirst("meta[name=twitter:card]").attr("content")).isEqualTo("summary_large_image");
        assertThat(page.expectFirst("meta[name=description]").attr("content"))
                .isEqualTo("Tests held through the storm.");
    }

    @Test
    void a_site_that_does_not_know_its_address_names_none() {
        Document page = page(Stories.ordinary().site(new SiteInfo("Paper", "", "en", ZoneId.of("UTC"))));
        assertThat(page.select("link[rel=canonical], meta[property=og:url], meta[property=og:image]"))
                .isEmpty();
    }

    @Test
    void the_page_has_no_script_no_style_attribute_and_asks_nobody_for_anything() {
        Document page = page(Stories.ordinary());
        assertThat(page.select("script:not([type=application/ld+json])")).isEmpty();
        assertThat(page.select("[style], link[rel=stylesheet], iframe")).isEmpty();
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.select("style").first().data()).doesNotContain("url(", "@import");
        assertThat(page.getAllElements().stream().flatMap(e -> e.attributes().asList().stream()))
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    }

    @Test
    void a_story_of_five_hundred_words_is_under_30_kilobytes() {
        List<Block> body = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            body.add(new Block.Paragraph("p" + i, Inline.of("Journalists ".repeat(42))));
        }
        Stories story = Stories.ordinary().body(body);
        assertThat(story.content().wordCount()).isGreaterThan(500);
        assertThat(story.render().bytes().length).isLessThan(30_000);
    }

    @Test
    void the_same_content_is_the_same_bytes() {
        assertThat(Stories.ordinary().render().bytes())
                .isEqualTo(Stories.ordinary().render().bytes());
    }

    @Test
    void breakpoints_start_at_nothing_and_widen() {
        PageTemplates templates = PageTemplates.standard();
        assertThatThrownBy(() -> new ArticlePage(templates, List.of(new Breakpoint("wide", 600))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ArticlePage(templates, List.of(new Breakpoint("a", 0), new Breakpoint("b", 0))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
