package org.galley.publishing.internal.feed;

import java.time.Instant;
import java.util.List;

/**
 * A feed before it is written in one of the formats.
 *
 * @param site the site's name, which stands for whoever is not named as author
 * @param home absolute address of the page with the same stories
 * @param self absolute address of the feed
 * @param language a BCP 47 tag
 * @param updated when anything in it last changed; the epoch if nothing ever did
 * @param full whether items carry the whole text, or the summary only
 * @param items first what readers were told of last
 */
public record Feed(
        String title,
        String site,
        String home,
        String self,
        String language,
        Instant updated,
        boolean full,
        List<FeedItem> items) {

    public Feed {
        items = List.copyOf(items);
    }
}
