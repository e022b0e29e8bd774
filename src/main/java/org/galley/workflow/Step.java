package org.galley.workflow;

import org.galley.publishing.EditionKind;

/**
 * An order to take a transition.
 *
 * @param revision the revision that the person means, or null for the newest
 * @param note why; needed by some actions, otherwise may be null
 * @param as for a publication over a live edition: {@link EditionKind#UPDATE} or {@link EditionKind#SILENT_FIX}; null for update
 */
public record Step(Action action, Integer revision, String note, EditionKind as) {
    public Step {
        note = note == null || note.isBlank() ? null : note.strip();
    }

    public static Step of(Action action) {
        return new Step(action, null, null, null);
    }
}
