package org.galley.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The way in: solves, checks and explains where ad slots stand in a text.
 *
 * <pre>{@code
 * Solution best = Placement.solve(blocks, PlacementPolicy.standard(), Set.of("b7"), Set.of());
 * PlacementReport report = Placement.check(blocks, PlacementPolicy.standard(), slots);
 * }</pre>
 *
 * <p>A layout is best when it has the most slots; among those, when the squared distances between consecutive slots,
 * the top and the end of the text included, add up to the least at the policy's first breakpoint; among those, when it is
 * earliest gap by gap. The optimum is exact, and the same on every run.
 *
 * <p>The density counts the ads above the text and in it; what stands below the text is outside the main content.
 *
 * <p>Every pin is in the layout. When pins by themselves break a rule (at their own gap, towards the next pin, or by
 * their number) that rule is set aside for them and reported as a violation; it still holds for every other slot: these
 * keep every rule at their own gap, the distance to both neighbours, pins included, and stand only as long as all slots
 * together keep cap and density. Where pins alone are too many or too dense, nothing is added to them.
 */
public final class Placement {

    private Placement() {}

    /** As {@link #solve(List, PlacementPolicy, Set, Set, Map)} without sticky ads. */
    public static Solution solve(
            List<PlacementBlock> blocks, PlacementPolicy policy, Set<String> pins, Set<String> refused) {
        return solve(blocks, policy, pins, refused, Map.of());
    }

    /**
     * The best layout for the blocks, every gap explained.
     *
     * @param blocks the body in order, ids unique; may be empty
     * @param policy the rules; every slot is taken to reserve the policy's height
     * @param pins ids of the blocks after which a slot must stand; the last block pins the slot below the text
     * @param refused ids of the blocks after which none may stand unless pinned
     * @param sticky pixels of ads that stay in view, by breakpoint name; they count once towards the density
     * @throws InvalidPlacementException when a pin or refusal names no block, an id is there twice or the text is too
     *     tall to measure
     */
    public static Solution solve(
            List<PlacementBlock> blocks,
            PlacementPolicy policy,
            Set<String> pins,
            Set<String> refused,
            Map<String, Double> sticky) {
        Objects.requireNonNull(policy, "policy");
        MeasuredBody body = new MeasuredBody(blocks, policy);
        return new Solver(body, body.mark(pins, "pins"), body.mark(refused, "refused"), stickyUnits(body, sticky))
                .solve();
    }

    /** As {@link #check(List, PlacementPolicy, List, Set, Map)} without refused gaps and sticky ads. */
    public static PlacementReport check(List<PlacementBlock> blocks, PlacementPolicy policy, List<PlacedSlot> slots) {
        return check(blocks, policy, slots, Set.of(), Map.of());
    }

    /**
     * The report on an existing layout, whatever its positions.
     *
     * <p>Only errors block approval: a broken rule (by a pin too), a density above the limit, an orphan; and a displaced
     * slot, or one that shares a gap with another, when the slot or the layout as a whole also breaks a rule. As long as
     * the policy is kept the latter two are warnings, as are a surplus slot and a density above the warning level.
     *
     * <p>A gap without a slot is weighed against the best layout that keeps this one's pins.
     *
     * @param slots the layout in its own order, which decides between slots in one gap
     * @throws InvalidPlacementException as {@link #solve(List, PlacementPolicy, Set, Set, Map)}; an anchor that is not
     *     in the body makes its slot an orphan instead
     */
    public static PlacementReport check(
            List<PlacementBlock> blocks,
            PlacementPolicy policy,
            List<PlacedSlot> slots,
            Set<String> refused,
            Map<String, Double> sticky) {
        Objects.requireNonNull(policy, "policy");
        MeasuredBody body = new MeasuredBody(blocks, policy);
        return new LayoutCheck(body, slots, body.mark(refused, "refused"), stickyUnits(body, sticky)).report();
    }

    /**
     * The report on a text that carries no ads: every gap is refused for that one reason, and nothing is wrong.
     *
     * @throws InvalidPlacementException when an id is there twice or the text is too tall to measure
     */
    public static PlacementReport withoutAds(List<PlacementBlock> blocks, PlacementPolicy policy) {
        MeasuredBody body = new MeasuredBody(blocks, Objects.requireNonNull(policy, "policy"));
        List<GapReport> gaps = new ArrayList<>();
        for (int gap = 1; gap < body.size(); gap++) {
            gaps.add(withoutAds(body.nameOf(gap)));
        }
        Map<String, Double> none = new LinkedHashMap<>();
        policy.breakpoints().forEach(breakpoint -> none.put(breakpoint.name(), 0.0));
        return new PlacementReport(gaps, body.heights(), none, List.of(), List.of(), List.of(), 0);
    }

    /**
     * Where one more slot, or one that is being moved, may stand while all others stay where they are.
     *
     * <p>Only rules that this slot would break are listed, and no gap is weighed against the optimum.
     *
     * @param others the layout without the slot in question
     * @param heights pixels that the slot reserves, by breakpoint name; hidden where there is none
     * @throws InvalidPlacementException as {@link #check(List, PlacementPolicy, List, Set, Map)}
     */
    public static DropReport drops(
            List<PlacementBlock> blocks,
            PlacementPolicy policy,
            List<PlacedSlot> others,
            Map<String, Double> heights,
            Set<String> refused,
            Map<String, Double> sticky) {
        Objects.requireNonNull(policy, "policy");
        MeasuredBody body = new MeasuredBody(blocks, policy);
        return new DropTargets(body, others, body.mark(refused, "refused"), stickyUnits(body, sticky)).forSlot(heights);
    }

    /** As {@link #drops} for a text that carries no ads: every gap is refused for that one reason. */
    public static DropReport dropsWithoutAds(List<PlacementBlock> blocks) {
        List<GapReport> gaps = new ArrayList<>();
        gaps.add(withoutAds((String) null));
        blocks.forEach(block -> gaps.add(withoutAds(block.id())));
        return new DropReport(gaps, Map.of(), Map.of());
    }

    private static GapReport withoutAds(String above) {
        return GapReport.refused(above, List.of(BrokenRule.prohibition(PlacementRule.ADS_OFF, null)));
    }

    private static long[] stickyUnits(MeasuredBody body, Map<String, Double> sticky) {
        sticky.forEach((breakpoint, px) -> {
            if (!(px >= 0 && px <= PlacementBlock.TALLEST)) {
                throw new InvalidPlacementException("sticky." + breakpoint, "must be 0 or more, is " + px);
            }
        });
        return body.figures(breakpoint -> sticky.getOrDefault(breakpoint.name(), 0.0));
    }
}
