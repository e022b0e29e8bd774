package org.galley.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SetWidthTest {
    private static final Breakpoint PHONE =
            PlacementPolicy.standard().breakpoints().get(0);

    private static double px(BlockKind kind, int characters, int pieces) {
        return HeightEstimate.px(new PlacementBlock("b", kind, characters, pieces, false, 0, Map.of()), PHONE);
    }

    @Test
    void latin_letters_count_one_by_one_and_cyrillic_ones_for_more() {
        assertThat(SetWidth.characters("")).isZero();
        assertThat(SetWidth.characters("Harbour, 24 🚢")).isEqualTo(13);
        assertThat(SetWidth.characters("Смотритель мола молчал.")).isEqualTo(25);
    }

    @Test
    void a_letter_of_a_script_without_spaces_takes_the_room_of_two() {
        assertThat(SetWidth.characters("港口大桥将提前一个月通车，上周。")).isEqualTo(33);
        assertThat(SetWidth.characters("ＡＢＣ")).isEqualTo(6);
        assertThat(SetWidth.characters("항만 계획")).isEqualTo(8);
    }

    @Test
    void marks_above_and_below_letters_take_no_room() {
        assertThat(SetWidth.characters("e\u0301te\u0301")).isEqualTo(3);
        assertThat(SetWidth.characters("كِتَابٌ")).isEqualTo(SetWidth.characters("كتاب"));
        assertThat(SetWidth.characters("שָׁלוֹם")).isEqualTo(SetWidth.characters("שלום"));
    }

    @Test
    void higher_lines_make_text_higher_and_leave_pictures_as_they_are() {
        assertThat(arabic(BlockKind.PARAGRAPH)).isEqualTo(px(BlockKind.PARAGRAPH, 100, 1) + 3 * 8);
        assertThat(arabic(BlockKind.IMAGE)).isEqualTo(px(BlockKind.IMAGE, 100, 1));
    }

    private static double arabic(BlockKind kind) {
        return HeightEstimate.px(new PlacementBlock("b", kind, 100, 1, false, 8, Map.of()), PHONE);
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
