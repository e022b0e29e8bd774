package org.galley.article;

import java.io.Serializable;
import java.time.Instant;

/**
 * An article as a line of a list.
 *
 * @param live whether readers can see an edition of it
 * @param words length of the working copy's text
 * @param slots ad slots in its layout
 * @param scheduledFor when the clock is to publish it, or null
 * @param held whether that time was missed and somebody has to decide
 * @param embargoUntil before when it must not be published, or null; it may be over
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
        Instant stateChangedAt,
        Instant scheduledFor,
        boolean held,
        Instant embargoUntil)
        implements Serializable {}
