package org.galley.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class PlacementCheckTest {

    private static final Map<String, Double> EVERYWHERE = Map.of("phone", 274.0, "tablet", 274.0, "desktop", 274.0);

    private static PlacedSlot slot(String id, String after) {
        return new PlacedSlot(id, after, false, EVERYWHERE, SlotState.PLACED);
    }

    private static PlacedSlot slot(String id, String after, SlotState state) {
        return new PlacedSlot(id, after, false, EVERYWHERE, state);
    }

    private static PlacementReport check(PlacedSlot... slots) {
        return Placement.check(Bodies.wireStory(), PlacementPolicy.standard(), List.of(slots));
    }

    private static List<String> rules(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.slot() + " " + violation.broken().rule())
                .distinct()
                .toList();
    }

    @Test
    void the_layout_of_the_solver_with_one_slot_below_and_one_surplus_blocks_nothing() {
        PlacementReport report =
                check(slot("s1", "b3"), slot("s2", "b9"), slot("s3", "b13"), slot("s4", null, SlotState.SURPLUS));

        assertThat(report.keepsPolicy()).isTrue();
        assertThat(rules(report.warnings())).containsExactly("s4 surplus");
        assertThat(report.densities().get("phone")).isCloseTo(548.0 / 2626, within(1e-12));
        assertThat(report.distances())
                .filteredOn(distance -> distance.breakpoint().equals("phone"))
                .containsExactly(
                        new SlotDistance("phone", null, "s1", 690, 200),
                        new SlotDistance("phone", "s1", "s2", 756, 600),
                        new SlotDistance("phone", "s2", null, 632, 200));
    }

    @Test
    void four_slots_piled_up_under_the_text_break_the_cap_of_that_place() {
        PlacementReport report = check(slot("s1", "b13"), slot("s2", "b13"), slot("s3", "b13"), slot("s4", "b13"));

        assertThat(report.errors())
                .containsExactly(
                        new Violation(Severity.ERROR, new BrokenRule("below-cap", null, 1, 4, null), null, null));
        assertThat(report.densities()).containsEntry("phone", 0.0);
    }

    @Test
    void a_slot_at_the_top_needs_a_policy_that_has_room_there() {
        assertThat(rules(check(slot("s1", null)).errors())).containsExactly("null top-cap");
    }

    @Test
    void slots_too_close_are_an_error_of_the_lower_one_with_the_upper_in_the_way() {
        PlacementReport report = check(slot("low", "b5"), slot("high", "b3"));

        assertThat(report.errors())
                .contains(
                        new Violation(Severity.ERROR, new BrokenRule("min-gap", "phone", 600, 316, "b3"), "low", "b5"));
        assertThat(rules(report.errors())).containsExactly("low min-gap");
        assertThat(report.gaps().get(4).verdict()).isEqualTo(Verdict.SLOT);
        assertThat(report.gaps().get(4).broken()).contains(new BrokenRule("min-gap", "phone", 600, 316, "b3"));
    }

    @Test
    void a_pin_that_breaks_a_rule_is_kept_and_blocks_approval() {
        PlacedSlot pinned = new PlacedSlot("s1", "b1", true, EVERYWHERE, SlotState.PLACED);

        PlacementReport report = check(pinned);

        assertThat(rules(report.errors())).containsExactly("s1 min-paragraphs-from-top", "s1 min-from-top");
        assertThat(report.gaps().get(0).verdict()).isEqualTo(Verdict.SLOT);
    }

    @Test
    void a_displaced_slot_is_a_warning_as_long_as_the_policy_is_kept_and_an_error_when_it_is_not() {
        PlacementReport kept = check(slot("s1", "b3", SlotState.DISPLACED));
        PlacementReport broken = check(slot("s1", "b1", SlotState.DISPLACED));

        assertThat(kept.keepsPolicy()).isTrue();
        assertThat(rules(kept.warnings())).containsExactly("s1 displaced");
        assertThat(rules(broken.errors())).contains("s1 displaced", "s1 min-from-top");
        assertThat(broken.warnings()).isEmpty();
    }

    @Test
    void two_slots_in_one_gap_are_an_error_where_readers_see_both() {
        PlacementReport report = check(slot("s1", "b6"), slot("s2", "b6"));

        assertThat(rules(report.errors()))
                .contains("s2 collision", "s2 min-gap")
                .doesNotContain("s1 collision");
        assertThat(report.errors())
                .extracting(Violation::broken)
                .contains(new BrokenRule("collision", null, 1, 2, "b6"));
    }

    @Test
    void two_slots_in_one_gap_that_no_reader_sees_together_are_a_warning() {
        PlacedSlot small = new PlacedSlot("s1", "b6", false, Map.of("phone", 274.0), SlotState.PLACED);
        PlacedSlot large = new PlacedSlot(
                "s2", "b6", false, Map.of("tablet", 280.0, "desktop", 280.0, "phone", 0.0), SlotState.PLACED);

        PlacementReport report = check(small, large);

        assertThat(report.keepsPolicy()).isTrue();
        assertThat(rules(report.warnings())).containsExactly("s2 collision");
        assertThat(report.densities().get("phone")).isCloseTo(274.0 / 2352, within(1e-12));
    }

    @Test
    void a_slot_hidden_at_a_breakpoint_breaks_no_rule_there() {
        PlacedSlot phoneOnly = new PlacedSlot("s1", "b11", false, Map.of("phone", 274.0), SlotState.PLACED);
        PlacedSlot nowhere = new PlacedSlot("s2", "b1", false, Map.of(), SlotState.PLACED);

        assertThat(check(phoneOnly, nowhere).errors()).isEmpty();
        assertThat(rules(check(slot("s1", "b11")).errors())).containsExactly("s1 min-from-end");
    }

    @Test
    void an_orphan_blocks_approval_and_so_does_an_anchor_that_is_gone() {
        PlacementReport report = check(slot("s1", null, SlotState.ORPHANED), slot("s2", "deleted"));

        assertThat(rules(report.errors())).containsExactly("s1 orphaned", "s2 orphaned");
    }

    @Test
    void a_density_above_the_limit_is_an_error_and_above_the_warning_level_a_warning() {
        Map<String, Double> tall = Map.of("phone", 900.0);
        Map<String, Double> high = Map.of("phone", 750.0);

        PlacementReport over = Placement.check(
                Bodies.wireStory(), Bodies.phone(), List.of(new PlacedSlot("s1", "b6", false, tall, SlotState.PLACED)));
        PlacementReport near = Placement.check(
                Bodies.wireStory(), Bodies.phone(), List.of(new PlacedSlot("s1", "b6", false, high, SlotState.PLACED)));

        assertThat(rules(over.errors())).containsExactly("null density-limit");
        assertThat(over.warnings()).isEmpty();
        assertThat(near.errors()).isEmpty();
        assertThat(rules(near.warnings())).containsExactly("null density-warn");
    }

    @Test
    void sticky_ads_count_once_towards_the_density() {
        PlacementReport report = Placement.check(
                Bodies.wireStory(), Bodies.phone(), List.of(slot("s1", "b6")), Set.of(), Map.of("phone", 50.0));

        assertThat(report.densities().get("phone")).isCloseTo(324.0 / 2402, within(1e-12));
    }

    @Test
    void a_gap_refused_by_hand_holds_a_slot_only_when_it_is_pinned() {
        PlacedSlot pinned = new PlacedSlot("s1", "b6", true, EVERYWHERE, SlotState.PLACED);

        assertThat(rules(Placement.check(
                                Bodies.wireStory(),
                                PlacementPolicy.standard(),
                                List.of(slot("s1", "b6")),
                                Set.of("b6"),
                                Map.of())
                        .errors()))
                .containsExactly("s1 refused");
        assertThat(Placement.check(
                                Bodies.wireStory(), PlacementPolicy.standard(), List.of(pinned), Set.of("b6"), Map.of())
                        .errors())
                .isEmpty();
    }

    @Test
    void a_gap_that_the_optimum_would_use_is_allowed_without_regret() {
        PlacementReport report = check(slot("s1", "b6"));

        assertThat(report.gaps().get(2).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(report.gaps().get(2).regret()).hasValue(0);
        assertThat(report.gaps().get(5).verdict()).isEqualTo(Verdict.SLOT);
        assertThat(report.gaps().get(5).regret()).isNotEmpty();
    }

    @Test
    void a_dragged_slot_is_shown_every_gap_the_top_and_the_place_below() {
        List<GapReport> targets = Placement.drops(
                        Bodies.wireStory(),
                        PlacementPolicy.standard(),
                        List.of(slot("s1", "b3")),
                        EVERYWHERE,
                        Set.of("b8"),
                        Map.of())
                .gaps();

        assertThat(targets).hasSize(14);
        assertThat(targets.get(0).after()).isNull();
        assertThat(targets.get(0).broken()).containsExactly(new BrokenRule("top-cap", null, 0, 1, null));
        assertThat(targets.get(13).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(targets.get(3).broken()).contains(new BrokenRule("min-gap", "phone", 600, 0, "b3"));
        assertThat(targets.get(8).broken()).contains(new BrokenRule("refused", null, 0, 1, "b8"));
        assertThat(targets.get(9).verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void the_place_below_the_text_is_full_when_its_cap_is_reached() {
        List<GapReport> targets = Placement.drops(
                        Bodies.wireStory(),
                        PlacementPolicy.standard(),
                        List.of(slot("s1", "b13")),
                        EVERYWHERE,
                        Set.of(),
                        Map.of())
                .gaps();

        assertThat(targets.get(13).broken()).containsExactly(new BrokenRule("below-cap", null, 1, 2, null));
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void what_the_solver_finds_passes_the_check_and_every_drop_is_judged_as_the_check_judges_it(@ForAll long seed) {
        RandomBody body = RandomBody.of(seed);
        Map<String, Double> heights = new HashMap<>();
        body.policy().breakpoints().forEach(point -> heights.put(point.name(), Math.max(1, point.slotHeight())));
        List<PlacedSlot> layout = new ArrayList<>();
        for (String after : Placement.solve(body.blocks(), body.policy(), Set.of(), body.refused())
                .slots()) {
            layout.add(new PlacedSlot("s" + layout.size(), after, false, heights, SlotState.PLACED));
        }
        PlacementReport report = Placement.check(body.blocks(), body.policy(), layout, body.refused(), Map.of());
        boolean reservesWhatThePolicySays =
                body.policy().breakpoints().stream().allMatch(point -> point.slotHeight() > 0);
        if (reservesWhatThePolicySays) {
            assertThat(report.errors()).isEmpty();
        }
        if (!report.errors().isEmpty()) {
            return;
        }
        DropReport drops = Placement.drops(body.blocks(), body.policy(), layout, heights, body.refused(), Map.of());
        for (GapReport target : drops.gaps()) {
            List<PlacedSlot> dropped = new ArrayList<>(layout);
            dropped.add(new PlacedSlot("dropped", target.after(), false, heights, SlotState.PLACED));
            PlacementReport after = Placement.check(body.blocks(), body.policy(), dropped, body.refused(), Map.of());
            assertThat(after.keepsPolicy())
                    .as("slot after %s", target.after())
                    .isEqualTo(target.verdict() == Verdict.ALLOWED);
            boolean below = target == drops.gaps().get(drops.gaps().size() - 1);
            assertThat(after.densities()).isEqualTo(below && target.after() != null ? drops.outside() : drops.inText());
        }
    }
}
