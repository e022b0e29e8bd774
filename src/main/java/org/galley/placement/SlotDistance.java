package org.galley.placement;

import java.util.Objects;

/**
 * The text between two neighbouring slots, or between a slot and an end of the text, at one breakpoint.
 *
 * @param breakpoint name of the breakpoint
 * @param from the upper slot, null for the top of the text; a slot id in a check, a block id in a solution
 * @param to the lower slot, null for the end of the text; as {@code from}
 * @param px pixels of text between them, ads not counted
 * @param needs pixels that the policy asks for there
 */
public record SlotDistance(String breakpoint, String from, String to, double px, double needs) {

    /** The breakpoint is required. */
    public SlotDistance {
        Objects.requireNonNull(breakpoint, "breakpoint");
    }
}
