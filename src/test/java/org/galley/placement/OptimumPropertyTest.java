package org.galley.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

class OptimumPropertyTest {

    @Property(tries = 8_000, shrinking = ShrinkingMode.OFF)
    void the_solver_finds_what_exhaustive_search_finds(@ForAll long seed) {
        RandomBody body = RandomBody.of(seed);
        ReferenceSearch reference = new ReferenceSearch(body.blocks(), body.policy(), body.pins(), body.refused());
        ReferenceSearch.Layout expected = reference.best();

        Solution found = Placement.solve(body.blocks(), body.policy(), body.pins(), body.refused());

        assertThat(found.slots())
                .isEqualTo(expected.gaps().stream().map(reference::name).toList());
        assertThat(found.unevenness()).isCloseTo(expected.cost() / 1e6, within(1e-3));
        if (body.pins().isEmpty()) {
            assertThat(found.violations()).isEmpty();
        }
        Statistics.label("slots").collect(found.slots().size());
        Statistics.label("breakpoints").collect(body.policy().breakpoints().size());
        Statistics.label("pins").collect(body.pins().size());
    }

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    void every_gap_is_judged_as_exhaustive_search_judges_it(@ForAll long seed) {
        RandomBody body = RandomBody.of(seed);
        ReferenceSearch reference = new ReferenceSearch(body.blocks(), body.policy(), body.pins(), body.refused());
        ReferenceSearch.Layout best = reference.best();

        List<GapReport> gaps = Placement.solve(body.blocks(), body.policy(), body.pins(), body.refused())
                .gaps();

        assertThat(gaps).hasSize(Math.max(0, body.blocks().size() - 1));
        for (int gap = 1; gap <= gaps.size(); gap++) {
            GapReport report = gaps.get(gap - 1);
            ReferenceSearch.Layout through = reference.through(gap);
            Statistics.label("verdict").collect(report.verdict());
            if (best.gaps().contains(gap)) {
                assertThat(report.verdict()).isEqualTo(Verdict.SLOT);
            } else if (through == null) {
                assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
                assertThat(report.broken()).isNotEmpty();
            } else {
                assertThat(report.verdict()).isEqualTo(Verdict.ALLOWED);
                assertThat(report.broken()).isEmpty();
                int fewer = best.gaps().size() - through.gaps().size();
                double regret = fewer * reference.whole() * reference.whole() + (through.cost() - best.cost()) / 1e6;
                assertThat(report.fewerSlots()).isEqualTo(fewer);
                assertThat(report.regret().orElseThrow()).isNotNegative().isCloseTo(regret, within(1e-3));
                assertThat(report.displaced()).contains(reference.displaced(gap));
            }
        }
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void layers_worked_out_again_are_the_layers_that_were_forgotten(@ForAll long seed) {
        RandomBody body = RandomBody.of(seed);
        MeasuredBody measured = new MeasuredBody(body.blocks(), body.policy());
        boolean[] open = new boolean[body.blocks().size() + 1];
        Arrays.fill(open, true);
        boolean[] pinned = measured.mark(body.pins(), "pins");
        int[] reach = new GapRules(measured).reachUp();
        ChainTable kept = new ChainTable(measured.y(0), open, pinned, reach, true, 100);
        ChainTable thinned = new ChainTable(measured.y(0), open, pinned, reach, true, 3);

        int depth = kept.grow(100);

        assertThat(thinned.grow(100)).isEqualTo(depth);
        for (int k = depth; k >= 1; k--) {
            assertThat(thinned.layer(k).cost()).isEqualTo(kept.layer(k).cost());
            assertThat(thinned.layer(k).previous()).isEqualTo(kept.layer(k).previous());
        }
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void the_same_input_gives_the_same_layout_and_report(@ForAll long seed) {
        RandomBody body = RandomBody.of(seed);

        Solution first = Placement.solve(body.blocks(), body.policy(), body.pins(), body.refused());
        Solution second = Placement.solve(body.blocks(), body.policy(), body.pins(), body.refused());

        assertThat(second).isEqualTo(first);
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void long_bodies_are_solved_as_the_plain_quadratic_recurrence_solves_them(@ForAll long seed) {
        Random random = new Random(seed);
        int size = 20 + random.nextInt(130);
        int tallest = 1 + random.nextInt(40);
        Set<String> pins = new HashSet<>();
        Set<String> refused = new HashSet<>();
        List<PlacementBlock> blocks = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            Map<String, Double> heights = Map.of("phone", 10.0 * random.nextInt(tallest));
            blocks.add(new PlacementBlock("b" + i, BlockKind.PARAGRAPH, 0, false, heights));
            if (i < size && random.nextInt(60) == 0) {
                pins.add("b" + i);
            } else if (random.nextInt(6) == 0) {
                refused.add("b" + i);
            }
        }
        double minGap = 10.0 * random.nextInt(60);
        int cap = 1 + random.nextInt(25);

        Solution found = Placement.solve(blocks, Bodies.lenient(minGap).withCap(cap), pins, refused);

        assertThat(found.slots()).isEqualTo(QuadraticSearch.best(blocks, minGap, cap, pins, refused));
        Statistics.label("slots").collect(found.slots().size() / 5 * 5);
    }
}
