package org.galley.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacementSolveTest {

    @Test
    void the_wire_story_has_room_for_exactly_two_slots() {
        Solution best = Placement.solve(Bodies.wireStory(), PlacementPolicy.standard(), Set.of(), Set.of());

        assertThat(best.slots()).containsExactly("b3", "b9");
        assertThat(best.violations()).isEmpty();
        assertThat(best.warnings()).isEmpty();
        assertThat(best.heights()).containsEntry("phone", 2078.0);
        assertThat(best.densities().get("phone")).isCloseTo(548.0 / 2626, within(1e-12));
        assertThat(best.gaps()).hasSize(12).extracting(GapReport::after).doesNotContain("b13");
    }

    @Test
    void a_body_without_blocks_has_neither_gaps_nor_slots() {
        Solution best = Placement.solve(List.of(), PlacementPolicy.standard(), Set.of(), Set.of());

        assertThat(best.slots()).isEmpty();
        assertThat(best.gaps()).isEmpty();
        assertThat(best.violations()).isEmpty();
    }

    @Test
    void a_story_below_the_shortest_length_gets_no_slot_and_says_so_in_every_gap() {
        Solution best = Placement.solve(Bodies.paragraphs(5, 1000), Bodies.phone(), Set.of(), Set.of());

        assertThat(best.slots()).isEmpty();
        assertThat(best.gaps()).hasSize(4).allSatisfy(gap -> {
            assertThat(gap.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(gap.broken()).contains(new BrokenRule("min-blocks", null, 6, 5, null));
        });
    }

    @Test
    void among_equally_even_layouts_the_earliest_is_taken() {
        Solution best =
                Placement.solve(Bodies.paragraphs(5, 100), Bodies.lenient(0).withCap(1), Set.of(), Set.of());

        assertThat(best.slots()).containsExactly("b2");
        GapReport twin = best.gaps().get(2);
        assertThat(twin.verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(twin.regret()).hasValue(0);
        assertThat(twin.displaced()).contains("b2");
    }

    @Test
    void distances_to_headings_and_media_are_measured_to_their_nearer_edge() {
        List<PlacementBlock> blocks = Bodies.of(
                100,
                BlockKind.PARAGRAPH,
                BlockKind.PARAGRAPH,
                BlockKind.SUBHEADING,
                BlockKind.PARAGRAPH,
                BlockKind.PARAGRAPH,
                BlockKind.IMAGE,
                BlockKind.PARAGRAPH,
                BlockKind.PARAGRAPH,
                BlockKind.PARAGRAPH,
                BlockKind.PARAGRAPH);

        Solution best = Placement.solve(blocks, Bodies.phone(), Set.of(), Set.of());

        assertThat(best.gaps().get(2).broken())
                .contains(
                        new BrokenRule("forbidden-after", null, 0, 1, "b3"),
                        new BrokenRule("after-heading", "phone", 100, 0, "b3"));
        assertThat(best.gaps().get(3).broken())
                .containsExactly(new BrokenRule("before-media", "phone", 200, 100, "b6"));
        assertThat(best.gaps().get(5).broken()).containsExactly(new BrokenRule("after-media", "phone", 35, 0, "b6"));
        assertThat(best.gaps().get(6).broken()).isEmpty();
        assertThat(best.gaps().get(1).broken()).isEmpty();
    }

    @Test
    void nothing_comes_between_a_colon_and_what_it_introduces_nor_between_two_quotes() {
        List<PlacementBlock> blocks = new ArrayList<>(Bodies.of(
                400,
                BlockKind.PARAGRAPH,
                BlockKind.PARAGRAPH,
                BlockKind.PARAGRAPH,
                BlockKind.QUOTE,
                BlockKind.QUOTE,
                BlockKind.PARAGRAPH,
                BlockKind.PARAGRAPH));
        blocks.set(2, new PlacementBlock("b3", BlockKind.PARAGRAPH, 40, true, Map.of("phone", 400.0)));

        Solution best = Placement.solve(blocks, Bodies.phone(), Set.of(), Set.of());

        assertThat(best.gaps().get(2).broken())
                .containsExactly(new BrokenRule("introduced-by-colon", null, 0, 1, "b4"));
        assertThat(best.gaps().get(3).broken()).containsExactly(new BrokenRule("forbidden-between", null, 0, 1, "b5"));
    }

    @Test
    void a_pin_against_the_rules_stays_and_the_rest_is_placed_around_it() {
        List<PlacementBlock> story = Bodies.wireStory();

        Solution best = Placement.solve(story, PlacementPolicy.standard(), Set.of("b1"), Set.of());

        assertThat(best.slots()).contains("b1").hasSizeGreaterThan(1);
        assertThat(best.violations()).isNotEmpty().allSatisfy(violation -> assertThat(violation.after())
                .isEqualTo("b1"));
        assertThat(best.violations())
                .extracting(violation -> violation.broken().rule())
                .contains("min-paragraphs-from-top", "min-from-top");
        assertThat(best.gaps().get(0).verdict()).isEqualTo(Verdict.SLOT);
        assertThat(best.gaps().get(0).broken()).isNotEmpty();
    }

    @Test
    void two_pins_too_close_to_each_other_both_stay_and_are_reported_once() {
        Solution best = Placement.solve(Bodies.paragraphs(12, 100), Bodies.lenient(300), Set.of("b5", "b6"), Set.of());

        assertThat(best.slots()).containsExactly("b2", "b5", "b6", "b9");
        assertThat(best.violations())
                .containsExactly(
                        new Violation(Severity.ERROR, new BrokenRule("min-gap", "phone", 300, 100, "b5"), null, "b6"));
    }

    @Test
    void nothing_is_added_to_pins_that_fill_the_cap() {
        Solution best = Placement.solve(
                Bodies.paragraphs(12, 100), Bodies.lenient(100).withCap(1), Set.of("b5", "b8"), Set.of());

        assertThat(best.slots()).containsExactly("b5", "b8");
        assertThat(best.violations())
                .extracting(Violation::broken)
                .containsExactly(new BrokenRule("cap", null, 1, 2, null));
        assertThat(best.gaps().get(0).broken()).containsExactly(new BrokenRule("cap", null, 1, 3, null));
    }

    @Test
    void a_refused_gap_stays_empty_unless_it_is_pinned() {
        List<PlacementBlock> blocks = Bodies.paragraphs(6, 100);

        Solution best = Placement.solve(blocks, Bodies.lenient(300), Set.of("b2"), Set.of("b2", "b3", "b5"));

        assertThat(best.slots()).containsExactly("b2");
        assertThat(best.violations()).isEmpty();
        assertThat(best.gaps().get(4).broken()).containsExactly(new BrokenRule("refused", null, 0, 1, "b5"));
    }

    @Test
    void a_pin_after_the_last_block_is_the_slot_below_the_text_and_outside_the_optimum() {
        Solution plain = Placement.solve(Bodies.wireStory(), PlacementPolicy.standard(), Set.of(), Set.of());
        Solution below = Placement.solve(Bodies.wireStory(), PlacementPolicy.standard(), Set.of("b13"), Set.of());

        assertThat(below.slots()).containsExactly("b3", "b9", "b13");
        assertThat(below.violations()).isEmpty();
        assertThat(below.densities()).isEqualTo(plain.densities());
        assertThat(below.unevenness()).isEqualTo(plain.unevenness());
    }

    @Test
    void the_density_limit_holds_at_equality_and_not_beyond() {
        PlacementPolicy policy = new PlacementPolicy(
                0,
                8,
                0,
                0,
                List.of(new Breakpoint("phone", 40, 20, 10, 300, 0.2, 0.30, 0, 0, 0, 0, 0, 0)),
                Set.of(),
                List.of(),
                false);

        assertThat(Placement.solve(Bodies.paragraphs(7, 200), policy, Set.of(), Set.of())
                        .slots())
                .hasSize(2);
        assertThat(Placement.solve(Bodies.paragraphs(7, 199.999), policy, Set.of(), Set.of())
                        .slots())
                .hasSize(1);
        assertThat(Placement.solve(Bodies.paragraphs(7, 200), policy, Set.of(), Set.of(), Map.of("phone", 1.0))
                        .slots())
                .hasSize(1);
    }

    @Test
    void a_density_between_warning_and_limit_is_a_warning_and_no_violation() {
        PlacementPolicy policy = Bodies.phone();

        Solution best = Placement.solve(Bodies.wireStory(), policy, Set.of(), Set.of());

        assertThat(best.slots()).hasSize(3);
        assertThat(best.violations()).isEmpty();
        assertThat(best.warnings())
                .extracting(warning -> warning.broken().rule())
                .containsExactly("density-warn");
    }

    @Test
    void ids_that_are_not_in_the_body_or_there_twice_are_named() {
        List<PlacementBlock> blocks = Bodies.paragraphs(3, 100);
        List<PlacementBlock> twice = List.of(blocks.get(0), blocks.get(0));

        assertThatThrownBy(() -> Placement.solve(blocks, Bodies.phone(), Set.of("nowhere"), Set.of()))
                .isInstanceOf(InvalidPlacementException.class)
                .hasMessageContaining("pins")
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> Placement.solve(blocks, Bodies.phone(), Set.of(), Set.of("elsewhere")))
                .isInstanceOf(InvalidPlacementException.class)
                .hasMessageContaining("refused")
                .hasMessageContaining("elsewhere");
        assertThatThrownBy(() -> Placement.solve(twice, Bodies.phone(), Set.of(), Set.of()))
                .isInstanceOf(InvalidPlacementException.class)
                .hasMessageContaining("blocks[1].id");
    }

    @Test
    void ten_thousand_blocks_are_solved_in_a_moment_and_the_same_every_time() {
        List<PlacementBlock> blocks = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            blocks.add(new PlacementBlock("b" + i, BlockKind.PARAGRAPH, 50 + (i * 7919) % 400));
        }

        long start = System.nanoTime();
        Solution first = Placement.solve(blocks, PlacementPolicy.standard(), Set.of(), Set.of());
        long millis = (System.nanoTime() - start) / 1_000_000;
        Solution second = Placement.solve(blocks, PlacementPolicy.standard(), Set.of(), Set.of());

        assertThat(first.slots()).hasSize(8);
        assertThat(second).isEqualTo(first);
        assertThat(millis).as("a very generous bound, cold start included").isLessThan(5_000);
    }

    @Test
    void a_cap_beyond_reason_costs_the_weighing_of_gaps_and_not_the_layout() {
        List<PlacementBlock> blocks = Bodies.paragraphs(3_000, 100);

        Solution best = Placement.solve(blocks, Bodies.lenient(300).withCap(1_000_000), Set.of("b1000"), Set.of());

        assertThat(best.slots()).hasSize(1000).startsWith("b1", "b4", "b7").contains("b1000");
        assertThat(best.gaps().get(1).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(best.gaps().get(1).regret()).isEmpty();
    }

    @Test
    void a_text_of_millions_of_pixels_is_still_measured_exactly() {
        Solution best = Placement.solve(
                Bodies.paragraphs(7, 1_000_000), Bodies.lenient(1_000_000).withCap(2), Set.of(), Set.of());

        assertThat(best.slots()).containsExactly("b2", "b4");
        assertThat(best.unevenness()).isEqualTo(17e12);
        assertThatThrownBy(() ->
                        Placement.solve(Bodies.paragraphs(3_000, 1_000_000), Bodies.lenient(0), Set.of(), Set.of()))
                .isInstanceOf(InvalidPlacementException.class)
                .hasMessageContaining("tall");
    }
}
