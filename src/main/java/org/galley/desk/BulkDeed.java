package org.galley.desk;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.galley.article.Priority;
import org.galley.workflow.Action;

/** One thing that is done with many stories. */
public sealed interface BulkDeed extends Serializable {
    /** Gives them to somebody. @param username null for nobody */
    record Assign(String username) implements BulkDeed {}

    /** Says when they are due. @param at null for no time */
    record SetDue(Instant at) implements BulkDeed {}

    record Prioritise(Priority priority) implements BulkDeed {}

    /** Puts them into another section. @param section its key */
    record MoveTo(String section) implements BulkDeed {}

    /**
     * Takes a step of the workflow.
     *
     * @param note why, where that is needed; otherwise may be null
     */
    record Take(Action action, String note) implements BulkDeed {
        /** What makes sense for many at once; publication and its undoing are decided story by story. */
        public static final Set<Action> POSSIBLE = Set.of(
                Action.SUBMIT, Action.APPROVE, Action.REQUEST_CHANGES, Action.SPIKE, Action.UNSPIKE, Action.ARCHIVE);

        public Take {
            if (!POSSIBLE.contains(action)) {
                throw new IllegalArgumentException(action + " is not for many at once");
            }
        }
    }
}
