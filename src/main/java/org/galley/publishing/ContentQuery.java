package org.galley.publishing;

import java.time.Instant;
import java.util.Optional;

/**
 * Which published content is wanted; what is null narrows nothing.
 *
 * @param section the key of a section
 * @param tag capitals make no difference
 * @param byline the whole name of an author; capitals make no difference
 * @param language a language tag; {@code de} also finds {@code de-AT}
 * @param publishedSince first published then or later
 * @param publishedBefore first published before
 * @param modifiedSince changed then or later; with it, what was withdrawn since comes too
 * @param words all of these have to be in the text or the header
 */
public record ContentQuery(
        String section,
        String tag,
        String byline,
        String language,
        Instant publishedSince,
        Instant publishedBefore,
        Instant modifiedSince,
        String words) {
    public static final ContentQuery ALL = new ContentQuery(null, null, null, null, null, null, null, null);

    /** An edition in the list, and that readers have it no longer, if so. */
    public record Found(LiveEdition edition, Optional<Withdrawal> withdrawal) {}
}
