package org.galley.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacementPolicyTest {

    @Test
    void the_standard_policy_has_the_figures_of_the_desk() {
        PlacementPolicy standard = PlacementPolicy.standard();

        assertThat(standard.minBlocks()).isEqualTo(6);
        assertThat(standard.cap()).isEqualTo(8);
        assertThat(standard.topCap()).isZero();
        assertThat(standard.belowCap()).isEqualTo(1);
        assertThat(standard.breakpoints()).extracting(Breakpoint::name).containsExactly("phone", "tablet", "desktop");
        assertThat(standard.breakpoints().get(0))
                .isEqualTo(new Breakpoint("phone", 39, 24, 14, 274, 0.25, 0.30, 200, 200, 600, 100, 200, 35));
        assertThat(standard.breakpoints().get(1).minGap()).isEqualTo(450);
        assertThat(standard.breakpoints().get(1).densityLimit()).isEqualTo(0.35);
        assertThat(standard.forbiddenAfter()).containsExactly(BlockKind.SUBHEADING);
        assertThat(standard.forbiddenBetween()).containsExactly(new KindPair(BlockKind.QUOTE, BlockKind.QUOTE));
    }

    @Test
    void every_field_at_fault_is_named_at_once() {
        Breakpoint wrong = new Breakpoint("phone", 0, -1, 14, 274, 0.25, 1.5, 200, Double.NaN, 600, 100, 200, 35);
        Breakpoint again = new Breakpoint("phone", 39, 24, 14, 274, 0.25, 0.30, 200, 200, 600, 100, 200, 35);

        InvalidPlacementException refusal = catchThrowableOfType(
                InvalidPlacementException.class,
                () -> new PlacementPolicy(-1, -2, 2, 2, List.of(wrong, again), Set.of(), List.of(), true));

        assertThat(refusal.violations())
                .extracting(FieldViolation::field)
                .containsExactly(
                        "minBlocks",
                        "cap",
                        "breakpoints[0].charactersPerLine",
                        "breakpoints[0].lineHeight",
                        "breakpoints[0].densityLimit",
                        "breakpoints[0].minFromEnd",
                        "breakpoints[1].name");
        assertThat(refusal).hasMessageContaining("densityLimit must be between 0 and 1, is 1.5");
    }

    @Test
    void a_policy_without_breakpoints_is_refused() {
        InvalidPlacementException refusal = catchThrowableOfType(
                InvalidPlacementException.class,
                () -> new PlacementPolicy(6, 8, 2, 2, List.of(), Set.of(), List.of(), true));

        assertThat(refusal.violations()).extracting(FieldViolation::field).containsExactly("breakpoints");
    }

    @Test
    void kinds_and_rules_go_by_stable_names() {
        for (BlockKind kind : BlockKind.values()) {
            assertThat(BlockKind.fromKey(kind.key())).isEqualTo(kind);
        }
        assertThat(PlacementRule.MIN_PARAGRAPHS_FROM_TOP.key()).isEqualTo("min-paragraphs-from-top");
        assertThat(Verdict.ALLOWED.key()).isEqualTo("allowed");
        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> BlockKind.fromKey("heading")))
                .hasMessageContaining("heading");
    }
}
