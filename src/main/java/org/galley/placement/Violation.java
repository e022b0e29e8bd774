package org.galley.placement;

import java.util.Objects;

/**
 * A rule that a layout does not keep, and the slot that does not keep it.
 *
 * @param severity whether it blocks approval
 * @param broken the rule
 * @param slot id of the slot at fault; null for the layout as a whole, and in the answer of the solver, whose slots
 *     have no ids yet
 * @param after id of the block above the slot at fault; null for the layout as a whole, at the top, and for a slot that
 *     has no place
 */
public record Violation(Severity severity, BrokenRule broken, String slot, String after) {

    /** Severity and rule are required. */
    public Violation {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(broken, "broken");
    }
}
