package org.galley.publishing.internal.page;

import java.util.List;
import java.util.Objects;

/** Renders a section's page: its stories, the newest first. Thread-safe. */
public final class SectionPage {
    private final PageTemplates templates;

    public SectionPage(PageTemplates templates) {
        this.templates = Objects.requireNonNull(templates, "templates");
    }

    /**
     * The page at {@link PagePath#section}.
     *
     * @param section which one
     * @param sections all of them, in the order of the navigation
     * @param list the newest story first
     */
    public RenderedPage render(SiteInfo site, SectionLink section, List<SectionLink> sections, StoryList list) {
        ReaderText text = ReaderText.of("", site);
        PagePath here = PagePath.section(section.key());
        String feed = here.root() + "feeds/" + PagePath.encoded(section.key());
        String title = list.isFirst()
                ? section.name()
                : section.name() + " · " + text.words().get("olderTitle");
        return templates.render(
                "section",
                new View(
                        Frame.of(text, site, here, title, true, templates.style())
                                .listing(false, feed + ".rss"),
                        section.name(),
                        list.canonical(here, site),
                        text.say("sectionDescription", section.name(), site.name()),
                        text.say("sectionEmpty", section.name()),
                        feed,
                        SectionItem.of(sections, here, section.key()),
                        StoryItem.of(list.stories(), here, text),
                        list.olderHref(here, here),
                        list.newestHref(here, here)));
    }

    /** @param feed the section's feeds without their endings */
    record View(
            Frame frame,
            String name,
            String canonical,
            String description,
            String empty,
            String feed,
            List<SectionItem> sections,
            List<StoryItem> stories,
            String olderHref,
            String newestHref) {
        /** The whole page is the section: no need to name it at each story. */
        boolean showSection() {
            return false;
        }

        boolean hasSections() {
            return !sections.isEmpty();
        }

        boolean paged() {
            return !olderHref.isEmpty() || !newestHref.isEmpty();
        }
    }
}
