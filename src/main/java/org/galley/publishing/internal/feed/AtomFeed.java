package org.galley.publishing.internal.feed;

import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Writes a feed as Atom 1.0 (RFC 4287). */
public final class AtomFeed {
    private AtomFeed() {}

    public static byte[] write(Feed feed) {
        return XmlDocument.of(xml -> xml.in(
                "feed", () -> feed(xml, feed), "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", feed.language()));
    }

    private static void feed(XmlDocument xml, Feed feed) throws XMLStreamException {
        xml.text("id", feed.self())
                .text("title", feed.title())
                .text("updated", feed.updated().toString())
                .empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.self())
                .empty("link", "rel", "alternate", "type", "text/html", "href", feed.home());
        for (FeedItem item : feed.items()) {
            xml.in("entry", () -> entry(xml, feed, item), "xml:lang", item.language());
        }
    }

    private static void entry(XmlDocument xml, Feed feed, FeedItem item) throws XMLStreamException {
        xml.text("id", item.id()).text("title", item.title().isEmpty() ? item.url() : item.title());
        // An entry without an author is none (RFC 4287, 4.1.2).
        for (String author : item.authors().isEmpty() ? List.of(feed.site()) : item.authors()) {
            xml.in("author", () -> xml.text("name", author));
        }
        xml.text("published", item.published().toString())
                .text("updated", item.updated().toString())
                .empty("link", "rel", "alternate", "type", "text/html", "href", item.url())
                .empty("category", "term", item.section(), "label", item.sectionName());
        for (String tag : item.tags()) {
            xml.empty("category", "term", tag);
        }
        xml.text("summary", item.summary());
        if (feed.full()) {
            xml.text("content", item.html(), "type", "html");
        }
    }
}
