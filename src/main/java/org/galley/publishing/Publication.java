package org.galley.publishing;

import java.time.Instant;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/**
 * An order to give readers a revision.
 *
 * @param article the article's number
 * @param note for readers, needed for corrections and withdrawals, otherwise null
 * @param firstPublished when readers could first read the article: for the first edition the same as {@code at}
 * @param modified when readers were last given something new, before this order
 */
public record Publication(
        long article,
        int revision,
        EditionKind kind,
        Story story,
        AdLayout layout,
        String note,
        Instant firstPublished,
        Instant modified,
        Instant at) {}
