package org.galley.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SetWidthTest {
    private static final Breakpoint PHONE =
            PlacementPolicy.standard().breakpoints().get(0);

    private static double px(BlockKind kind, int characters, int pieces) {
        return HeightEstimate.px(new PlacementBlock("b", kind, characters, pieces, false, Map.of()), PHONE);
    }

    @Test
    void latin_letters_count_one_by_one_and_cyrillic_ones_for_more() {
        assertThat(SetWidth.characters("")).isZero();
        assertThat(SetWidth.characters("Harbour, 24 🚢")).isEqualTo(13);
        assertThat(SetWidth.characters("Смотритель мола молчал.")).isEqualTo(25);
    }

    @Test
    void a_quote_that_says_whose_words_it_is_is_higher() {
        assertThat(px(BlockKind.QUOTE, 100, 2)).isGreaterThan(px(BlockKind.QUOTE, 100, 1));
    }

    @Test
    void the_same_words_in_more_items_make_a_higher_list() {
        assertThat(px(BlockKind.LIST, 400, 8)).isGreaterThan(px(BlockKind.LIST, 400, 3));
        assertThat(px(BlockKind.LIST, 400, 0)).isEqualTo(px(BlockKind.LIST, 400, 5));
    }

    @Test
    void a_picture_without_a_word_needs_no_room_for_a_caption() {
        assertThat(px(BlockKind.IMAGE, 0, 1)).isLessThan(px(BlockKind.IMAGE, 1, 1));
    }
}
