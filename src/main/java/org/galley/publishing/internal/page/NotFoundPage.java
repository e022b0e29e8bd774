package org.galley.publishing.internal.page;

import java.util.List;
import java.util.Objects;

/** Renders what stands where there is nothing; to be served with status 404. Thread-safe. */
public final class NotFoundPage {
    private final PageTemplates templates;

    public NotFoundPage(PageTemplates templates) {
        this.templates = Objects.requireNonNull(templates, "templates");
    }

    /**
     * The page for any address.
     *
     * @param here what was asked for, as the links count from there; it is not repeated on the page
     * @param sections where a reader may go instead
     */
    public RenderedPage render(SiteInfo site, PagePath here, List<SectionLink> sections) {
        ReaderText text = ReaderText.of("", site);
        Frame frame = Frame.of(text, site, here, text.words().get("notFoundTitle"), false, templates.style());
        return templates.render("not-found", new View(frame, SectionItem.of(sections, here, "")));
    }

    record View(Frame frame, List<SectionItem> sections) {
        boolean hasSections() {
            return !sections.isEmpty();
        }
    }
}
