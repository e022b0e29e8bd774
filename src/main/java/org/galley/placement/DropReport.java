package org.galley.placement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a slot in somebody's hand may stand, and how dense the ads would be then.
 *
 * @param gaps one report for each gap from 0 to n: the first is that of the top, the last that of the place below the text;
 *     each is allowed or refused, and none is weighed
 * @param inText share of ads in the main content by breakpoint name with the slot above the text or in it, whichever gap
 * @param outside the same with the slot below the text, or nowhere
 */
public record DropReport(List<GapReport> gaps, Map<String, Double> inText, Map<String, Double> outside) {
    /** Keeps its own copies, in order. */
    public DropReport {
        gaps = List.copyOf(gaps);
        inText = Collections.unmodifiableMap(new LinkedHashMap<>(inText));
        outside = Collections.unmodifiableMap(new LinkedHashMap<>(outside));
    }
}
