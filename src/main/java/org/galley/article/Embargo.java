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
    public boolean isInForce(Instant now) {
        return now.isBefore(until);
    }
}
