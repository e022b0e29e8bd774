package org.galley.publishing;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;

/** Names a published article for life, whatever becomes of its slug and section; feeds and the content API say the same name. */
public final class ArticleUri {
    private ArticleUri() {}

    /**
     * A tag URI (RFC 4151) of the site and the day on which readers first had the article, neither of which an edit changes.
     *
     * @param site the site's address
     * @param firstPublished since when readers have had any edition of it
     */
    public static String of(String site, Instant firstPublished, long article) {
        return "tag:" + URI.create(site).getHost() + ","
                + firstPublished.atOffset(ZoneOffset.UTC).toLocalDate() + ":article/" + article;
    }
}
