package org.galley.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a measured body, its pins and its refused gaps into the best layout and the report on it. */
final class Solver {

    private final MeasuredBody body;
    private final GapRules rules;
    private final boolean[] pinned;
    private final boolean[] refused;
    private final long[] sticky;
    private final long[] slotHeight;
    private final int end;
    private final int pins;
    private final int most;
    private final boolean pinnedBelow;

    Solver(MeasuredBody body, boolean[] pinned, boolean[] refused, long[] sticky) {
        this.body = body;
        this.rules = new GapRules(body);
        this.pinned = pinned.clone();
        this.refused = refused;
        this.sticky = sticky;
        this.slotHeight = body.figures(Breakpoint::slotHeight);
        this.end = body.size();
        // The place below the text is a zone of its own: its pin takes no part in the optimum.
        this.pinned[end] = false;
        int count = 0;
        for (boolean pin : this.pinned) {
            count += pin ? 1 : 0;
        }
        this.pins = count;
        this.most = rules.mostSlots(sticky);
        this.pinnedBelow = end > 0 && pinned[end];
    }

    Solution solve() {
        List<List<BrokenRule>> broken = brokenByGap();
        boolean[] open = new boolean[end + 1];
        for (int gap = 1; gap < end; gap++) {
            open[gap] = pinned[gap] || broken.get(gap).isEmpty();
        }
        LayoutSearch search =
                new LayoutSearch(body.y(0), open, pinned, rules.reachUp(), rules.reachDown(), Math.max(most, pins));
        int[] slots = search.slots();
        List<String> names = new ArrayList<>();
        for (int gap : slots) {
            names.add(body.nameOf(gap));
        }
        if (pinnedBelow) {
            names.add(body.nameOf(end));
        }
        List<Violation> errors = new ArrayList<>();
        List<Violation> warnings = new ArrayList<>();
        judge(slots, errors, warnings);
        PlacementReport report = new PlacementReport(
                gaps(search, slots, broken),
                body.heights(),
                densities(slots.length),
                errors,
                warnings,
                distances(slots),
                body.squarePx((double) search.cost()));
        return new Solution(names, report);
    }

    /** What each gap breaks by itself, towards the pins, and by being one slot more than the pins. */
    private List<List<BrokenRule>> brokenByGap() {
        int[] pinBelow = new int[end + 2];
        for (int gap = end; gap >= 0; gap--) {
            pinBelow[gap] = gap < end && pinned[gap + 1] ? gap + 1 : gap < end ? pinBelow[gap + 1] : 0;
        }
        List<BrokenRule> oneMore = pins < most ? List.of() : oneMoreThanPins();
        List<List<BrokenRule>> broken = new ArrayList<>(end + 1);
        broken.add(List.of());
        int pinAbove = 0;
        for (int gap = 1; gap < end; gap++) {
            List<BrokenRule> found = rules.broken(gap, rules.everywhere());
            if (pinAbove > 0) {
                rules.spacing(found, gap, pinAbove, rules.everywhere());
            }
            if (pinBelow[gap] > 0) {
                rules.spacing(found, gap, pinBelow[gap], rules.everywhere());
            }
            if (pinned[gap]) {
                pinAbove = gap;
            } else {
                if (refused[gap]) {
                    found.add(BrokenRule.prohibition(PlacementRule.REFUSED, body.nameOf(gap)));
                }
                found.addAll(oneMore);
            }
            broken.add(found);
        }
        return broken;
    }

    private List<BrokenRule> oneMoreThanPins() {
        List<BrokenRule> found = new ArrayList<>();
        int cap = body.policy().cap();
        if (pins + 1 > cap) {
            found.add(BrokenRule.of(PlacementRule.CAP, null, cap, pins + 1, null));
        }
        for (int b = 0; b < body.breakpoints(); b++) {
            Breakpoint breakpoint = body.breakpoint(b);
            double density = density(b, pins + 1);
            if (density > breakpoint.densityLimit()) {
                found.add(BrokenRule.of(
                        PlacementRule.DENSITY_LIMIT, breakpoint.name(), breakpoint.densityLimit(), density, null));
            }
        }
        return found;
    }

    private double density(int b, int slots) {
        return body.density(b, sticky[b] + slots * slotHeight[b]);
    }

    private Map<String, Double> densities(int slots) {
        Map<String, Double> densities = new LinkedHashMap<>();
        for (int b = 0; b < body.breakpoints(); b++) {
            densities.put(body.breakpoint(b).name(), density(b, slots));
        }
        return densities;
    }

    private List<GapReport> gaps(LayoutSearch search, int[] slots, List<List<BrokenRule>> broken) {
        List<GapReport> gaps = new ArrayList<>(Math.max(0, end - 1));
        double whole = body.whole(0);
        int next = 0;
        for (int gap = 1; gap < end; gap++) {
            String name = body.nameOf(gap);
            if (next < slots.length && slots[next] == gap) {
                gaps.add(GapReport.slot(name, broken.get(gap)));
                next++;
            } else if (!broken.get(gap).isEmpty()) {
                gaps.add(GapReport.refused(name, broken.get(gap)));
            } else {
                LayoutSearch.Through through = search.through(gap);
                if (through == null) {
                    gaps.add(GapReport.allowed(name));
                } else {
                    int fewer = slots.length - through.slots();
                    double regret = fewer * (whole * whole) + (through.cost() - search.cost());
                    gaps.add(GapReport.allowed(name, body.squarePx(regret), fewer, body.nameOf(through.displaced())));
                }
            }
        }
        return gaps;
    }

    private void judge(int[] slots, List<Violation> errors, List<Violation> warnings) {
        int above = 0;
        for (int gap : slots) {
            if (pinned[gap]) {
                List<BrokenRule> found = rules.broken(gap, rules.everywhere());
                if (above > 0 && pinned[above]) {
                    rules.spacing(found, gap, above, rules.everywhere());
                }
                for (BrokenRule rule : found) {
                    errors.add(new Violation(Severity.ERROR, rule, null, body.nameOf(gap)));
                }
            }
            above = gap;
        }
        int cap = body.policy().cap();
        if (slots.length > cap) {
            BrokenRule rule = BrokenRule.of(PlacementRule.CAP, null, cap, slots.length, null);
            errors.add(new Violation(Severity.ERROR, rule, null, null));
        }
        if (pinnedBelow && body.policy().belowCap() < 1) {
            BrokenRule rule = BrokenRule.of(PlacementRule.BELOW_CAP, null, 0, 1, null);
            errors.add(new Violation(Severity.ERROR, rule, null, body.nameOf(end)));
        }
        for (int b = 0; b < body.breakpoints(); b++) {
            DensityVerdict.of(body.breakpoint(b), density(b, slots.length)).ifPresent(violation -> {
                (violation.severity() == Severity.ERROR ? errors : warnings).add(violation);
            });
        }
    }

    private List<SlotDistance> distances(int[] slots) {
        List<SlotDistance> distances = new ArrayList<>();
        for (int b = 0; b < body.breakpoints(); b++) {
            List<String> names = new ArrayList<>();
            List<Integer> gaps = new ArrayList<>();
            for (int gap : slots) {
                names.add(body.nameOf(gap));
                gaps.add(gap);
            }
            distances.addAll(Distances.at(body, b, names, gaps));
        }
        return distances;
    }
}
