package org.galley.placement;

import java.util.Map;
import java.util.Objects;

/**
 * One slot of an existing layout.
 *
 * @param id the slot's id
 * @param after id of the block it stands after; null for the top, and for a slot that has no place; the last block
 *     means below the text; a block that is not in the body makes the slot an orphan
 * @param pinned whether a person fixed it there
 * @param heights pixels that it reserves, label included, by breakpoint name; where no height (or 0) is given the slot
 *     is hidden, reserves nothing and breaks no rule
 * @param state how it came to where it is
 */
public record PlacedSlot(String id, String after, boolean pinned, Map<String, Double> heights, SlotState state) {

    /**
     * Keeps its own copy of the heights.
     *
     * @throws InvalidPlacementException when a height is negative or not a number
     */
    public PlacedSlot {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        heights = Map.copyOf(heights);
        heights.forEach((breakpoint, px) -> {
            if (!(px >= 0 && px <= PlacementBlock.TALLEST)) {
                throw new InvalidPlacementException("heights." + breakpoint, "must be 0 or more, is " + px);
            }
        });
    }
}
