package org.galley.live;

import java.time.Instant;
import java.util.List;

/** Hears what happens in one article; called by whoever caused it, so it must not wait. */
public interface Listener {
    /**
     * The working copy has a new version.
     *
     * @param by username of whoever changed it; null if that is not known here
     */
    void version(long version, String by);

    /**
     * Somebody came, went or moved.
     *
     * @param people everybody who is there now
     */
    void people(List<Present> people);

    /**
     * The comments are not what they were.
     *
     * @param mark when they last changed, to be compared with the one before
     */
    void comments(Instant mark);

    /** The article stands elsewhere on the desk: another state, another plan, another assignment. */
    void moved();
}
