package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galley.diff.Written.story;

import java.util.List;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static final Story BASE = story(
            "a: The storm hit the coast at noon.",
            "b: Power failed in every town at once.",
            "c: Nobody was hurt in the harbour.");

    private static void assertMerged(Story base, Story mine, Story theirs, String... expected) {
        MergeResult one = Merge.threeWay(base, mine, theirs);
        assertThat(one.conflicts()).isEmpty();
        assertThat(written(one.story())).containsExactly(expected);
        assertThat(Merge.threeWay(base, theirs, mine)).isEqualTo(one);
    }

    private static List<String> written(Story story) {
        return story.body().stream()
                .map(block ->
                        block.id() + ": " + Inline.parse(block.canonical()).html())
                .toList();
    }

    @Test
    void edits_of_different_paragraphs_go_together() {
        assertMerged(
                BASE,
                story(
                        "a: The storm hit the coast at dawn.",
                        "b: Power failed in every town at once.",
                        "c: Nobody was hurt in the harbour."),
                story(
                        "a: The storm hit the coast at noon.",
                        "b: Power failed in every town at once.",
                        "c: Nobody was hurt."),
                "a: The storm hit the coast at dawn.",
                "b: Power failed in every town at once.",
                "c: Nobody was hurt.");
    }

    @Test
    void different_words_of_one_paragraph_go_together() {
        assertMerged(
                story("a: The storm hit the coast at noon."),
                story("a: The big storm hit the coast at noon."),
                story("a: The storm hit the coast at dawn."),
                "a: The big storm hit the coast at dawn.");
    }

    @Test
    void the_same_change_on_both_sides_is_one_change() {
        assertMerged(
                story("a: The storm hit the coast at noon."),
                story("a: The big storm hit the coast at noon.", "n: More."),
                story("a: The big storm hit the coast at dawn.", "n: More."),
                "a: The big storm hit the coast at dawn.",
                "n: More.");
    }

    @Test
    void different_words_at_one_place_are_a_conflict() {
        Story base = story("a: The storm hit the coast at noon.");
        Story mine = story("a: The storm hit the coast at dawn.");
        Story theirs = story("a: The storm hit the coast at dusk.");
        MergeResult result = Merge.threeWay(base, mine, theirs);
        assertThat(result.story()).isEqualTo(mine);
        assertThat(result.conflicts())
                .containsExactly(Conflict.ofBlock(
                        "a",
                        base.body().get(0),
                        mine.body().get(0),
                        theirs.body().get(0)));
        assertThat(result.conflicts().get(0).field()).isEqualTo("text");
    }

    @Test
    void changed_words_that_touch_are_a_conflict() {
        MergeResult result = Merge.threeWay(
                story("a: one two three four"), story("a: one TWO three four"), story("a: one two THREE four"));
        assertThat(result.conflicts()).hasSize(1);
        assertMerged(
                story("a: one two three four"),
                story("a: one TWO three four"),
                story("a: one two three FOUR"),
                "a: one TWO three FOUR");
    }

    @Test
    void a_paragraph_deleted_here_and_edited_there_is_kept_as_a_conflict() {
        Story mine = story("a: The storm hit the coast at noon.", "c: Nobody was hurt in the harbour.");
        Story theirs = story(
                "a: The storm hit the coast at noon.",
                "b: Power failed in most towns.",
                "c: Nobody was hurt in the harbour.");
        MergeResult result = Merge.threeWay(BASE, mine, theirs);
        assertThat(result.story()).isEqualTo(theirs);
        assertThat(result.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.blockId()).isEqualTo("b");
            assertThat(conflict.field()).isEqualTo("deleted");
            assertThat(conflict.current()).isNull();
        });
    }

    @Test
    void a_paragraph_deleted_on_one_side_only_is_gone() {
        assertMerged(
                BASE,
                story("a: The storm hit the coast at noon.", "c: Nobody was hurt in the harbour."),
                story(
                        "a: The storm hit it.",
                        "b: Power failed in every town at once.",
                        "c: Nobody was hurt in the harbour."),
                "a: The storm hit it.",
                "c: Nobody was hurt in the harbour.");
    }

    @Test
    void insertions_at_one_place_are_both_kept_in_one_order() {
        assertMerged(
                story("a: A.", "b: B."),
                story("a: A.", "y: Mine.", "z: Mine too.", "b: B."),
                story("a: A.", "x: Theirs.", "b: B."),
                "a: A.",
                "x: Theirs.",
                "y: Mine.",
                "z: Mine too.",
                "b: B.");
    }

    @Test
    void a_move_and_an_edit_of_one_paragraph_go_together() {
        assertMerged(
                BASE,
                story(
                        "b: Power failed in every town at once.",
                        "c: Nobody was hurt in the harbour.",
                        "a: The storm hit the coast at noon."),
                story(
                        "a: The storm hit the whole coast.",
                        "b: Power failed in every town at once.",
                        "c: Nobody was hurt in the harbour."),
                "b: Power failed in every town at once.",
                "c: Nobody was hurt in the harbour.",
                "a: The storm hit the whole coast.");
    }

    @Test
    void moves_on_both_sides_go_together() {
        assertMerged(
                story("a: A.", "b: B.", "c: C.", "d: D.", "e: E."),
                story("b: B.", "c: C.", "d: D.", "e: E.", "a: A."),
                story("a: A.", "d: D.", "b: B.", "c: C.", "e: E."),
                "d: D.",
                "b: B.",
                "c: C.",
                "e: E.",
                "a: A.");
    }

    @Test
    void an_edit_finds_its_words_in_the_split_paragraph() {
        assertMerged(
                story("a: The storm hit the coast. Power failed in every town at once."),
                story("a: The storm hit the coast.", "n: Power failed in every town at once."),
                story("a: The storm hit the coast. Power failed in most towns at once."),
                "a: The storm hit the coast.",
                "n: Power failed in most towns at once.");
    }

    @Test
    void an_edit_finds_its_words_in_the_joined_paragraph() {
        assertMerged(
                story("a: The storm hit the coast.", "b: Power failed in every town at once."),
                story("a: The storm hit the coast. Power failed in every town at once."),
                story("a: The storm hit the coast.", "b: Power failed in most towns at once."),
                "a: The storm hit the coast. Power failed in most towns at once.");
    }

    @Test
    void a_cut_that_both_sides_made_is_one_cut() {
        assertMerged(
                story("a: The storm hit the coast. Power failed in every town at once."),
                story("a: The storm hit the coast.", "n: Power failed in every town at once."),
                story("a: The storm hit the coast.", "m: Power failed in most towns at once."),
                "a: The storm hit the coast.",
                "m: Power failed in most towns at once.");
    }

    @Test
    void cuts_at_different_places_are_both_made() {
        assertMerged(
                story("a: One thing said. Two things said. Three things said."),
                story("a: One thing said.", "n: Two things said. Three things said."),
                story("a: One thing said. Two things said.", "m: Three things said."),
                "a: One thing said.",
                "n: Two things said.",
                "m: Three things said.");
    }

    @Test
    void a_paragraph_inserted_after_one_that_was_split_follows_its_last_part() {
        assertMerged(
                story("a: The storm hit the coast. Power failed at once.", "z: End."),
                story("a: The storm hit the coast.", "p: Power failed at once.", "z: End."),
                story("a: The storm hit the coast. Power failed at once.", "b: Inserted.", "z: End."),
                "a: The storm hit the coast.",
                "p: Power failed at once.",
                "b: Inserted.",
                "z: End.");
    }

    @Test
    void a_setting_and_an_edit_go_together() {
        assertMerged(
                story("a: The storm hit the coast at noon."),
                story("a: The storm hit the <strong>coast</strong> at noon."),
                story("a: The <em>storm</em> hit the coast at dawn."),
                "a: The <em>storm</em> hit the <strong>coast</strong> at dawn.");
        assertMerged(
                story("a: The storm hit the coast at noon."),
                story("a: <strong>The storm hit the coast at noon.</strong>"),
                story("a: The <em>storm</em> hit the coast at dawn."),
                "a: <strong>The <em>storm</em> hit the coast at dawn.</strong>");
    }

    @Test
    void two_links_on_one_word_are_a_conflict() {
        MergeResult result = Merge.threeWay(
                story("a: see the report"),
                story("a: see the <a href='/one'>report</a>"),
                story("a: see the <a href='/two'>report</a>"));
        assertThat(result.conflicts()).hasSize(1);
    }

    @Test
    void kind_and_words_go_together() {
        MergeResult result =
                Merge.threeWay(story("a: The storm"), story("a: ## The storm"), story("a: The great storm"));
        assertThat(result).isEqualTo(new MergeResult(story("a: ## The great storm"), List.of()));
    }

    @Test
    void whoever_is_named_in_a_quote_that_the_other_side_joined_into_another_block_is_not_lost() {
        Block said = new Block.Quote("q", Inline.of("We saw the wave and ran."), "");
        Block named = new Block.Quote("q", Inline.of("We saw the wave and ran."), "A sailor");
        Story before = story("a: The storm hit the coast at noon.");
        Story base = before.withBody(List.of(before.body().get(0), said));
        Story joined = story("a: The storm hit the coast at noon. We saw the wave and ran.");
        Story quoted = base.withBody(List.of(before.body().get(0), named));
        MergeResult result = Merge.threeWay(base, joined, quoted);
        assertThat(result.conflicts()).containsExactly(Conflict.ofBlock("q", said, null, named));
        assertThat(result.story().block("q")).contains(named);
        assertThat(Merge.threeWay(base, quoted, joined).conflicts())
                .containsExactly(Conflict.ofBlock("q", said, named, null));
    }

    @Test
    void properties_of_a_picture_are_merged_one_by_one() {
        Story base = picture("Old", "Old");
        assertThat(Merge.threeWay(base, picture("New", "Old"), picture("Old", "New")))
                .isEqualTo(new MergeResult(picture("New", "New"), List.of()));
        assertThat(Merge.threeWay(base, picture("One", "Old"), picture("Two", "Old"))
                        .conflicts())
                .hasSize(1);
    }

    private static Story picture(String caption, String credit) {
        return new Story(Header.EMPTY, List.of(new Block.Image("i", new Picture("/a.jpg", "", caption, credit))));
    }

    @Test
    void header_fields_are_merged_one_by_one() {
        Header base = header("Storm", List.of("A. Writer"), List.of("weather", "coast"));
        Header mine = header("Great storm", List.of("A. Writer", "B. Writer"), List.of("weather"));
        Header theirs = header("Storm", List.of("C. Writer", "A. Writer"), List.of("weather", "coast", "power"));
        MergeResult result = Merge.threeWay(titled(base), titled(mine), titled(theirs));
        assertThat(result.conflicts()).isEmpty();
        assertThat(result.story().header())
                .isEqualTo(header(
                        "Great storm", List.of("C. Writer", "A. Writer", "B. Writer"), List.of("weather", "power")));
    }

    @Test
    void two_headlines_are_a_conflict() {
        MergeResult result = Merge.threeWay(
                titled(header("Storm", List.of(), List.of())),
                titled(header("Great storm", List.of(), List.of())),
                titled(header("Small storm", List.of(), List.of())));
        assertThat(result.story().header().headline()).isEqualTo("Great storm");
        assertThat(result.conflicts())
                .containsExactly(Conflict.ofField("headline", "Storm", "Great storm", "Small storm"));
    }

    private static Header header(String headline, List<String> bylines, List<String> tags) {
        return new Header(headline, "", bylines, "", null, "world", "storm", tags, "en", Picture.NONE);
    }

    private static Story titled(Header header) {
        return new Story(header, List.of());
    }
}
