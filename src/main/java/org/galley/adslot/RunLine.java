package org.galley.adslot;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;

/**
 * A run over all articles of a section, as it is shown.
 *
 * @param undoes the run that it takes back, or null
 * @param state {@link State#STOPPED} also if the server went down while it was running
 * @param endedAt null while it runs
 * @param total articles that there were when it started
 * @param done articles that it has looked at
 * @param changed articles that got another layout, and so a revision
 * @param failed articles that it could not change
 * @param reason why it ended early, or null
 * @param undone whether another run takes back, or took back, what it did
 */
public record RunLine(
        long id,
        String section,
        Mode mode,
        Long undoes,
        State state,
        String actor,
        Instant startedAt,
        Instant endedAt,
        int total,
        int done,
        int changed,
        int failed,
        String reason,
        boolean undone)
        implements Serializable {

    /** What a run does to each article. */
    public enum Mode {
        /** Automatic slots go where they stand best; there are as many as before. */
        PLACE_ANEW,
        /** As auto-place does: slots are also added where the policy leaves room. */
        AUTO_PLACE,
        /** Layouts that another run changed become what they were, slot by slot. */
        UNDO;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How far it came. */
    public enum State {
        RUNNING,
        DONE,
        /** A person ended it. */
        CANCELLED,
        /** It ended by itself before it was done; it can go on. */
        STOPPED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Whether it ended before it had looked at every article, and may go on. */
    public boolean mayGoOn() {
        return state == State.CANCELLED || state == State.STOPPED;
    }

    /** Whether there is anything to take back. */
    public boolean mayBeUndone() {
        return state != State.RUNNING && mode != Mode.UNDO && changed > 0 && !undone;
    }

    /** Share of articles looked at in whole percent, 0 to 100. */
    public int percent() {
        return state == State.DONE || total == 0 ? 100 : Math.min(99, (int) (100L * done / total));
    }
}
