package org.galley.workflow;

import java.time.Instant;
import org.galley.publishing.EditionKind;

/**
 * An order to take a transition.
 *
 * @param revision the revision that the person means, or null
 * @param version the version of the working copy that the person has seen, or null; without revision and version the newest
 *     revision is meant
 * @param note why; needed by some actions, otherwise may be null
 * @param as for a publication over a live edition, now or by the clock: {@link EditionKind#UPDATE} or
 *     {@link EditionKind#SILENT_FIX}; null for update
 * @param at when, for actions that need a time, otherwise null
 */
public record Step(Action action, Integer revision, Long version, String note, EditionKind as, Instant at) {
    public Step {
        note = note == null || note.isBlank() ? null : note.strip();
    }

    /** A step by somebody who did not look at the working copy, but at most at a revision. */
    public Step(Action action, Integer revision, String note, EditionKind as, Instant at) {
        this(action, revision, null, note, as, at);
    }

    public static Step of(Action action) {
        return new Step(action, null, null, null, null);
    }

    /** The same by somebody who has seen a version of the working copy. */
    public Step seen(Long shown) {
        return new Step(action, revision, shown, note, as, at);
    }

    /** The same for a time. */
    public Step at(Instant time) {
        return new Step(action, revision, version, note, as, time);
    }

    /** The same with a note. */
    public Step because(String why) {
        return new Step(action, revision, version, why, as, at);
    }
}
