package org.galley.diff;

import java.util.Locale;
import java.util.Objects;
import org.galley.story.AdSlot;

/**
 * What became of one ad slot.
 *
 * @param op how it changed
 * @param before the slot in the old layout; null if it was added
 * @param after the slot in the new layout; null if it was removed
 */
public record SlotChange(Op op, AdSlot before, AdSlot after) {

    public SlotChange {
        Objects.requireNonNull(op, "op");
        if (before == null && after == null) {
            throw new IllegalArgumentException("a change of no slot");
        }
    }

    /** How an ad slot changed; the key is the word used in the API. */
    public enum Op {
        ADDED,
        REMOVED,
        /** Somebody put it elsewhere. */
        MOVED,
        /** It stands after the same block, which moved, or after what its block was split or joined into. */
        CARRIED,
        /** Its block was deleted: it stands after the nearest one before that. */
        DISPLACED,
        /** Its block was deleted and none before it survived: it has no place. */
        ORPHANED,
        /** Its first block came back, and it with it. */
        RESTORED,
        /** It was taken out of the text, but kept. */
        SURPLUS,
        /** It stands where it stood, with another definition, or pinned or no longer pinned. */
        CHANGED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String id() {
        return after == null ? before.id() : after.id();
    }
}
