package org.galley.publishing.internal.page;

import java.util.List;
import java.util.Objects;

/** Renders the front page: the latest stories of all sections. Thread-safe. */
public final class HomePage {
    private final PageTemplates templates;

    public HomePage(PageTemplates templates) {
        this.templates = Objects.requireNonNull(templates, "templates");
    }

    /**
     * The page at {@link PagePath#home}.
     *
     * @param sections in the order of the navigation
     * @param list the newest story first
     */
    public RenderedPage render(SiteInfo site, List<SectionLink> sections, StoryList list) {
        ReaderText text = ReaderText.of("", site);
        PagePath here = PagePath.home();
        String title = list.isFirst() ? "" : text.words().get("olderTitle");
        return templates.render(
                "home",
                new View(
                        Frame.of(text, site, here, title, true, templates.style())
                                .listing(true, here.root() + "feeds/latest.rss"),
                        list.canonical(here, site),
                        text.say("homeDescription", site.name()),
                        SectionItem.of(sections, here, ""),
                        StoryItem.of(list.stories(), here, text),
                        list.olderHref(here, here),
                        list.newestHref(here, here)));
    }

    record View(
            Frame frame,
            String canonical,
            String description,
            List<SectionItem> sections,
            List<StoryItem> stories,
            String olderHref,
            String newestHref) {
        boolean showSection() {
            return true;
        }

        boolean hasSections() {
            return !sections.isEmpty();
        }

        boolean paged() {
            return !olderHref.isEmpty() || !newestHref.isEmpty();
        }
    }
}
