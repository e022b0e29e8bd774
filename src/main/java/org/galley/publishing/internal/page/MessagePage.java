package org.galley.publishing.internal.page;

import java.util.Objects;

/** Renders a page that says in a few words why there is nothing to read, and what to do; kept out of search. Thread-safe. */
public final class MessagePage {
    /** What there is to say. */
    public enum Kind {
        /** A link to a preview that is none, or none now; it says no more, as it may come from anybody. */
        PREVIEW_REFUSED("previewRefused"),
        /** A link to a preview whose time is over, or that was taken back. */
        PREVIEW_ENDED("previewEnded");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final PageTemplates templates;

    public MessagePage(PageTemplates templates) {
        this.templates = Objects.requireNonNull(templates, "templates");
    }

    /** @param here where it is shown, as the links count from there */
    public RenderedPage render(SiteInfo site, PagePath here, Kind kind) {
        ReaderText text = ReaderText.of("", site);
        String title = text.words().get(kind.words + "Title");
        Frame frame = Frame.of(text, site, here, title, false, templates.style());
        return templates.render("message", new View(frame, title, text.words().get(kind.words + "Meaning")));
    }

    record View(Frame frame, String title, String meaning) {}
}
