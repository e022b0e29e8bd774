package org.galley.diff;

import java.util.List;
import java.util.Objects;
import org.galley.story.AdLayout;

/**
 * What became of two ad layouts with one ancestor.
 *
 * @param layout both sides' changes together; where they collide the current side's slot, or the changed slot that the other
 *     side removed
 * @param conflictingSlots ids of the slots where they collide, in the order of the layout
 */
public record LayoutMergeResult(AdLayout layout, List<String> conflictingSlots) {

    public LayoutMergeResult {
        Objects.requireNonNull(layout, "layout");
        conflictingSlots = List.copyOf(conflictingSlots);
    }

    public boolean isClean() {
        return conflictingSlots.isEmpty();
    }
}
