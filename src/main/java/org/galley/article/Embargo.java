package org.galley.article;

import java.io.Serializable;
import java.time.Instant;

/**
 * A promise to others: nobody outside the desk sees this version of the story before a time.
 *
 * @param until the first instant at which it may be published
 * @param by the username of who recorded the promise
 */
public record Embargo(Instant until, String by) implements Serializable {
    /** The end of a promise of which nobody knows the end; later than all others. */
    public static final Instant FURTHER_NOTICE = Instant.parse("9999-01-01T00:00:00Z");

    public boolean isInForce(Instant now) {
        return now.isBefore(until);
    }
}
