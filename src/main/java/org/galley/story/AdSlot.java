package org.galley.story;

import java.util.Objects;

/**
 * A placeholder for an ad in one article.
 *
 * @param id for life, unique in the article's layout
 * @param definition the key of its slot definition
 * @param after the id of the block that it stands after; null for the top of the body, or when it has no position
 * @param pinned whether a person chose the place, so that auto-place leaves it
 * @param state how it stands
 * @param home for a displaced or orphaned slot the id of the block that it first stood after, to which it returns when that
 *     block comes back; null otherwise
 */
public record AdSlot(String id, String definition, String after, boolean pinned, SlotState state, String home) {

    public AdSlot {
        BlockIds.require(id);
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(state, "state");
        if (!state.hasPosition() && after != null) {
            throw new IllegalArgumentException("a slot that is " + state.key() + " stands after no block");
        }
        if ((state == SlotState.PLACED || state == SlotState.SURPLUS) && home != null) {
            throw new IllegalArgumentException("a slot that is " + state.key() + " has no home to return to");
        }
    }

    /** A slot that somebody, or auto-place, put after a block. */
    public static AdSlot placed(String id, String definition, String after, boolean pinned) {
        return new AdSlot(id, definition, after, pinned, SlotState.PLACED, null);
    }

    /** A slot for which there is no place. */
    public static AdSlot surplus(String id, String definition) {
        return new AdSlot(id, definition, null, false, SlotState.SURPLUS, null);
    }

    /** The same slot after another block (null: at the top), placed. */
    public AdSlot placedAfter(String block) {
        return placed(id, definition, block, pinned);
    }

    /** The same slot after another block because its own went away; it remembers where it first stood. */
    public AdSlot displacedTo(String block) {
        return new AdSlot(id, definition, block, pinned, SlotState.DISPLACED, firstAnchor());
    }

    /** The same slot without a place because no block before its own survived; it remembers where it first stood. */
    public AdSlot orphaned() {
        return new AdSlot(id, definition, null, pinned, SlotState.ORPHANED, firstAnchor());
    }

    /** The same slot, kept without a place. */
    public AdSlot asSurplus() {
        return new AdSlot(id, definition, null, pinned, SlotState.SURPLUS, null);
    }

    public AdSlot withPinned(boolean other) {
        return new AdSlot(id, definition, after, other, state, home);
    }

    /** The block that the slot stood after when it was last placed; null for the top. */
    public String firstAnchor() {
        return home == null ? after : home;
    }
}
