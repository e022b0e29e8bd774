package org.galley.publishing.internal.feed;

import java.time.Instant;
import java.util.List;

/**
 * A published story as feeds and the news sitemap tell of it.
 *
 * @param id for life, the same in every format
 * @param url of the reader's page, absolute
 * @param summary plain text with what was put right; may be empty
 * @param html the whole text with absolute addresses
 * @param authors may be empty
 * @param section the section's key
 * @param sectionName and its name
 * @param published when readers first had it
 * @param updated when readers were last given something new
 * @param language a BCP 47 tag
 * @param image absolute address of the picture, or empty
 */
public record FeedItem(
        String id,
        String url,
        String title,
        String summary,
        String html,
        List<String> authors,
        String section,
        String sectionName,
        List<String> tags,
        Instant published,
        Instant updated,
        String language,
        String image) {

    public FeedItem {
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
    }
}
