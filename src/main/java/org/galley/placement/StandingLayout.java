package org.galley.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An existing layout sorted by where its slots stand, with what each reserves at each breakpoint. */
final class StandingLayout {

    private final MeasuredBody body;
    private final long[] sticky;
    private final List<StandingSlot> top = new ArrayList<>();
    private final List<StandingSlot> inBody = new ArrayList<>();
    private final List<StandingSlot> below = new ArrayList<>();
    private final List<PlacedSlot> orphaned = new ArrayList<>();
    private final List<PlacedSlot> surplus = new ArrayList<>();

    StandingLayout(MeasuredBody body, List<PlacedSlot> slots, long[] sticky) {
        this.body = body;
        this.sticky = sticky;
        for (PlacedSlot slot : slots) {
            int gap = slot.after() == null ? 0 : body.gapAfter(slot.after());
            if (slot.state() == SlotState.SURPLUS) {
                surplus.add(slot);
            } else if (!slot.state().hasPlace() || gap < 0) {
                orphaned.add(slot);
            } else {
                zone(gap).add(new StandingSlot(body, slot, gap));
            }
        }
        // Stable: slots in one gap stay in the order of the layout.
        inBody.sort(Comparator.comparingInt(StandingSlot::gap));
    }

    private List<StandingSlot> zone(int gap) {
        if (gap == 0) {
            return top;
        }
        return gap == body.size() ? below : inBody;
    }

    /** Slots above the text. */
    List<StandingSlot> top() {
        return top;
    }

    /** Slots in gap 1 to n − 1, from the top down. */
    List<StandingSlot> inBody() {
        return inBody;
    }

    /** Slots below the text. */
    List<StandingSlot> below() {
        return below;
    }

    /** Slots without a place, their block being gone. */
    List<PlacedSlot> orphaned() {
        return orphaned;
    }

    /** Slots that wait for a place. */
    List<PlacedSlot> surplus() {
        return surplus;
    }

    /** Slots inside the body that are seen at a breakpoint, from the top down. */
    List<StandingSlot> seenInBody(int b) {
        return inBody.stream().filter(slot -> slot.seenAt(b)).toList();
    }

    /**
     * Share of ads in the main content at a breakpoint, with {@code more} units added. What stands above the text or in
     * it counts; what stands below the text is outside the main content.
     */
    double density(int b, long more) {
        long ads = sticky[b] + more;
        for (StandingSlot slot : top) {
            ads += slot.reserved(b);
        }
        for (StandingSlot slot : inBody) {
            ads += slot.reserved(b);
        }
        return body.density(b, ads);
    }

    /** Density at each breakpoint by name. */
    Map<String, Double> densities() {
        Map<String, Double> densities = new LinkedHashMap<>();
        for (int b = 0; b < body.breakpoints(); b++) {
            densities.put(body.breakpoint(b).name(), density(b, 0));
        }
        return densities;
    }

    /**
     * What a cap says to the slots of a zone, and to one more where {@code oneMore}. Readers count the slots they see, so
     * each breakpoint counts for itself and the worst is reported; it is named only when they differ.
     */
    Optional<BrokenRule> overCap(PlacementRule rule, int cap, List<StandingSlot> zone, boolean[] oneMore) {
        int worst = 0;
        int worstAt = 0;
        boolean differ = false;
        for (int b = 0; b < body.breakpoints(); b++) {
            int seen = oneMore[b] ? 1 : 0;
            for (StandingSlot slot : zone) {
                seen += slot.seenAt(b) ? 1 : 0;
            }
            differ |= b > 0 && seen != worst;
            if (seen > worst) {
                worst = seen;
                worstAt = b;
            }
        }
        return worst <= cap
                ? Optional.empty()
                : Optional.of(
                        BrokenRule.of(rule, differ ? body.breakpoint(worstAt).name() : null, cap, worst, null));
    }
}
