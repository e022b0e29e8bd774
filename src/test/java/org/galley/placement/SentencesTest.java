package org.galley.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final Sentences SENTENCES =
            new Sentences(Explanation.english(), id -> id.equals("b3") ? "“The ferry left”" : "a picture");

    private static Violation error(BrokenRule broken, String slot) {
        return new Violation(Severity.ERROR, broken, slot, "b1");
    }

    @Test
    void a_sentence_names_the_block_in_the_way() {
        assertThat(SENTENCES.ofGap(List.of(new BrokenRule("min-gap", "phone", 600, 510, "b3"))))
                .containsExactly("Two slots need 600 px of text between them; there are 510 px at phone width."
                        + " The other slot stands after “The ferry left”.");
        assertThat(SENTENCES.ofGap(List.of(new BrokenRule("before-media", "phone", 200, 10, "b4"))))
                .singleElement()
                .asString()
                .endsWith("In the way is a picture.");
        assertThat(SENTENCES.ofGap(List.of(new BrokenRule("refused", null, 0, 1, "b3"))))
                .containsExactly("This gap was refused by hand.");
    }

    @Test
    void a_rule_broken_at_several_breakpoints_is_one_sentence_about_all_of_them() {
        BrokenRule phone = new BrokenRule("min-gap", "phone", 600, 510, "b3");
        BrokenRule desktop = new BrokenRule("min-gap", "desktop", 1450, 1048, "b3");
        BrokenRule other = new BrokenRule("refused", null, 0, 1, null);
        List<Violation> violations =
                List.of(error(phone, "s1"), error(other, "s1"), error(desktop, "s1"), error(other, "s2"));
        List<Sentences.Said> said = SENTENCES.of(violations);
        assertThat(said).extracting(Sentences.Said::slot).containsExactly("s1", "s1", "s2");
        assertThat(said.get(0).violations()).containsExactly(violations.get(0), violations.get(2));
        assertThat(said.get(0).text()).contains("1,450 px", "desktop");
    }

    @Test
    void every_violation_and_every_gap_of_random_bodies_is_said() {
        for (long seed = 0; seed < 300; seed++) {
            RandomBody body = RandomBody.of(seed);
            Solution best = Placement.solve(body.blocks(), body.policy(), body.pins(), body.refused());
            assertThat(SENTENCES.of(best.violations()).stream().flatMap(said -> said.violations().stream()))
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(best.violations());
            best.gaps().forEach(gap -> assertThat(
                            SENTENCES.of(gap, best.report().bestUnevenness()))
                    .isNotEmpty()
                    .allSatisfy(sentence -> assertThat(sentence).endsWith(".").doesNotContain("{")));
        }
    }
}
