package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galley.diff.Written.story;

import java.util.Set;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

class RestoreTest {
    private static final Story OLD = story("a: A.", "b: B.", "c: C.", "d: D.");

    @Test
    void a_block_that_is_still_there_gets_its_old_words_where_it_stands() {
        assertThat(Restore.blocks(story("c: C.", "a: A now.", "d: D."), OLD, Set.of("a")))
                .isEqualTo(story("c: C.", "a: A.", "d: D."));
    }

    @Test
    void a_block_that_is_gone_returns_after_the_one_before_it() {
        assertThat(Restore.blocks(story("d: D.", "a: A now.", "n: New."), OLD, Set.of("c")))
                .isEqualTo(story("d: D.", "a: A now.", "c: C.", "n: New."));
    }

    @Test
    void several_blocks_return_in_their_old_order() {
        assertThat(Restore.blocks(story("d: D."), OLD, Set.of("c", "b", "a")))
                .isEqualTo(story("a: A.", "b: B.", "c: C.", "d: D."));
    }

    @Test
    void a_chosen_block_that_the_old_text_did_not_have_is_taken_out() {
        assertThat(Restore.blocks(story("a: A.", "n: New."), OLD, Set.of("n", "unknown")))
                .isEqualTo(story("a: A."));
    }
}
