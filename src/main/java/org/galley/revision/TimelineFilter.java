package org.galley.revision;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which lines of a timeline are wanted.
 *
 * @param streams lines that stand on one of these; never empty, immutable
 * @param person the username of who made them, or null for anybody
 * @param kind the key of a {@link RevisionKind} or of a workflow step's action, or null for any
 */
public record TimelineFilter(Set<TimelineStream> streams, String person, String kind) {
    public static final TimelineFilter ALL = new TimelineFilter(EnumSet.allOf(TimelineStream.class), null, null);

    /** No streams mean all of them, as a list of nothing helps nobody. */
    public TimelineFilter {
        streams = Collections.unmodifiableSet(
                streams.isEmpty() ? EnumSet.allOf(TimelineStream.class) : EnumSet.copyOf(streams));
    }

    /** Whether nothing can fit it: a name or kind with a character that no database keeps is not even asked for. */
    boolean isHopeless() {
        return hasNothing(person) || hasNothing(kind);
    }

    private static boolean hasNothing(String text) {
        return text != null && text.indexOf('\0') >= 0;
    }

    boolean wants(TimelineStream stream) {
        return streams.contains(stream);
    }
}
