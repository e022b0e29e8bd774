package org.galley.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

class WritersTest {
    /** Paragraphs with the ids p0, p1 and so on; null for one that is not there. */
    private static Story story(String... paragraphs) {
        List<Block> body = new ArrayList<>();
        for (int i = 0; i < paragraphs.length; i++) {
            if (paragraphs[i] != null) {
                body.add(new Block.Paragraph("p" + i, Inline.of(paragraphs[i])));
            }
        }
        return new Story(Header.EMPTY, body);
    }

    @Test
    void a_block_is_by_all_who_changed_it_and_of_one_that_is_gone_nothing_is_known() {
        Story saved = story("One.", "Two.", "Three.");
        Story ann = story("One by Ann.", "Two by Ann.", "Three.", "Four by Ann.");
        Story ben = story("One by Ann.", "Two by Ben.", "Three.", null);
        Writers writers = Writers.NONE.after(saved, ann, "ann").after(ann, ben, "ben");
        assertThat(writers.ofBlocks())
                .containsExactly(Map.entry("p0", List.of("ann")), Map.entry("p1", List.of("ann", "ben")));
        assertThat(Writers.parse(writers.canonical())).isEqualTo(writers);
        assertThat(writers.of("p2", "cleo")).containsExactly("cleo");
    }

    @Test
    void a_revision_keeps_only_who_else_wrote_what_is_new_in_it() {
        Story saved = story("One.", "Two.", "Three.");
        Story ann = story("One by Ann.", "Two.", "Three by Ann.");
        Story ben = story("One by Ann.", "Two by Ben.", "Three.");
        Writers writers = Writers.NONE.after(saved, ann, "ann").after(ann, ben, "ann");
        assertThat(writers.others("ben", Manifest.of(saved), Manifest.of(ben)).ofBlocks())
                .containsExactly(Map.entry("p0", List.of("ann")), Map.entry("p1", List.of("ann")));
        assertThat(writers.others("ann", Manifest.of(saved), Manifest.of(ben))).isEqualTo(Writers.NONE);
    }

    @Test
    void of_several_in_one_block_the_last_one_stands_at_the_end_and_the_author_of_the_revision_is_among_them() {
        Story saved = story("One.");
        Story ann = story("One by Ann.");
        Story ben = story("One by Ann and Ben.");
        Story again = story("One by Ann and Ben, and Ann again.");
        Writers both = Writers.NONE.after(saved, ann, "ann").after(ann, ben, "ben");
        assertThat(both.others("ben", Manifest.of(saved), Manifest.of(ben)).ofBlocks())
                .containsExactly(Map.entry("p0", List.of("ann", "ben")));
        assertThat(both.after(ben, again, "ann").of("p0", "cleo")).containsExactly("ben", "ann");
        assertThat(both.others("ben", Manifest.of(ben), Manifest.of(ben))).isEqualTo(Writers.NONE);
    }
}
