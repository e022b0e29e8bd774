package org.galley.article;

import java.io.Serializable;
import java.time.Instant;

/**
 * An order to the clock: publish the approved revision at a time.
 *
 * @param as the key of the kind of edition that it becomes over a live one ({@code update}, {@code silent-fix}), or null
 * @param by the username of who ordered it
 * @param heldAt when it was found too late to publish by itself, or null
 * @param heldBecause why it is held, in words; null if it is not
 */
public record Schedule(Instant at, String as, String by, Instant heldAt, String heldBecause) implements Serializable {

    /** Whether somebody has to decide, as the clock will not publish it any more. */
    public boolean isHeld() {
        return heldAt != null;
    }
}
