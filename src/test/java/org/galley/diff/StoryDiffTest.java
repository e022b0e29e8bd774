package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galley.diff.Written.blocks;
import static org.galley.diff.Written.story;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

class StoryDiffTest {
    @Test
    void of_two_swapped_paragraphs_the_shorter_one_moved() {
        assertThat(blocks(
                        story("a: One short.", "b: Two is a good deal longer."),
                        story("b: Two is a good deal longer.", "a: One short.")))
                .containsExactly("equal b 1>0 Two is a good deal longer.", "moved a 0>1 One short.");
    }

    @Test
    void a_paragraph_can_be_moved_and_edited() {
        assertThat(blocks(
                        story("a: The wind rose at noon.", "b: The first stays.", "c: The second stays."),
                        story("b: The first stays.", "c: The second stays.", "a: The wind rose at night.")))
                .containsExactly(
                        "equal b 1>0 The first stays.",
                        "equal c 2>1 The second stays.",
                        "moved* a 0>2 The wind rose at [-noon-]{+night+}.");
    }

    @Test
    void a_block_moved_across_ten_is_the_only_one_that_moved() {
        String[] from = new String[11];
        String[] to = new String[11];
        for (int i = 0; i < 11; i++) {
            from[i] = "b" + i + ": Paragraph " + i;
            to[(i + 10) % 11] = from[i];
        }
        List<String> expected = new ArrayList<>();
        for (int i = 1; i < 11; i++) {
            expected.add("equal b" + i + " " + i + ">" + (i - 1) + " Paragraph " + i);
        }
        expected.add("moved b0 0>10 Paragraph 0");
        assertThat(blocks(story(from), story(to))).isEqualTo(expected);
    }

    @Test
    void inserting_and_deleting_moves_nothing() {
        assertThat(blocks(story("a: A.", "b: B.", "c: C."), story("n: New at the top.", "b: B.", "c: C.")))
                .containsExactly(
                        "deleted a 0> [-A.-]", "inserted n >0 {+New at the top.+}", "equal b 1>1 B.", "equal c 2>2 C.");
    }

    @Test
    void a_split_paragraph_is_no_new_one() {
        assertThat(blocks(
                        story("a: The storm hit at noon. Power failed at once.", "z: End."),
                        story("a: The storm hit at noon.", "n: Power failed at once.", "z: End.")))
                .containsExactly(
                        "split a 0>0 The storm hit at noon.", "split n 0>1 Power failed at once.", "equal z 1>2 End.");
    }

    @Test
    void a_paragraph_can_be_split_and_edited() {
        assertThat(blocks(
                        story("a: The storm hit at noon. Power failed at once in all towns."),
                        story("a: The storm hit at midday.", "n: Power failed at once in most towns.")))
                .containsExactly(
                        "split* a 0>0 The storm hit at [-noon-]{+midday+}.",
                        "split* n 0>1 Power failed at once in [-all-]{+most+} towns.");
    }

    @Test
    void a_paragraph_can_be_split_in_three_around_something_new() {
        assertThat(blocks(
                        story("a: First thing said. Second thing said. Third thing said.", "z: End."),
                        story(
                                "a: First thing said.",
                                "x: Unrelated words stand between.",
                                "n: Second thing said.",
                                "m: Third thing said.",
                                "z: End.")))
                .containsExactly(
                        "split a 0>0 First thing said.",
                        "inserted x >1 {+Unrelated words stand between.+}",
                        "split n 0>2 Second thing said.",
                        "split m 0>3 Third thing said.",
                        "equal z 1>4 End.");
    }

    @Test
    void a_split_in_the_middle_of_a_word_is_a_split() {
        assertThat(blocks(story("a: sandstorm"), story("a: sand", "n: storm")))
                .containsExactly("split a 0>0 sand", "split n 0>1 storm");
    }

    @Test
    void a_part_of_a_split_that_was_edited_as_well_names_all_parts() {
        StoryDiff diff =
                StoryDiff.between(story("a: One thing. Another thing."), story("a: One thing.", "n: Another thing."));
        assertThat(diff.blocks())
                .allSatisfy(change -> assertThat(change.parts()).containsExactly("a", "n"));
        assertThat(diff.wordsAdded()).isZero();
        assertThat(diff.wordsRemoved()).isZero();
        assertThat(diff.blocksMoved()).isZero();
    }

    @Test
    void joined_paragraphs_are_not_deleted() {
        assertThat(blocks(
                        story("a: The storm hit at noon.", "n: Power failed at once.", "z: End."),
                        story("a: The storm hit at noon. Power failed at once.", "z: End.")))
                .containsExactly(
                        "joined a 0>0 The storm hit at noon. Power failed at once.",
                        "joined n 1>0",
                        "equal z 2>1 End.");
    }

    @Test
    void paragraphs_joined_without_a_space_are_joined() {
        assertThat(blocks(
                        story("a: The storm hit at noon.", "n: Power failed."),
                        story("a: The storm hit at noon.Power failed.")))
                .containsExactly("joined a 0>0 The storm hit at noon.Power failed.", "joined n 1>0");
    }

    @Test
    void paragraphs_can_be_joined_and_edited() {
        assertThat(blocks(
                        story("a: The storm hit the coast at noon.", "n: Power failed in every town at once."),
                        story("a: The storm hit the whole coast at noon. Power failed in every village at once.")))
                .containsExactly(
                        "joined* a 0>0 The storm hit the {+whole +}coast at noon. Power failed in every"
                                + " [-town-]{+village+} at once.",
                        "joined n 1>0");
    }

    @Test
    void a_replaced_paragraph_is_deleted_and_another_inserted() {
        assertThat(blocks(
                        story("a: Alpha.", "b: Old words here.", "c: Gamma."),
                        story("a: Alpha.", "x: Entirely other stuff.", "c: Gamma.")))
                .containsExactly(
                        "equal a 0>0 Alpha.",
                        "deleted b 1> [-Old words here.-]",
                        "inserted x >1 {+Entirely other stuff.+}",
                        "equal c 2>2 Gamma.");
    }

    @Test
    void a_paragraph_whose_words_were_all_replaced_is_edited() {
        assertThat(blocks(story("a: Old words here"), story("a: Entirely other stuff")))
                .containsExactly("edited a 0>0 [-Old words here-]{+Entirely other stuff+}");
    }

    @Test
    void identical_paragraphs_are_told_by_their_ids() {
        assertThat(blocks(story("a: Same.", "b: Same.", "c: Same."), story("a: Same.", "c: Same.")))
                .containsExactly("equal a 0>0 Same.", "deleted b 1> [-Same.-]", "equal c 2>1 Same.");
    }

    @Test
    void identical_paragraphs_without_ids_are_paired_in_order() {
        assertThat(blocks(story("a: Same.", "b: Same."), story("x: Same.", "y: Same.", "z: Same.")))
                .containsExactly("equal x 0>0 Same.", "equal y 1>1 Same.", "inserted z >2 {+Same.+}");
    }

    @Test
    void empty_blocks_are_blocks() {
        assertThat(blocks(story("a:", "b: Text.", "c:"), story("a:", "b: Text.", "d:", "c:")))
                .containsExactly("equal a 0>0", "equal b 1>1 Text.", "inserted d >2", "equal c 2>3");
        assertThat(blocks(story("a: Text.", "b:"), story("x: Text.", "y:")))
                .containsExactly("equal x 0>0 Text.", "equal y 1>1");
        assertThat(blocks(story("a:"), story("a: Now there is text.")))
                .containsExactly("edited a 0>0 {+Now there is text.+}");
    }

    @Test
    void blocks_that_came_without_ids_are_paired_by_similarity() {
        assertThat(blocks(
                        story("a: The storm hit the coast at noon.", "b: Nobody was hurt in the harbour."),
                        story(
                                "x: Nobody was hurt near the harbour.",
                                "y: The storm hit the coast at night.",
                                "z: Fresh.")))
                .containsExactly(
                        "moved* x 1>0 Nobody was hurt [-in-]{+near+} the harbour.",
                        "edited y 0>1 The storm hit the coast at [-noon-]{+night+}.",
                        "inserted z >2 {+Fresh.+}");
    }

    @Test
    void a_split_is_seen_without_ids_too() {
        assertThat(blocks(
                        story("a: Short head. A much longer second half of the paragraph stands here."),
                        story("x: Short head.", "y: A much longer second half of the paragraph stands here.")))
                .containsExactly(
                        "split x 0>0 Short head.",
                        "split y 0>1 A much longer second half of the paragraph stands here.");
    }

    @Test
    void a_change_of_kind_is_no_change_of_words() {
        assertThat(blocks(story("a: Some text"), story("a: ## Some text")))
                .containsExactly("edited a 0>0 Some text (type: paragraph > subheading) (level:  > 2)");
    }

    @Test
    void captions_attributions_and_links_are_compared() {
        Story from = new Story(
                Header.EMPTY,
                List.of(
                        new Block.Image("i", new Picture("/a.jpg", "", "A quiet harbour", "")),
                        new Block.Quote("q", Inline.of("We saw it."), "A sailor"),
                        new Block.Embed("e", "https://example.org/1", "Map"),
                        new Block.Listing("l", false, List.of(Inline.of("one"), Inline.of("two")))));
        Story to = new Story(
                Header.EMPTY,
                List.of(
                        new Block.Image("i", new Picture("/a.jpg", "", "A busy harbour", "Staff")),
                        new Block.Quote("q", Inline.of("We saw it."), "An old sailor"),
                        new Block.Embed("e", "https://example.org/2", "Map"),
                        new Block.Listing(
                                "l", true, List.of(Inline.of("one"), Inline.of("and a half"), Inline.of("two")))));
        assertThat(blocks(from, to))
                .containsExactly(
                        "edited i 0>0 (caption: A quiet harbour > A busy harbour) (credit:  > Staff)",
                        "edited q 1>1 We saw it. (attribution: A sailor > An old sailor)",
                        "edited e 2>2 (url: https://example.org/1 > https://example.org/2)",
                        "edited l 3>3 one\n{+and a half\n+}two (ordered: false > true)");
        assertThat(StoryDiff.between(from, to).wordsAdded()).isEqualTo(6);
    }

    @Test
    void an_empty_item_is_a_change_without_words() {
        Story from = new Story(Header.EMPTY, List.of(new Block.Listing("l", false, List.of())));
        Story to = new Story(Header.EMPTY, List.of(new Block.Listing("l", false, List.of(Inline.EMPTY))));
        assertThat(blocks(from, to)).containsExactly("edited l 0>0 (items: 0:  > 1: )");
    }

    @Test
    void header_fields_are_named_as_in_the_api() {
        Header from = Header.EMPTY;
        Header to = new Header(
                "Storm hits coast",
                "It came at noon.",
                List.of("A. Writer", "B. Writer"),
                "KYIV",
                OffsetDateTime.parse("2026-03-01T10:00:00Z"),
                "world",
                "storm",
                List.of("weather"),
                "uk",
                new Picture("/a.jpg", "Waves", "High waves", "Staff"));
        assertThat(StoryDiff.between(new Story(from, List.of()), new Story(to, List.of()))
                        .fields())
                .extracting(change -> change.field() + ": " + change.from() + " > " + change.to())
                .containsExactly(
                        "headline:  > Storm hits coast",
                        "standfirst:  > It came at noon.",
                        "bylines:  > A. Writer, B. Writer",
                        "dateline:  > KYIV",
                        "stamp:  > 2026-03-01T10:00Z",
                        "section:  > world",
                        "slug:  > storm",
                        "tags:  > weather",
                        "language: en > uk",
                        "leadImage.src:  > /a.jpg",
                        "leadImage.alt:  > Waves",
                        "leadImage.caption:  > High waves",
                        "leadImage.credit:  > Staff");
    }

    @Test
    void a_headline_is_compared_by_words() {
        StoryDiff diff = StoryDiff.between(
                new Story(Header.EMPTY.withHeadline("Storm hits the coast"), List.of()),
                new Story(Header.EMPTY.withHeadline("Storm spares the coast"), List.of()));
        assertThat(Written.inline(diff.fields().get(0).inline())).isEqualTo("Storm [-hits-]{+spares+} the coast");
        assertThat(diff.wordsAdded()).isEqualTo(1);
        assertThat(diff.wordsRemoved()).isEqualTo(1);
        assertThat(diff.isEmpty()).isFalse();
    }
}
