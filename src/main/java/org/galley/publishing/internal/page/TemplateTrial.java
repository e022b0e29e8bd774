package org.galley.publishing.internal.page;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Story;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Tries templates on an invented story that has everything a story may have, so that a mistake in a site's own files is found before a
 * reader meets it: a name that no page has, a tag that is not closed, or a page that leaves out the text, the corrections or the ads.
 */
public final class TemplateTrial {
    private static final SiteInfo SITE = new SiteInfo("Trial", "https://trial.example", "en", ZoneOffset.UTC);
    private static final Instant AT = Instant.parse("2024-12-04T14:28:00Z");
    private static final SectionLink SECTION = new SectionLink("trial", "Trial section");
    private static final Inline WORDS = Inline.of("The words of the story");
    private static final Picture PICTURE = new Picture("https://trial.example/p.jpg", "Seen", "Caption", "Credit");
    private static final String SLOT = "trialslot";

    private TemplateTrial() {}

    /**
     * Renders every page once.
     *
     * @return what browsers will not do, as the policy of the pages forbids it, in words
     * @throws IllegalArgumentException if one of them does not work, naming it and the cause
     */
    public static List<String> run(PageTemplates templates) {
        Set<String> blocked = new LinkedHashSet<>();
        String article = tried("article", () -> new ArticlePage(templates).render(article()));
        blocked.addAll(blocked("article", article));
        has("article", article, "Trial headline", "its headline");
        has("article", article, "The words of the story", "its text");
        has("article", article, "ad-place-" + SLOT, "its ad places (ad-place-{{id}})");
        has("article", article, "Trial correction", "its corrections");
        StoryLink story = new StoryLink("trial", "Trial section", "s", "Trial headline", "Trial standfirst", AT, "en");
        StoryList list = new StoryList(List.of(story), "?after=now", "?after=then");
        for (StoryList stories : List.of(list, StoryList.of(List.of()))) {
            String home = tried("home", () -> new HomePage(templates).render(SITE, List.of(SECTION), stories));
            blocked.addAll(blocked("home", home));
            String section =
                    tried("section", () -> new SectionPage(templates).render(SITE, SECTION, List.of(SECTION), stories));
            blocked.addAll(blocked("section", section));
        }
        String missing =
                tried("not-found", () -> new NotFoundPage(templates).render(SITE, PagePath.home(), List.of(SECTION)));
        blocked.addAll(blocked("not-found", missing));
        String withdrawn = tried("withdrawn", () -> new WithdrawnPage(templates)
                .render(new WithdrawnPage.Content(SITE, SECTION, "s", "en", "Trial headline", AT, "Note")));
        blocked.addAll(blocked("withdrawn", withdrawn));
        String message = tried("message", () -> new MessagePage(templates)
                .render(SITE, PagePath.home(), MessagePage.Kind.PREVIEW_ENDED));
        blocked.addAll(blocked("message", message));
        return List.copyOf(blocked);
    }

    /** Scripts, handlers and style attributes, which the policy of the pages lets no browser use. */
    private static List<String> blocked(String page, String html) {
        List<String> found = new ArrayList<>();
        Document document = Jsoup.parse(html);
        if (!document.select("script:not([type=application/ld+json])").isEmpty()) {
            found.add("<script>");
        }
        document.getAllElements().forEach(element -> element.attributes().forEach(attribute -> {
            String name = attribute.getKey();
            if (name.equals("style") || name.startsWith("on")) {
                found.add(name);
            }
        }));
        return found.stream()
                .distinct()
                .map(what -> page + ".mustache, or a part of it, has " + what
                        + ", and the policy of the page lets no browser use that")
                .toList();
    }

    private static String tried(String page, Supplier<RenderedPage> rendering) {
        try {
            RenderedPage rendered = rendering.get();
            if (rendered.html().indexOf("<style") != rendered.html().lastIndexOf("<style")) {
                throw new IllegalArgumentException("it has more than the one style element that its policy allows");
            }
            return rendered.html();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(page + ".mustache, or a part of it: " + e.getMessage(), e);
        }
    }

    private static void has(String page, String html, String words, String what) {
        if (!html.contains(words)) {
            throw new IllegalArgumentException(page + ".mustache, or a part of it, leaves out " + what);
        }
    }

    private static PageContent article() {
        Header header = new Header(
                "Trial headline",
                "Trial standfirst",
                List.of("One", "Two"),
                "Somewhere",
                OffsetDateTime.ofInstant(AT, ZoneOffset.UTC),
                "trial",
                "s",
                List.of("tag"),
                "en",
                PICTURE);
        Story story = new Story(
                header,
                List.of(
                        new Block.Paragraph("b1", WORDS),
                        new Block.Subheading("b2", 2, WORDS),
                        new Block.Subheading("b3", 3, WORDS),
                        new Block.Quote("b4", WORDS, "Somebody"),
                        new Block.Listing("b5", true, List.of(WORDS)),
                        new Block.Listing("b6", false, List.of(WORDS)),
                        new Block.Image("b7", PICTURE),
                        new Block.Embed("b8", "https://trial.example/x", "Card")));
        SortedMap<String, String> targeting = new TreeMap<>(Map.of("pos", "mid"));
        SlotAppearance look = new SlotAppearance(
                "trial",
                "Advertisement",
                "/1/trial",
                Map.of("phone", new SlotSpace(List.of(new AdSize(300, 250)), 274)),
                "<p>House</p>",
                true,
                targeting);
        AdLayout layout = new AdLayout(List.of(AdSlot.placed(SLOT, "trial", "b1", false)));
        return new PageContent(
                story,
                layout,
                Map.of("trial", look),
                SITE,
                "trial",
                "Trial section",
                AT,
                AT.plusSeconds(60),
                List.of(Notice.correction(AT, "Trial correction"), Notice.update(AT, "Trial update")),
                8,
                1,
                AdSwitch.ON);
    }
}
