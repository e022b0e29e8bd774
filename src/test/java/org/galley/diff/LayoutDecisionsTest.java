package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.galley.story.AdLayout;
import org.galley.story.Advertising;
import org.junit.jupiter.api.Test;

class LayoutDecisionsTest {
    private static final AdLayout OLD = AdLayout.EMPTY.withRefused(List.of("a", "b"));

    @Test
    void gaps_that_are_refused_and_no_longer_refused_are_told_apart() {
        LayoutDecisions decisions = LayoutDecisions.between(OLD, AdLayout.EMPTY.withRefused(List.of("b", "c")));
        assertThat(decisions.refused()).containsExactly("c");
        assertThat(decisions.allowed()).containsExactly("a");
        assertThat(decisions.isSwitched()).isFalse();
        assertThat(decisions.isEmpty()).isFalse();
    }

    @Test
    void the_switch_is_told_with_its_reasons() {
        LayoutDecisions decisions = LayoutDecisions.between(
                OLD.withAdvertising(Advertising.SENSITIVE), OLD.withAdvertising(Advertising.SPONSORED));
        assertThat(decisions.isSwitched()).isTrue();
        assertThat(decisions.before()).isEqualTo(Advertising.SENSITIVE);
        assertThat(decisions.after()).isEqualTo(Advertising.SPONSORED);
        assertThat(decisions.refused()).isEmpty();
    }

    @Test
    void the_same_decisions_are_no_change() {
        assertThat(LayoutDecisions.between(OLD, OLD).isEmpty()).isTrue();
    }
}
