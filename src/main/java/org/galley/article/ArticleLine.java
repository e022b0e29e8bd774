package org.galley.article;

import java.io.Serializable;
import java.time.Instant;

/**
 * An article as a line of a list.
 *
 * @param live whether readers can see an edition of it
 * @param words length of the working copy's text
 * @param slots ad slots in its layout
 */
public record ArticleLine(
        long id,
        String headline,
        String section,
        String slug,
        ArticleState state,
        boolean live,
        int lastRevision,
        int words,
        int slots,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        Instant stateChangedAt)
        implements Serializable {}
