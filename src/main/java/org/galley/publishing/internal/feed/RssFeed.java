package org.galley.publishing.internal.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;

/** Writes a feed as RSS 2.0, with the content, Dublin Core and Atom modules for what RSS itself cannot say. */
public final class RssFeed {
    private RssFeed() {}

    public static byte[] write(Feed feed) {
        return XmlDocument.of(xml -> xml.in(
                "rss",
                () -> xml.in("channel", () -> channel(xml, feed)),
                "version",
                "2.0",
                "xmlns:atom",
                "http://www.w3.org/2005/Atom",
                "xmlns:content",
                "http://purl.org/rss/1.0/modules/content/",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/"));
    }

    private static void channel(XmlDocument xml, Feed feed) throws XMLStreamException {
        xml.text("title", feed.title())
                .text("link", feed.home())
                .text("description", feed.title())
                .text("language", feed.language())
                .text("lastBuildDate", date(feed.updated()))
                .empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", feed.self());
        for (FeedItem item : feed.items()) {
            xml.in("item", () -> item(xml, feed, item));
        }
    }

    private static void item(XmlDocument xml, Feed feed, FeedItem item) throws XMLStreamException {
        xml.text("title", item.title())
                .text("link", item.url())
                .text("guid", item.id(), "isPermaLink", "false")
                .text("pubDate", date(item.published()))
                .text("atom:updated", item.updated().toString());
        for (String author : item.authors()) {
            xml.text("dc:creator", author);
        }
        xml.text("category", item.sectionName());
        for (String tag : item.tags()) {
            xml.text("category", tag);
        }
        // Readers of RSS take a description for HTML, so plain text is escaped for that before it is for XML.
        xml.text("description", escaped(item.summary()));
        if (feed.full()) {
            xml.text("content:encoded", item.html());
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** RSS 2.0 asks for RFC 822 with a year of four digits. */
    private static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
