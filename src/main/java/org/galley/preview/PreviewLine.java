package org.galley.preview;

import java.time.Instant;

/**
 * A link to a preview as the desk sees it.
 *
 * @param name for whom or for what it was made; may be empty
 * @param revokedAt null unless somebody took it back
 * @param revokedBy null likewise
 * @param uses how often it was opened
 * @param lastUsedAt null if never
 * @param over whether it opens nothing any more
 * @param path the link itself, below the context root; null if it is over, or the person may not give it to others
 */
public record PreviewLine(
        long id,
        int revision,
        String name,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        Instant revokedAt,
        String revokedBy,
        int uses,
        Instant lastUsedAt,
        boolean over,
        String path) {}
