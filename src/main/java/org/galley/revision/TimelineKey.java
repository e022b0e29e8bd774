package org.galley.revision;

import java.time.Instant;

/**
 * A place in a timeline: what is older comes after it.
 *
 * @param revisionsBelow revisions with a smaller number come after it
 * @param stepsBefore workflow steps before this moment come after it
 * @param stepsBelow and of that very moment those whose row has a smaller id
 */
public record TimelineKey(int revisionsBelow, Instant stepsBefore, long stepsBelow) {
    /** Before the newest line; the moment is later than any, and both databases can hold it. */
    public static final TimelineKey NEWEST =
            new TimelineKey(Integer.MAX_VALUE, Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);
}
