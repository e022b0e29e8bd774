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
     * @param stories in the order in which they are shown; may be empty
     */
    public RenderedPage render(SiteInfo site, SectionLink section, List<StoryLink> stories) {
        ReaderText text = ReaderText.of("", site);
        PagePath here = PagePath.section(section.key());
        Frame frame = Frame.of(text, site, here, section.name(), true, templates.style());
        return templates.render(
                "section",
                new View(
                        frame,
                        section.name(),
                        here.absolute(site),
                        text.say("sectionDescription", section.name(), site.name()),
                        text.say("sectionEmpty", section.name()),
                        StoryItem.of(stories, here, text)));
    }

    record View(Frame frame, String name, String canonical, String description, String empty, List<StoryItem> stories) {
        /** The whole page is the section: no need to name it at each story. */
        boolean showSection() {
            return false;
        }
    }
}
