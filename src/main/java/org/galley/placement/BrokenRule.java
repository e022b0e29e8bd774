package org.galley.placement;

import java.util.Objects;

/**
 * One rule that a place does not keep: what it needs, what it has, and what is in the way.
 *
 * @param rule stable kebab-case name, see {@link PlacementRule#key()}
 * @param breakpoint name of the breakpoint at which it is broken, null when the rule knows no breakpoint
 * @param needs the value the rule asks for, in the unit of the rule
 * @param has the value found, in the same unit
 * @param block id of the block in the way, null when there is none
 */
public record BrokenRule(String rule, String breakpoint, double needs, double has, String block) {

    /** The name of the rule is required. */
    public BrokenRule {
        Objects.requireNonNull(rule, "rule");
    }

    static BrokenRule of(PlacementRule rule, String breakpoint, double needs, double has, String block) {
        return new BrokenRule(rule.key(), breakpoint, needs, has, block);
    }

    /** A rule that forbids something outright: none are allowed, one is there. */
    static BrokenRule prohibition(PlacementRule rule, String block) {
        return of(rule, null, 0, 1, block);
    }
}
