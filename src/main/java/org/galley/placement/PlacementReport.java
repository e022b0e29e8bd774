package org.galley.placement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything there is to say about a layout: the same data for the screen, the API and the check before approval.
 *
 * @param gaps one report for each gap inside the body, gap 1 to n − 1 in order
 * @param heights height of the whole text without ads in pixels, by breakpoint name in the policy's order
 * @param densities share of ads in the main content, 0 to 1, by breakpoint name in the policy's order
 * @param errors violations that block approval
 * @param warnings violations that do not
 * @param distances text between neighbours, by breakpoint and then from the top down
 * @param bestUnevenness sum of the squared distances between consecutive in-body slots of the best layout with the same
 *     pins, at the first breakpoint, top and end of the text included, in square pixels: what regrets are relative to
 */
public record PlacementReport(
        List<GapReport> gaps,
        Map<String, Double> heights,
        Map<String, Double> densities,
        List<Violation> errors,
        List<Violation> warnings,
        List<SlotDistance> distances,
        double bestUnevenness) {

    /** Keeps its own copies, in order. */
    public PlacementReport {
        gaps = List.copyOf(gaps);
        heights = Collections.unmodifiableMap(new LinkedHashMap<>(heights));
        densities = Collections.unmodifiableMap(new LinkedHashMap<>(densities));
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        distances = List.copyOf(distances);
    }

    /** Whether nothing in it blocks approval. */
    public boolean keepsPolicy() {
        return errors.isEmpty();
    }
}
