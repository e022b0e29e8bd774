package org.galley.web.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.galley.article.StoryCheck;
import org.galley.article.StoryCheck.Kind;
import org.galley.web.shell.Texts;
import org.junit.jupiter.api.Test;

/** What the rail shows of a story's findings. */
class CheckLineTest {
    private static List<StoryCheck> hints(int number) {
        List<StoryCheck> hints = new ArrayList<>();
        for (int n = 0; n < number; n++) {
            hints.add(new StoryCheck(Kind.REPEATED_WORD, "b" + n, "word" + n, false));
        }
        return hints;
    }

    @Test
    void few_findings_are_listed_in_their_order() {
        List<StoryCheck> few = hints(2);
        few.add(new StoryCheck(Kind.MISSING_ALTERNATIVE, "i", "", true));
        assertThat(CheckLine.of(few, new Texts())).extracting(CheckLine::target).containsExactly("b0", "b1", "i");
    }

    @Test
    void of_very_many_findings_all_that_block_are_listed_and_the_first_hints() {
        List<StoryCheck> many = hints(60);
        many.add(new StoryCheck(Kind.MISSING_ALTERNATIVE, "i", "", true));
        List<CheckLine> lines = CheckLine.of(many, new Texts());
        assertThat(lines).hasSize(42);
        assertThat(lines.get(0).blocks()).isTrue();
        assertThat(lines.get(1).target()).isEqualTo("b0");
        assertThat(lines.get(41).text()).contains("20 more");
        assertThat(lines.get(41).target()).isEmpty();
    }
}
