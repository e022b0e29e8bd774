package org.galley.publishing.internal.page;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Story;

/** Invented stories for the tests of the reader's pages, each a small change of one ordinary story. */
final class Stories {
    static final SiteInfo SITE =
            new SiteInfo("The Harbour Paper", "https://paper.example/", "en", ZoneId.of("Europe/Kyiv"));
    static final Instant PUBLISHED = Instant.parse("2024-12-04T14:30:00Z");
    static final SlotAppearance IN_ARTICLE = new SlotAppearance(
            "in-article",
            "Advertisement",
            "/1234/paper/in-article",
            Map.of(
                    "phone", new SlotSpace(List.of(new AdSize(300, 250)), 274),
                    "tablet", new SlotSpace(List.of(new AdSize(728, 90), new AdSize(300, 250)), 274),
                    "desktop", new SlotSpace(List.of(new AdSize(728, 90)), 114)),
            "",
            true,
            new TreeMap<>(Map.of("pos", "mid", "age", "\"18+\"")));

    private Header header = new Header(
            "Harbour bridge opens early",
            "Tests held through the storm.",
            List.of("Demo Journalist", "Second Writer"),
            "Port Ellen",
            OffsetDateTime.parse("2024-12-04T16:28:00+02:00"),
            "world",
            "harbour-bridge",
            List.of("bridges"),
            "en",
            new Picture("/media/tower.jpg", "A tower", "The east tower.", "Demo Picture"));
    private List<Block> body = paragraphs("First.", "Second.", "Third.", "Fourth.");
    private List<AdSlot> slots = List.of();
    private Map<String, SlotAppearance> definitions = Map.of("in-article", IN_ARTICLE);
    private SiteInfo site = SITE;
    private Instant modified = PUBLISHED;
    private List<Notice> notices = List.of();
    private AdSwitch ads = AdSwitch.ON;

    private Stories() {}

    static Stories ordinary() {
        return new Stories();
    }

    /** Blocks {@code p1}, {@code p2} and so on. */
    static List<Block> paragraphs(String... texts) {
        List<Block> blocks = new ArrayList<>();
        for (String text : texts) {
            blocks.add(new Block.Paragraph("p" + (blocks.size() + 1), Inline.of(text)));
        }
        return blocks;
    }

    Stories with(Header other) {
        header = other;
        return this;
    }

    Stories headline(String headline) {
        header = header.withHeadline(headline);
        return this;
    }

    Stories language(String language) {
        header = header.withLanguage(language);
        return this;
    }

    Stories lead(Picture picture) {
        header = header.withLeadImage(picture);
        return this;
    }

    Stories body(List<Block> blocks) {
        body = blocks;
        return this;
    }

    Stories slots(AdSlot... given) {
        slots = List.of(given);
        return this;
    }

    Stories definition(SlotAppearance look) {
        definitions = Map.of(look.key(), look);
        return this;
    }

    Stories site(SiteInfo other) {
        site = other;
        return this;
    }

    Stories modified(Instant at) {
        modified = at;
        return this;
    }

    Stories notices(Notice... given) {
        notices = List.of(given);
        return this;
    }

    Stories ads(AdSwitch given) {
        ads = given;
        return this;
    }

    Header header() {
        return header;
    }

    PageContent content() {
        Story story = new Story(header, body);
        return new PageContent(
                story,
                new AdLayout(slots),
                definitions,
                site,
                "world",
                "World",
                PUBLISHED,
                modified,
                notices,
                story.count().words(),
                story.count().readingMinutes(),
                ads);
    }

    RenderedPage render() {
        return new ArticlePage(PageTemplates.standard()).render(content());
    }
}
