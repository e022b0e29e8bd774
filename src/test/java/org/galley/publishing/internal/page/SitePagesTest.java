package org.galley.publishing.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SitePagesTest {
    private static final PageTemplates TEMPLATES = PageTemplates.standard();
    private static final String HOSTILE = "<script>alert('x')</script>\"&";
    private static final SectionLink WORLD = new SectionLink("world", "World");
    private static final StoryLink STORY = new StoryLink(
            "world", "World", "bridge", HOSTILE, "Tests held & " + HOSTILE, Instant.parse("2024-12-04T14:28:00Z"), "");

    private static Document parse(RenderedPage page) {
        Document parsed = Jsoup.parse(page.html());
        assertThat(parsed.select("script, [style]")).isEmpty();
        assertThat(parsed.select("h1")).hasSize(1);
        assertThat(parsed.select("main#content")).hasSize(1);
        assertThat(parsed.expectFirst("body > a").attr("href")).isEqualTo("#content");
        assertThat(parsed.select("[href^=/]")).isEmpty();
        return parsed;
    }

    @Test
    void a_section_lists_its_stories() {
        Document page = parse(new SectionPage(TEMPLATES)
                .render(Stories.SITE, WORLD, List.of(WORLD), StoryList.of(List.of(STORY, STORY))));
        assertThat(page.expectFirst("h1").text()).isEqualTo("World");
        assertThat(page.select(".stories > li")).hasSize(2);
        assertThat(page.expectFirst(".stories h2 a").text()).isEqualTo(HOSTILE);
        assertThat(page.expectFirst(".stories h2 a").attr("href")).isEqualTo("../news/world/bridge");
        assertThat(page.expectFirst(".stories time").text()).isEqualTo("16:28, 4 December 2024");
        assertThat(page.expectFirst("link[rel=canonical]").attr("href")).isEqualTo("https://paper.example/news/world");
    }

    @Test
    void an_empty_section_says_where_to_go() {
        Document page =
                parse(new SectionPage(TEMPLATES).render(Stories.SITE, WORLD, List.of(WORLD), StoryList.of(List.of())));
        assertThat(page.expectFirst(".empty").text()).startsWith("There is no story in World yet.");
        assertThat(page.expectFirst(".empty a").attr("href")).isEqualTo("../news");
    }

    @Test
    void the_front_page_lists_sections_and_the_latest_stories() {
        Document page =
                parse(new HomePage(TEMPLATES).render(Stories.SITE, List.of(WORLD), StoryList.of(List.of(STORY))));
        assertThat(page.title()).isEqualTo("The Harbour Paper");
        assertThat(page.expectFirst("nav a").attr("href")).isEqualTo("./news/world");
        assertThat(page.expectFirst(".stories .times a").text()).isEqualTo("World");
        assertThat(page.expectFirst("footer a[rel=nofollow]").attr("href")).isEqualTo("./desk");
    }

    @Test
    void an_empty_front_page_says_what_will_happen() {
        Document page = parse(new HomePage(TEMPLATES).render(Stories.SITE, List.of(), StoryList.of(List.of())));
        assertThat(page.expectFirst(".empty").text()).startsWith("Nothing has been published yet.");
        assertThat(page.select("nav")).isEmpty();
    }

    @Test
    void a_story_in_another_language_keeps_its_language_and_direction_in_lists() {
        StoryLink arabic = new StoryLink("world", "World", "a", "جسر", "", Instant.EPOCH, "ar");
        Document page =
                parse(new SectionPage(TEMPLATES).render(Stories.SITE, WORLD, List.of(), StoryList.of(List.of(arabic))));
        assertThat(page.select("article[lang=ar][dir=rtl] h2[dir=rtl]")).hasSize(1);
        StoryLink named = new StoryLink("world", "World", "b", "T7 افتتاح", "", Instant.EPOCH, "");
        page = parse(new HomePage(TEMPLATES).render(Stories.SITE, List.of(), StoryList.of(List.of(named))));
        assertThat(page.select("article:not([lang]) h2[dir=auto]")).hasSize(1);
    }

    @Test
    void a_long_list_leads_to_older_stories_and_back_and_each_page_of_it_has_its_own_address() {
        Document first = parse(new SectionPage(TEMPLATES)
                .render(Stories.SITE, WORLD, List.of(WORLD), new StoryList(List.of(STORY), "", "?after=a_1")));
        assertThat(first.select(".paging a")).hasSize(1);
        assertThat(first.expectFirst(".paging a").attr("href")).isEqualTo("../news/world?after=a_1");
        assertThat(first.expectFirst("nav.sections a").attr("aria-current")).isEqualTo("page");
        Document later = parse(new HomePage(TEMPLATES)
                .render(Stories.SITE, List.of(WORLD), new StoryList(List.of(STORY), "?after=a_1", "?after=a_2")));
        assertThat(later.select(".paging a").eachAttr("href")).containsExactly("./news", "./news?after=a_2");
        assertThat(later.expectFirst("link[rel=canonical]").attr("href"))
                .isEqualTo("https://paper.example/news?after=a_1");
        assertThat(later.expectFirst("h1 a").attr("href")).isEqualTo("./news");
        assertThat(later.title()).isEqualTo("Older stories – The Harbour Paper");
        Document last = parse(new HomePage(TEMPLATES)
                .render(Stories.SITE, List.of(), new StoryList(List.of(STORY), "?after=a_2", "")));
        assertThat(last.select(".paging a").eachAttr("href")).containsExactly("./news");
    }

    @Test
    void a_message_says_what_to_do_and_nothing_of_the_story() {
        for (MessagePage.Kind kind : MessagePage.Kind.values()) {
            Document page = parse(new MessagePage(TEMPLATES).render(Stories.SITE, PagePath.preview(), kind));
            assertThat(page.expectFirst("main p").text()).isNotBlank();
            assertThat(page.expectFirst("meta[name=robots]").attr("content")).isEqualTo("noindex");
            assertThat(page.expectFirst(".masthead a").attr("href")).isEqualTo("../../news");
        }
    }

    @Test
    void a_withdrawn_story_says_why_and_stays_out_of_search() {
        Document page = parse(new WithdrawnPage(TEMPLATES)
                .render(new WithdrawnPage.Content(
                        Stories.SITE, WORLD, "bridge", "", "", Instant.parse("2024-12-06T10:00:00Z"), HOSTILE)));
        assertThat(page.expectFirst("h1").text()).isEqualTo("This story was withdrawn");
        assertThat(page.expectFirst(".notices").text()).isEqualTo("Withdrawn, 12:00, 6 December 2024: " + HOSTILE);
        assertThat(page.expectFirst("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void a_missing_page_leads_back_from_any_depth_without_repeating_what_was_asked() {
        RenderedPage rendered = new NotFoundPage(TEMPLATES)
                .render(Stories.SITE, PagePath.requested("/news/x/" + HOSTILE), List.of(WORLD));
        Document page = parse(rendered);
        assertThat(page.expectFirst("nav a").attr("href")).isEqualTo("../../../news/world");
        assertThat(rendered.html()).doesNotContain("alert");
    }
}
