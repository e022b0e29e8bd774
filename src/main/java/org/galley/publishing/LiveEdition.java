package org.galley.publishing;

import java.time.Instant;

/**
 * An edition that readers have now, without its page.
 *
 * @param id orders editions that began at one instant
 * @param from since when readers have it
 * @param modified when readers were last given something new, to the second
 */
public record LiveEdition(
        long id, long article, int revision, String section, String slug, Instant from, Instant modified) {}
