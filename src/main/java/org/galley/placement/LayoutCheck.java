package org.galley.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Judges an existing layout by the policy: which rules it breaks, and which of that blocks approval. */
final class LayoutCheck {

    private final MeasuredBody body;
    private final GapRules rules;
    private final StandingLayout layout;
    private final boolean[] refused;
    private final long[] sticky;
    private final Map<StandingSlot, List<BrokenRule>> broken = new LinkedHashMap<>();
    private final List<Violation> errors = new ArrayList<>();
    private final List<Violation> warnings = new ArrayList<>();

    LayoutCheck(MeasuredBody body, List<PlacedSlot> slots, boolean[] refused, long[] sticky) {
        this.body = body;
        this.rules = new GapRules(body);
        this.layout = new StandingLayout(body, slots, sticky);
        this.refused = refused;
        this.sticky = sticky;
    }

    PlacementReport report() {
        findBrokenRules();
        for (PlacedSlot slot : layout.orphaned()) {
            errors.add(withoutPlace(Severity.ERROR, PlacementRule.ORPHANED, slot));
        }
        List<Violation> whole = wholeLayout();
        Map<StandingSlot, Integer> shared = sharedWithEarlier();
        broken.forEach((slot, found) ->
                judge(slot, found, shared.getOrDefault(slot, 1), !found.isEmpty() || !whole.isEmpty()));
        errors.addAll(whole);
        for (PlacedSlot slot : layout.surplus()) {
            warnings.add(withoutPlace(Severity.WARNING, PlacementRule.SURPLUS, slot));
        }
        Solution best = bestWithSamePins();
        return new PlacementReport(
                gaps(best.gaps()),
                body.heights(),
                layout.densities(),
                errors,
                warnings,
                distances(),
                best.unevenness());
    }

    private void findBrokenRules() {
        for (StandingSlot slot : layout.top()) {
            broken.put(slot, new ArrayList<>());
        }
        for (StandingSlot slot : layout.inBody()) {
            broken.put(slot, slot.seen() ? rules.broken(slot.gap(), slot.visible()) : new ArrayList<>());
        }
        for (StandingSlot slot : layout.below()) {
            broken.put(slot, new ArrayList<>());
        }
        broken.forEach((slot, found) -> {
            if (refused[slot.gap()] && !slot.slot().pinned() && slot.seen()) {
                found.add(BrokenRule.prohibition(PlacementRule.REFUSED, body.nameOf(slot.gap())));
            }
        });
        for (int b = 0; b < body.breakpoints(); b++) {
            StandingSlot above = null;
            for (StandingSlot slot : layout.seenInBody(b)) {
                if (above != null) {
                    rules.spacing(broken.get(slot), slot.gap(), above.gap(), b);
                }
                above = slot;
            }
        }
    }

    /** Errors of the layout as a whole; its warnings go to the warnings at once. */
    private List<Violation> wholeLayout() {
        List<Violation> found = new ArrayList<>();
        PlacementPolicy policy = body.policy();
        boolean[] none = new boolean[body.breakpoints()];
        layout.overCap(PlacementRule.TOP_CAP, policy.topCap(), layout.top(), none)
                .ifPresent(rule -> found.add(new Violation(Severity.ERROR, rule, null, null)));
        layout.overCap(PlacementRule.CAP, policy.cap(), layout.inBody(), none)
                .ifPresent(rule -> found.add(new Violation(Severity.ERROR, rule, null, null)));
        layout.overCap(PlacementRule.BELOW_CAP, policy.belowCap(), layout.below(), none)
                .ifPresent(rule -> found.add(new Violation(Severity.ERROR, rule, null, null)));
        for (int b = 0; b < body.breakpoints(); b++) {
            DensityVerdict.of(body.breakpoint(b), layout.density(b, 0))
                    .ifPresent(violation -> (violation.severity() == Severity.ERROR ? found : warnings).add(violation));
        }
        return found;
    }

    private void judge(StandingSlot slot, List<BrokenRule> found, int shared, boolean policyBroken) {
        String after = body.nameOf(slot.gap());
        for (BrokenRule rule : found) {
            errors.add(new Violation(Severity.ERROR, rule, slot.slot().id(), after));
        }
        Severity severity = policyBroken ? Severity.ERROR : Severity.WARNING;
        List<Violation> target = policyBroken ? errors : warnings;
        if (slot.slot().state() == SlotState.DISPLACED) {
            BrokenRule rule = BrokenRule.prohibition(PlacementRule.DISPLACED, after);
            target.add(new Violation(severity, rule, slot.slot().id(), after));
        }
        if (shared > 1) {
            BrokenRule rule = BrokenRule.of(PlacementRule.COLLISION, null, 1, shared, after);
            target.add(new Violation(severity, rule, slot.slot().id(), after));
        }
    }

    /** How many in-body slots stand in the gap of each up to and including it. */
    private Map<StandingSlot, Integer> sharedWithEarlier() {
        Map<StandingSlot, Integer> shared = new HashMap<>();
        StandingSlot above = null;
        for (StandingSlot slot : layout.inBody()) {
            shared.put(slot, above != null && above.gap() == slot.gap() ? shared.get(above) + 1 : 1);
            above = slot;
        }
        return shared;
    }

    private static Violation withoutPlace(Severity severity, PlacementRule rule, PlacedSlot slot) {
        return new Violation(severity, BrokenRule.prohibition(rule, null), slot.id(), null);
    }

    private Solution bestWithSamePins() {
        boolean[] pins = new boolean[body.size() + 1];
        for (StandingSlot slot : layout.inBody()) {
            pins[slot.gap()] |= slot.slot().pinned();
        }
        return new Solver(body, pins, refused, sticky).solve();
    }

    /** The optimum's view of every gap, turned to the slots that really stand. */
    private List<GapReport> gaps(List<GapReport> optimum) {
        Map<Integer, Set<BrokenRule>> standing = new LinkedHashMap<>();
        for (StandingSlot slot : layout.inBody()) {
            standing.computeIfAbsent(slot.gap(), gap -> new LinkedHashSet<>()).addAll(broken.get(slot));
        }
        List<GapReport> gaps = new ArrayList<>(optimum.size());
        for (int gap = 1; gap <= optimum.size(); gap++) {
            GapReport best = optimum.get(gap - 1);
            Set<BrokenRule> here = standing.get(gap);
            if (here != null) {
                gaps.add(new GapReport(
                        best.after(),
                        Verdict.SLOT,
                        List.copyOf(here),
                        best.regret(),
                        best.fewerSlots(),
                        best.displaced()));
            } else if (best.verdict() == Verdict.SLOT) {
                gaps.add(new GapReport(
                        best.after(), Verdict.ALLOWED, List.of(), OptionalDouble.of(0), 0, Optional.empty()));
            } else {
                gaps.add(best);
            }
        }
        return gaps;
    }

    private List<SlotDistance> distances() {
        List<SlotDistance> distances = new ArrayList<>();
        for (int b = 0; b < body.breakpoints(); b++) {
            List<StandingSlot> seen = layout.seenInBody(b);
            distances.addAll(Distances.at(
                    body,
                    b,
                    seen.stream().map(slot -> slot.slot().id()).toList(),
                    seen.stream().map(StandingSlot::gap).toList()));
        }
        return distances;
    }
}
