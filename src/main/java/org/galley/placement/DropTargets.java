package org.galley.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Says for every gap whether one more slot may stand in it while all others stay where they are. */
final class DropTargets {

    private final MeasuredBody body;
    private final GapRules rules;
    private final StandingLayout others;
    private final boolean[] refused;
    private final int[][] slotAtOrAbove;
    private final int[][] slotAtOrBelow;

    DropTargets(MeasuredBody body, List<PlacedSlot> others, boolean[] refused, long[] sticky) {
        this.body = body;
        this.rules = new GapRules(body);
        this.others = new StandingLayout(body, others, sticky);
        this.refused = refused;
        int n = body.size();
        slotAtOrAbove = new int[body.breakpoints()][n + 1];
        slotAtOrBelow = new int[body.breakpoints()][n + 1];
        for (int b = 0; b < body.breakpoints(); b++) {
            for (StandingSlot slot : this.others.seenInBody(b)) {
                slotAtOrAbove[b][slot.gap()] = slot.gap();
                slotAtOrBelow[b][slot.gap()] = slot.gap();
            }
            for (int gap = 1; gap <= n; gap++) {
                if (slotAtOrAbove[b][gap] == 0) {
                    slotAtOrAbove[b][gap] = slotAtOrAbove[b][gap - 1];
                }
            }
            for (int gap = n - 1; gap >= 0; gap--) {
                if (slotAtOrBelow[b][gap] == 0) {
                    slotAtOrBelow[b][gap] = slotAtOrBelow[b][gap + 1];
                }
            }
        }
    }

    /** The place of a slot that reserves these pixels: reports for gap 0 to n, and what it does to the density. */
    DropReport forSlot(Map<String, Double> heights) {
        ToDoubleFunction<Breakpoint> height = breakpoint -> heights.getOrDefault(breakpoint.name(), 0.0);
        long[] reserved = body.figures(height);
        boolean[] visible = StandingSlot.visible(reserved);
        boolean seen = false;
        for (boolean at : visible) {
            seen |= at;
        }
        PlacementPolicy policy = body.policy();
        List<BrokenRule> tooDense = tooDense(reserved);
        List<BrokenRule> tooMany = new ArrayList<>(tooDense);
        others.overCap(PlacementRule.CAP, policy.cap(), others.inBody(), visible)
                .ifPresent(tooMany::add);

        List<GapReport> reports = new ArrayList<>(body.size() + 1);
        for (int gap = 0; gap <= body.size(); gap++) {
            List<BrokenRule> found = new ArrayList<>();
            if (seen) {
                if (gap == 0) {
                    others.overCap(PlacementRule.TOP_CAP, policy.topCap(), others.top(), visible)
                            .ifPresent(found::add);
                    found.addAll(tooDense);
                } else if (gap == body.size()) {
                    others.overCap(PlacementRule.BELOW_CAP, policy.belowCap(), others.below(), visible)
                            .ifPresent(found::add);
                } else {
                    found.addAll(rules.broken(gap, visible));
                    neighbours(found, gap, visible);
                    found.addAll(tooMany);
                }
                if (refused[gap]) {
                    found.add(BrokenRule.prohibition(PlacementRule.REFUSED, body.nameOf(gap)));
                }
            }
            String name = body.nameOf(gap);
            reports.add(found.isEmpty() ? GapReport.allowed(name) : GapReport.refused(name, found));
        }
        Map<String, Double> inText = new LinkedHashMap<>();
        for (int b = 0; b < reserved.length; b++) {
            inText.put(body.breakpoint(b).name(), others.density(b, reserved[b]));
        }
        return new DropReport(reports, inText, others.densities());
    }

    private List<BrokenRule> tooDense(long[] reserved) {
        List<BrokenRule> found = new ArrayList<>();
        for (int b = 0; b < reserved.length; b++) {
            if (reserved[b] > 0) {
                DensityVerdict.of(body.breakpoint(b), others.density(b, reserved[b]))
                        .filter(violation -> violation.severity() == Severity.ERROR)
                        .ifPresent(violation -> found.add(violation.broken()));
            }
        }
        return found;
    }

    private void neighbours(List<BrokenRule> found, int gap, boolean[] visible) {
        for (int b = 0; b < visible.length; b++) {
            if (!visible[b]) {
                continue;
            }
            int above = slotAtOrAbove[b][gap];
            int below = slotAtOrBelow[b][gap];
            if (above > 0) {
                rules.spacing(found, gap, above, b);
            }
            if (below > 0 && below != above) {
                rules.spacing(found, gap, below, b);
            }
        }
    }
}
