package org.galley.publishing.internal.page;

import java.time.Instant;
import java.util.Objects;

/** Renders what stands where a story was withdrawn; to be served with status 410, and kept out of search. Thread-safe. */
public final class WithdrawnPage {
    private final PageTemplates templates;

    public WithdrawnPage(PageTemplates templates) {
        this.templates = Objects.requireNonNull(templates, "templates");
    }

    /** The page at the story's own address. */
    public RenderedPage render(Content content) {
        ReaderText text = ReaderText.of(content.language(), content.site());
        PagePath here = PagePath.article(content.section().key(), content.slug());
        String sectionHref = here.to(PagePath.section(content.section().key()));
        String headline = content.headline().isEmpty() ? text.words().get("withdrawnTitle") : content.headline();
        Frame frame = Frame.of(text, content.site(), here, headline, false, templates.style())
                .in(content.section().name(), sectionHref);
        return templates.render("withdrawn", new View(frame, headline, text.moment(content.at()), content.note()));
    }

    /**
     * What is said of a story that is gone.
     *
     * @param site the site that it appeared on
     * @param section where it stood
     * @param slug its name in addresses
     * @param language its BCP 47 tag, empty for the site's
     * @param headline its headline, or empty if not even that may be shown
     * @param at when it was withdrawn
     * @param note what readers are told of the reason
     */
    public record Content(
            SiteInfo site,
            SectionLink section,
            String slug,
            String language,
            String headline,
            Instant at,
            String note) {
        public Content {
            Objects.requireNonNull(site, "site");
            Objects.requireNonNull(section, "section");
            Objects.requireNonNull(slug, "slug");
            Objects.requireNonNull(language, "language");
            Objects.requireNonNull(headline, "headline");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(note, "note");
        }
    }

    record View(Frame frame, String headline, ReaderText.Moment at, String note) {}
}
