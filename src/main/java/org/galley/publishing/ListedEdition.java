package org.galley.publishing;

import java.time.Instant;

/**
 * An edition that readers have now, as a line of a front page.
 *
 * @param first when readers could first read the article; an update does not change it
 */
public record ListedEdition(long id, long article, int revision, String section, String slug, Instant first) {
    FrontKey key() {
        return new FrontKey(first, article);
    }
}
