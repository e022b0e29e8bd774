package org.galley.api.articles;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.galley.platform.refusal.RefusedException;

/** Reads the moment of a query, {@code ?at=2024-12-04T16:28:00Z}. */
final class Moments {
    private Moments() {}

    /** @throws RefusedException invalid, if it is no time with its zone */
    static Instant parse(String at) {
        try {
            // A plus sign in a query that nobody escaped arrives as a space.
            return OffsetDateTime.parse(at == null ? "" : at.strip().replace(' ', '+'))
                    .toInstant();
        } catch (DateTimeException e) {
            throw RefusedException.invalid(
                    "at", "at is a moment with its zone, such as 2024-12-04T16:28:00Z or 2024-12-04T18:28:00+02:00.");
        }
    }
}
