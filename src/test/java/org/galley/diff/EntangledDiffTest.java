package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galley.diff.Written.blocks;
import static org.galley.diff.Written.story;

import java.util.List;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

/** Where several things happened at once, and where scripts or empty blocks make it hard to see which block is which. */
class EntangledDiffTest {
    @Test
    void of_two_swapped_paragraphs_of_equal_length_the_later_one_moved() {
        assertThat(blocks(story("a: One here.", "b: Two here."), story("b: Two here.", "a: One here.")))
                .containsExactly("moved b 1>0 Two here.", "equal a 0>1 One here.");
    }

    @Test
    void swapped_paragraphs_between_others_leave_those_in_place() {
        assertThat(blocks(
                        story("h: Head.", "a: One is short.", "b: Two is somewhat longer.", "z: End."),
                        story("h: Head.", "b: Two is somewhat longer.", "a: One is short.", "z: End.")))
                .containsExactly(
                        "equal h 0>0 Head.",
                        "equal b 2>1 Two is somewhat longer.",
                        "moved a 1>2 One is short.",
                        "equal z 3>3 End.");
    }

    @Test
    void a_block_moved_up_across_ten_is_the_only_one_that_moved() {
        String[] from = new String[11];
        String[] to = new String[11];
        for (int i = 0; i < 11; i++) {
            from[i] = "b" + i + ": Paragraph " + i;
            to[(i + 1) % 11] = from[i];
        }
        List<String> shown = blocks(story(from), story(to));
        assertThat(shown).hasSize(11).startsWith("moved b10 10>0 Paragraph 10");
        assertThat(shown.subList(1, 11)).allMatch(line -> line.startsWith("equal"));
    }

    @Test
    void a_block_without_an_id_that_moved_across_ten_and_had_one_word_changed_is_recognised() {
        String[] from = new String[11];
        String[] to = new String[11];
        for (int i = 0; i < 11; i++) {
            from[i] = "b" + i + ": Paragraph " + i + " tells of harbour number " + i + " and its ships";
            to[(i + 10) % 11] = from[i].replace("b" + i, "n" + i);
        }
        to[10] = to[10].replace("ships", "boats");
        List<String> shown = blocks(story(from), story(to));
        assertThat(shown)
                .hasSize(11)
                .endsWith("moved* n0 0>10 Paragraph 0 tells of harbour number 0 and its [-ships-]{+boats+}");
        assertThat(shown.subList(0, 10)).allMatch(line -> line.startsWith("equal"));
    }

    @Test
    void a_paragraph_can_be_moved_and_split() {
        assertThat(blocks(
                        story(
                                "a: The storm hit at noon. Power failed at once.",
                                "m: Middle stays here.",
                                "z: The very end."),
                        story(
                                "m: Middle stays here.",
                                "z: The very end.",
                                "a: The storm hit at noon.",
                                "n: Power failed at once.")))
                .containsExactly(
                        "equal m 1>0 Middle stays here.",
                        "equal z 2>1 The very end.",
                        "split a 0>2 The storm hit at noon.",
                        "split n 0>3 Power failed at once.");
    }

    @Test
    void three_paragraphs_can_be_joined_into_one() {
        assertThat(blocks(
                        story("a: First thing.", "b: Second thing.", "c: Third thing.", "z: End."),
                        story("a: First thing. Second thing. Third thing.", "z: End.")))
                .containsExactly(
                        "joined a 0>0 First thing. Second thing. Third thing.",
                        "joined b 1>0",
                        "joined c 2>0",
                        "equal z 3>1 End.");
    }

    @Test
    void a_paragraph_split_by_an_empty_one_between_is_still_a_split() {
        assertThat(blocks(
                        story("a: The storm hit at noon. Power failed at once."),
                        story("a: The storm hit at noon.", "e:", "n: Power failed at once.")))
                .containsExactly(
                        "split a 0>0 The storm hit at noon.", "inserted e >1", "split n 0>2 Power failed at once.");
    }

    @Test
    void a_split_before_the_first_word_leaves_the_text_where_it_is() {
        assertThat(blocks(story("a: Text."), story("e:", "a: Text.")))
                .containsExactly("inserted e >0", "equal a 0>1 Text.");
        assertThat(blocks(story("a: Text."), story("a:", "n: Text.")))
                .containsExactly("split a 0>0", "split n 0>1 Text.");
    }

    @Test
    void identical_paragraphs_of_which_one_was_edited_and_one_moved_are_told_by_their_ids() {
        assertThat(blocks(
                        story("a: Same words.", "b: Same words.", "c: Same words.", "d: Different one."),
                        story("b: Same words.", "c: Same old words.", "d: Different one.", "a: Same words.")))
                .containsExactly(
                        "equal b 1>0 Same words.",
                        "edited c 2>1 Same {+old +}words.",
                        "equal d 3>2 Different one.",
                        "moved a 0>3 Same words.");
    }

    @Test
    void only_empty_paragraphs_moved_or_deleted_change_no_word() {
        StoryDiff diff = StoryDiff.between(story("a:", "b:", "c: Text."), story("c: Text.", "b:"));
        assertThat(diff.wordsAdded() + diff.wordsRemoved()).isZero();
        assertThat(blocks(story("a:", "b:", "c: Text."), story("c: Text.", "b:")))
                .containsExactly("deleted a 0>", "equal c 2>0 Text.", "moved b 1>1");
    }

    @Test
    void paragraphs_of_other_scripts_are_paired_without_ids() {
        assertThat(blocks(
                        story(
                                "a: Вітер посилився вночі, і порт зачинили.",
                                "b: أغلق الميناء أبوابه مساء أمس بسبب العاصفة.",
                                "c: 今天天气很好，我们去公园散步。港口仍然关闭。"),
                        story(
                                "x: 今天天气很好，我们去公园散步。港口已经开放。",
                                "y: Вітер посилився вдень, і порт зачинили.",
                                "z: أغلق الميناء أبوابه صباح أمس بسبب العاصفة.")))
                .containsExactly(
                        "moved* x 2>0 今天天气很好，我们去公园散步。[-港口仍然关闭-]{+港口已经开放+}。",
                        "edited y 0>1 Вітер посилився [-вночі-]{+вдень+}, і порт зачинили.",
                        "edited z 1>2 أغلق الميناء أبوابه [-مساء-]{+صباح+} أمس بسبب العاصفة.");
    }

    @Test
    void paragraphs_of_other_scripts_are_split_and_joined() {
        assertThat(blocks(
                        story("a: Вітер посилився. Порт зачинили.", "b: 今天天气很好。我们去公园。"),
                        story("a: Вітер посилився.", "n: Порт зачинили.", "b: 今天天气很好。", "m: 我们去公园。")))
                .containsExactly(
                        "split a 0>0 Вітер посилився.",
                        "split n 0>1 Порт зачинили.",
                        "split b 1>2 今天天气很好。",
                        "split m 1>3 我们去公园。");
        assertThat(blocks(
                        story("a: هبت الريح.", "n: أغلق الميناء.", "z: End."),
                        story("a: هبت الريح. أغلق الميناء.", "z: End.")))
                .containsExactly("joined a 0>0 هبت الريح. أغلق الميناء.", "joined n 1>0", "equal z 2>1 End.");
    }

    @Test
    void emoji_and_letters_with_marks_stay_whole_in_moved_and_edited_paragraphs() {
        assertThat(blocks(
                        story(
                                "a: Flags \uD83C\uDDFA\uD83C\uDDE6 fly over the cafe\u0301.",
                                "b: The second one stays where it is.",
                                "c: And the third one too."),
                        story(
                                "b: The second one stays where it is.",
                                "c: And the third one too.",
                                "a: Flags \uD83C\uDDFA\uD83C\uDDF8 fly over the cafe.")))
                .containsExactly(
                        "equal b 1>0 The second one stays where it is.",
                        "equal c 2>1 And the third one too.",
                        "moved* a 0>2 Flags [-\uD83C\uDDFA\uD83C\uDDE6-]{+\uD83C\uDDFA\uD83C\uDDF8+} fly over the [-caf\u00E9-]{+cafe+}.");
    }

    @Test
    void a_letter_composed_of_two_characters_is_the_letter_in_one() {
        assertThat(blocks(story("a: The cafe\u0301 opens"), story("a: The caf\u00E9 opens")))
                .containsExactly("equal a 0>0 The caf\u00E9 opens");
    }

    @Test
    void a_replaced_paragraph_at_either_end_is_deleted_and_another_inserted() {
        assertThat(blocks(
                        story("a: Old words here.", "b: Beta stays.", "c: Last words there."),
                        story("x: Entirely other stuff.", "b: Beta stays.", "y: Something new now.")))
                .containsExactly(
                        "deleted a 0> [-Old words here.-]",
                        "inserted x >0 {+Entirely other stuff.+}",
                        "equal b 1>1 Beta stays.",
                        "deleted c 2> [-Last words there.-]",
                        "inserted y >2 {+Something new now.+}");
    }

    @Test
    void a_paragraph_joined_into_one_that_was_split_besides_does_not_vanish() {
        assertThat(blocks(
                        story("a: The storm hit at noon. Power failed at once.", "b: Rain fell all day."),
                        story("a: The storm hit at noon. Rain fell all day.", "n: Power failed at once.")))
                .containsExactly(
                        "split* a 0>0 The storm hit at noon.{+ Rain fell all day.+}",
                        "split n 0>1 Power failed at once.",
                        "deleted b 1> [-Rain fell all day.-]");
    }

    @Test
    void white_space_where_a_paragraph_was_cut_is_no_change_and_is_told_all_the_same() {
        assertThat(blocks(
                        story("a: One two three."),
                        new Story(Header.EMPTY, List.of(text("a", "One\u00A0"), text("n", "two three.")))))
                .containsExactly("split a 0>0 One\u00A0", "split n 0>1 two three.");
        assertThat(blocks(
                        story("a: One two three."),
                        new Story(Header.EMPTY, List.of(text("a", "One"), text("n", "\u00A0\u00A0two three.")))))
                .containsExactly("split a 0>0 One", "split n 0>1 \u00A0\u00A0two three.");
        assertThat(blocks(story("a: Text."), new Story(Header.EMPTY, List.of(text("a", "\u00A0"), text("n", "Text.")))))
                .containsExactly("split a 0>0 \u00A0", "split n 0>1 Text.");
    }

    private static Block text(String id, String text) {
        return new Block.Paragraph(id, Inline.of(text));
    }
}
