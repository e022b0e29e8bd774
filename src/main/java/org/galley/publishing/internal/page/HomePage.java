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
     * The front page.
     *
     * @param here the path at which it is served, usually {@link PagePath#home}; its links count from there
     * @param sections in the order of the navigation
     * @param stories the newest first; may be empty
     */
    public RenderedPage render(SiteInfo site, PagePath here, List<SectionLink> sections, List<StoryLink> stories) {
        ReaderText text = ReaderText.of("", site);
        return templates.render(
                "home",
                new View(
                        Frame.of(text, site, here, "", true, templates.style()),
                        PagePath.home().absolute(site),
                        text.say("homeDescription", site.name()),
                        SectionItem.of(sections, here),
                        StoryItem.of(stories, here, text)));
    }

    record View(
            Frame frame, String canonical, String description, List<SectionItem> sections, List<StoryItem> stories) {
        boolean showSection() {
            return true;
        }

        boolean hasSections() {
            return !sections.isEmpty();
        }
    }
}
