package org.galley.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void what_a_first_slot_needs_in_paragraphs_and_pixels_is_one_sentence() {
        List<BrokenRule> broken = List.of(
                new BrokenRule("min-paragraphs-from-top", null, 2, 1, null),
                new BrokenRule("min-from-top", "phone", 200, 168, null));

        assertThat(Explanation.summary(broken))
                .extracting(Explanation::text)
                .containsExactly(
                        "First slot needs 2 paragraphs and 200 px above it; there are 1 and 168 px at phone width.");
    }

    @Test
    void sentences_stand_in_the_order_in_which_rules_are_looked_at() {
        List<BrokenRule> broken = List.of(
                new BrokenRule("min-blocks", null, 6, 3, null),
                new BrokenRule("min-paragraphs-from-top", null, 2, 1, null),
                new BrokenRule("min-blocks-at-end", null, 2, 1, null),
                new BrokenRule("min-from-top", "phone", 200, 168, null));

        assertThat(Explanation.summary(broken))
                .extracting(Explanation::key)
                .containsExactly("placement.min-blocks", "placement.first-slot", "placement.min-blocks-at-end");
    }

    @Test
    void a_rule_broken_at_several_breakpoints_is_said_once_where_it_is_worst() {
        List<BrokenRule> broken = List.of(
                new BrokenRule("min-gap", "phone", 600, 510, "b3"),
                new BrokenRule("min-gap", "desktop", 1450, 1048.5, "b3"),
                new BrokenRule("refused", null, 0, 1, "b4"));

        assertThat(Explanation.summary(broken))
                .extracting(Explanation::text)
                .containsExactly(
                        "Two slots need 1,450 px of text between them; there are 1,048 px at desktop width.",
                        "This gap was refused by hand.");
    }

    @Test
    void shares_are_said_in_percent_and_counts_in_words_that_fit() {
        assertThat(Explanation.of(new BrokenRule("density-limit", "phone", 0.3, 0.3412, null))
                        .text())
                .isEqualTo("Ads may take up at most 30% of the story; they take up 34.1% at phone width.");
        assertThat(Explanation.of(new BrokenRule("min-paragraphs-from-top", null, 2, 0, null))
                        .text())
                .isEqualTo("First slot needs 2 paragraphs above it; there are none.");
        assertThat(Explanation.of(new BrokenRule("below-cap", null, 1, 4, null)).text())
                .isEqualTo("At most 1 slot may stand below the text; this makes 4.");
    }

    @Test
    void a_gap_says_what_a_slot_in_it_would_cost() {
        assertThat(sentence(GapReport.slot("b1", List.of()))).isEqualTo("A slot stands here and keeps every rule.");
        assertThat(sentence(GapReport.allowed("b1"))).isEqualTo("A slot may stand here.");
        assertThat(sentence(GapReport.allowed("b1", 0, 0, "b2")))
                .isEqualTo("A slot may stand here; the spacing would be as even as can be.");
        assertThat(sentence(GapReport.allowed("b1", 125, 0, "b2")))
                .isEqualTo("A slot may stand here; the spacing would be 12.5% less even than the best.");
        assertThat(sentence(GapReport.allowed("b1", 9000, 1, "b2")))
                .isEqualTo("A slot may stand here, but the story would then hold 1 slot fewer.");
        assertThat(sentence(GapReport.refused("b1", List.of(BrokenRule.prohibition(PlacementRule.REFUSED, "b1")))))
                .isEqualTo("This gap was refused by hand.");
    }

    private static String sentence(GapReport gap) {
        return Explanation.of(gap, 1000).get(0).text();
    }

    @Test
    void every_rule_has_a_sentence_and_every_sentence_can_be_said() {
        ResourceBundle bundle = ResourceBundle.getBundle("messages.placement", Locale.ROOT);
        Set<String> spoken = new TreeSet<>();
        for (PlacementRule rule : PlacementRule.values()) {
            for (String breakpoint : new String[] {null, "phone"}) {
                Explanation explanation = Explanation.of(new BrokenRule(rule.key(), breakpoint, 2, 1, "b1"));
                if (bundle.containsKey(explanation.key())) {
                    spoken.add(rule.key());
                    assertThat(explanation.text(bundle)).endsWith(".").doesNotContain("{", "}");
                }
            }
        }
        assertThat(spoken).hasSize(PlacementRule.values().length);
    }

    @Test
    void every_rule_that_the_solver_and_the_check_report_can_be_said() {
        for (long seed = 0; seed < 300; seed++) {
            RandomBody body = RandomBody.of(seed);
            Solution best = Placement.solve(body.blocks(), body.policy(), body.pins(), body.refused());
            best.gaps().forEach(gap -> gap.broken()
                    .forEach(rule -> assertThat(Explanation.of(rule).text()).endsWith(".")));
            best.violations().forEach(violation -> assertThat(
                            Explanation.of(violation.broken()).text())
                    .endsWith("."));
        }
    }
}
