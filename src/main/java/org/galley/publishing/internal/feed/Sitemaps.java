package org.galley.publishing.internal.feed;

import java.time.Instant;
import java.util.List;

/** Writes sitemaps (sitemaps.org, version 0.9) and the news sitemap that search engines read beside them. */
public final class Sitemaps {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private Sitemaps() {}

    /** @param modified when readers were last given something new there */
    public record Place(String url, Instant modified) {}

    /** @param urls of the sitemaps, absolute */
    public static byte[] index(List<String> urls) {
        return XmlDocument.of(xml -> xml.in(
                "sitemapindex",
                () -> {
                    for (String url : urls) {
                        xml.in("sitemap", () -> xml.text("loc", url));
                    }
                },
                "xmlns",
                NAMESPACE));
    }

    /** @param places at most 50,000, which is all that a sitemap may hold */
    public static byte[] places(List<Place> places) {
        return XmlDocument.of(xml -> xml.in(
                "urlset",
                () -> {
                    for (Place place : places) {
                        xml.in("url", () -> xml.text("loc", place.url())
                                .text("lastmod", place.modified().toString()));
                    }
                },
                "xmlns",
                NAMESPACE));
    }

    /**
     * @param site the publication's name
     * @param items of the last two days, at most 1,000
     */
    public static byte[] news(String site, List<FeedItem> items) {
        return XmlDocument.of(xml -> xml.in(
                "urlset",
                () -> {
                    for (FeedItem item : items) {
                        xml.in("url", () -> xml.text("loc", item.url())
                                .text("lastmod", item.updated().toString())
                                .in("news:news", () -> xml.in("news:publication", () -> xml.text("news:name", site)
                                                .text("news:language", item.language()))
                                        .text(
                                                "news:publication_date",
                                                item.published().toString())
                                        .text("news:title", item.title())));
                    }
                },
                "xmlns",
                NAMESPACE,
                "xmlns:news",
                "http://www.google.com/schemas/sitemap-news/0.9"));
    }
}
