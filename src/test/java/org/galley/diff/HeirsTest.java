package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

class HeirsTest {
    private static Story story(String... idsAndTexts) {
        List<Block> body = new ArrayList<>();
        for (int i = 0; i < idsAndTexts.length; i += 2) {
            body.add(new Block.Paragraph(idsAndTexts[i], Inline.of(idsAndTexts[i + 1])));
        }
        return new Story(Header.EMPTY, body);
    }

    private static final Story BEFORE =
            story("a", "The ferry left an hour late. ", "b", "The pier was under water by noon.", "c", "Nobody slept.");

    @Test
    void a_block_that_was_joined_into_another_hands_over_to_it() {
        Story joined =
                story("a", "The ferry left an hour late. The pier was under water by noon.", "c", "Nobody slept.");
        assertThat(Heirs.of(List.of("a", "b", "c"), BEFORE, joined))
                .containsOnlyKeys("b")
                .containsEntry("b", "a");
    }

    @Test
    void the_same_words_under_another_id_are_the_same_block() {
        Story pasted = story(
                "a", "The ferry left an hour late. ", "x", "The pier was under water by noon.", "c", "Nobody slept.");
        assertThat(Heirs.of(List.of("b"), BEFORE, pasted)).containsEntry("b", "x");
    }

    @Test
    void a_block_that_is_gone_with_its_words_has_no_heir() {
        Story cut = story("a", "The ferry left an hour late. ", "c", "Nobody slept.");
        assertThat(Heirs.of(List.of("b", "unknown"), BEFORE, cut)).isEmpty();
    }

    @Test
    void an_empty_block_that_goes_away_was_deleted() {
        Story emptied = story("a", "The ferry left an hour late. ", "b", "", "c", "Nobody slept.");
        Story cut = story("a", "The ferry left an hour late. ", "c", "Nobody slept.");
        assertThat(Heirs.of(List.of("b"), emptied, cut)).isEmpty();
    }

    @Test
    void a_block_that_moved_or_was_split_is_still_itself() {
        Story moved =
                story("c", "Nobody slept.", "b", "The pier was", "n", "under water by noon.", "a", "The ferry left.");
        assertThat(Heirs.of(List.of("a", "b", "c"), BEFORE, moved)).isEmpty();
    }
}
