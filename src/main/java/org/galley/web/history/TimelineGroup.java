package org.galley.web.history;

import java.io.Serializable;
import java.util.List;

/**
 * Lines of a timeline that belong together: one that stands alone, or the revisions of one editing session.
 *
 * @param day the heading of the day if this group is its first, otherwise empty
 * @param label what the session was, in words; empty for a line that stands alone
 * @param rest whether the session was begun on the page before: it goes on here
 * @param open whether the session's lines are shown at once
 */
public record TimelineGroup(String day, String label, boolean rest, boolean open, List<TimelineEvent> events)
        implements Serializable {

    public TimelineGroup {
        events = List.copyOf(events);
    }

    public boolean isSession() {
        return !label.isEmpty();
    }
}
