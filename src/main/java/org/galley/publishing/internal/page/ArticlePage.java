package org.galley.publishing.internal.page;

import java.util.List;
import java.util.Objects;
import org.galley.story.Block;
import org.galley.story.Header;

/**
 * Renders the page on which readers read a story.
 *
 * <pre>{@code
 * RenderedPage page = new ArticlePage(PageTemplates.standard()).render(content);
 * }</pre>
 *
 * <p>Meant to run once for each edition; the page needs no script, sets nothing and asks no other site for anything but the
 * story's own pictures. Thread-safe.
 */
public final class ArticlePage {
    /** About what search results and shared links show before they cut. */
    private static final int DESCRIPTION_LIMIT = 200;
    /** Characters from which a headline would take more than four lines in large letters at any width. */
    static final int LONG_HEADLINE = 90;

    private final PageTemplates templates;
    private final List<Breakpoint> breakpoints;

    /** A page with {@link Breakpoint#DEFAULTS}. */
    public ArticlePage(PageTemplates templates) {
        this(templates, Breakpoint.DEFAULTS);
    }

    /**
     * @param breakpoints from the narrowest, the first from 0 px
     * @throws IllegalArgumentException if they are in another order
     */
    public ArticlePage(PageTemplates templates, List<Breakpoint> breakpoints) {
        this.templates = Objects.requireNonNull(templates, "templates");
        this.breakpoints = List.copyOf(breakpoints);
        int next = 0;
        for (Breakpoint breakpoint : breakpoints) {
            if (breakpoint.minWidth() < next || (next == 0 && breakpoint.minWidth() != 0)) {
                throw new IllegalArgumentException("breakpoints start at 0 px and widen, " + breakpoint + " does not");
            }
            next = breakpoint.minWidth() + 1;
        }
    }

    /** The whole document; the same content gives the same bytes. */
    public RenderedPage render(PageContent content) {
        return render(content, true, "");
    }

    /** The same document for eyes before readers': it asks to be kept out of search, and a bar above it says what it is. */
    public RenderedPage proof(PageContent content, ProofBar bar) {
        return bar.above(render(content, false, ProofBar.STYLE), text(content));
    }

    private static ReaderText text(PageContent content) {
        return ReaderText.of(content.story().header().language(), content.site());
    }

    private RenderedPage render(PageContent content, boolean indexed, String style) {
        Header header = content.story().header();
        ReaderText text = text(content);
        BodyView body = BodyView.of(content, breakpoints, text);
        PagePath here = content.path();
        SizedPicture lead = content.lead();
        Frame frame = Frame.of(
                        text,
                        content.site(),
                        here,
                        header.headline(),
                        indexed,
                        templates.style() + body.slotCss() + (lead == null ? "" : lead.leadCss()) + style)
                .in(content.sectionName(), here.to(PagePath.section(content.sectionKey())));
        String description = description(content);
        String imageUrl = imageUrl(header.leadImage().src(), content.site());
        String sharedUrl = lead == null ? imageUrl : imageUrl(lead.shared().path(), content.site());
        return templates.render(
                "article",
                new View(
                        frame,
                        header.headline(),
                        header.standfirst(),
                        header.bylines(),
                        header.dateline(),
                        text.moment(content.stamp()),
                        content.isStampedOnAnotherDay() ? text.moment(content.firstPublished()) : null,
                        content.isUpdated() ? text.moment(content.lastModified()) : null,
                        text.say("minutes", Integer.toString(content.readingMinutes())),
                        BodyItem.PictureView.of(header.leadImage(), content, false),
                        body.items(),
                        content.notices().stream()
                                .map(notice -> NoticeView.of(notice, text))
                                .toList(),
                        content.ads().off(),
                        description,
                        here.absolute(content.site()),
                        sharedUrl,
                        lead == null ? null : lead.shared(),
                        header.leadImage().alt(),
                        text.openGraphLocale(),
                        text.iso(content.firstPublished()),
                        text.iso(content.lastModified()),
                        header.tags(),
                        NewsArticleJson.of(content, text, description, imageUrl)));
    }

    /** The standfirst, or else how the text begins. */
    private static String description(PageContent content) {
        String standfirst = content.story().header().standfirst();
        if (!standfirst.isEmpty()) {
            return Excerpt.of(standfirst, DESCRIPTION_LIMIT);
        }
        return content.story().body().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(Block::text)
                .filter(paragraph -> !paragraph.isEmpty())
                .findFirst()
                .map(paragraph -> Excerpt.of(paragraph, DESCRIPTION_LIMIT))
                .orElse("");
    }

    /** The picture's public address, as others can only fetch it by that; empty if there is none. */
    private static String imageUrl(String src, SiteInfo site) {
        if (src.startsWith("/")) {
            return site.hasBaseUrl() ? site.baseUrl() + src : "";
        }
        return src;
    }

    /** The page as {@code article.mustache} reads it. */
    record View(
            Frame frame,
            String headline,
            String standfirst,
            List<String> bylines,
            String dateline,
            ReaderText.Moment stamp,
            ReaderText.Moment firstPublished,
            ReaderText.Moment updated,
            String minutes,
            BodyItem.PictureView lead,
            List<BodyItem> body,
            List<NoticeView> notices,
            boolean adsOff,
            String description,
            String canonical,
            String imageUrl,
            SizedPicture.Size imageSize,
            String imageAlt,
            String ogLocale,
            String published,
            String modified,
            List<String> tags,
            String jsonLd) {

        /** Whether anything is known of who wrote it and where. */
        boolean signed() {
            return !bylines.isEmpty() || !dateline.isEmpty();
        }

        /** Whether the headline needs smaller letters, so that it leaves room for the text on the first screen. */
        boolean longHeadline() {
            return headline.codePointCount(0, headline.length()) > LONG_HEADLINE;
        }

        boolean hasNotices() {
            return !notices.isEmpty();
        }
    }

    record NoticeView(String kind, String name, ReaderText.Moment at, String words) {
        static NoticeView of(Notice notice, ReaderText text) {
            boolean correction = notice.kind() == Notice.Kind.CORRECTION;
            return new NoticeView(
                    correction ? "correction" : "update",
                    text.words().get(correction ? "correction" : "update"),
                    text.moment(notice.at()),
                    notice.text());
        }
    }
}
