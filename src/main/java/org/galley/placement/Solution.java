package org.galley.placement;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The best layout for a body, and the report on it.
 *
 * @param slots ids of the blocks that a slot stands after, from the top down; the last block is among them only when it
 *     was pinned, and is then the slot below the text
 * @param report every gap, heights, densities, violations and warnings
 */
public record Solution(List<String> slots, PlacementReport report) {

    /** Keeps its own copy of the slots. */
    public Solution {
        slots = List.copyOf(slots);
        Objects.requireNonNull(report, "report");
    }

    /**
     * Sum of the squared distances between consecutive in-body slots at the first breakpoint, top and end of the text
     * included, in square pixels.
     */
    public double unevenness() {
        return report.bestUnevenness();
    }

    /** One report for each gap inside the body, in order. */
    public List<GapReport> gaps() {
        return report.gaps();
    }

    /** Height of the whole text without ads in pixels, by breakpoint name. */
    public Map<String, Double> heights() {
        return report.heights();
    }

    /** Share of ads in the main content, 0 to 1, by breakpoint name. */
    public Map<String, Double> densities() {
        return report.densities();
    }

    /** The rules that the pins themselves break; empty when the layout keeps the policy. */
    public List<Violation> violations() {
        return report.errors();
    }

    /** What is worth knowing and breaks no rule: a density above its warning level. */
    public List<Violation> warnings() {
        return report.warnings();
    }
}
