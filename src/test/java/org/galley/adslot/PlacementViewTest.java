package org.galley.adslot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.galley.placement.PlacementBlock;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

class PlacementViewTest {
    private static Story story(String language, String... paragraphs) {
        Header header = new Header("H", "", List.of(), "", null, "world", "h", List.of(), language, Picture.NONE);
        List<Block> body = new ArrayList<>();
        for (String text : paragraphs) {
            body.add(new Block.Paragraph("p" + (body.size() + 1), Inline.of(text)));
        }
        return new Story(header, body);
    }

    @Test
    void a_paragraph_introduces_the_next_block_with_a_colon_of_either_width() {
        assertThat(PlacementView.blocks(story("zh", "市长说：", "Mayor: ", "说。")))
                .extracting(PlacementBlock::endsWithColon)
                .containsExactly(true, true, false);
    }

    @Test
    void lines_of_a_story_read_from_the_right_are_as_high_as_its_page_sets_them() {
        assertThat(PlacementView.blocks(story("ar", "نص")).get(0).addedLeading())
                .isEqualTo(8);
        assertThat(PlacementView.blocks(story("en-GB", "نص")).get(0).addedLeading())
                .isZero();
    }

    @Test
    void slots_are_numbered_from_the_top_down_and_those_without_a_place_come_last() {
        AdLayout layout = new AdLayout(List.of(
                AdSlot.placed("z", "inline", "p1", false).asSurplus(),
                AdSlot.placed("y", "inline", "p2", false),
                AdSlot.placed("x", "top", null, false),
                AdSlot.placed("w", "inline", "p1", true)));
        SlotNames names = SlotNames.of(story("en", "One.", "Two."), layout);
        assertThat(List.of(names.of("x"), names.of("w"), names.of("y"), names.of("z"), names.of("gone")))
                .containsExactly("top 1", "inline 2", "inline 3", "inline 4", "gone");
    }
}
