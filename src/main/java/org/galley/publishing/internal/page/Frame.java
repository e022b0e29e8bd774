package org.galley.publishing.internal.page;

import java.util.Map;

/**
 * What surrounds the content of every page: language, masthead, links and footer, as the templates read it.
 *
 * @param front whether it is the site's front page
 * @param feedHref the RSS feed of a page that lists stories; empty for others
 */
record Frame(
        String lang,
        String dir,
        String title,
        String siteName,
        String root,
        String homeHref,
        String sectionName,
        String sectionHref,
        String deskHref,
        String style,
        boolean indexed,
        boolean front,
        String feedHref,
        Map<String, String> text) {

    /** A page that belongs to no section. */
    static Frame of(ReaderText text, SiteInfo site, PagePath here, String title, boolean indexed, String style) {
        return new Frame(
                text.language(),
                text.direction(),
                title.isEmpty() ? site.name() : title + text.words().get("titleJoin") + site.name(),
                site.name(),
                here.root(),
                here.to(PagePath.home()),
                "",
                "",
                here.to(PagePath.DESK),
                style,
                indexed,
                false,
                "",
                text.words());
    }

    /** The same page as one that lists stories: the site's front page, or one of a section, with the address of its feed. */
    Frame listing(boolean isFront, String feed) {
        return new Frame(
                lang,
                dir,
                title,
                siteName,
                root,
                homeHref,
                sectionName,
                sectionHref,
                deskHref,
                style,
                indexed,
                isFront,
                feed,
                text);
    }

    /** Whether it lists stories, and so shows the way to the sections. */
    boolean list() {
        return !feedHref.isEmpty();
    }

    /** The same page with its section named in the masthead and the footer. */
    Frame in(String name, String href) {
        return new Frame(
                lang, dir, title, siteName, root, homeHref, name, href, deskHref, style, indexed, front, feedHref,
                text);
    }
}
