package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galley.diff.Written.story;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.story.Header;
import org.galley.story.Picture;
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
    void a_block_that_was_moved_goes_back_to_where_it_stood() {
        assertThat(Restore.blocks(story("d: D.", "a: A.", "b: B.", "c: C."), OLD, Set.of("d")))
                .isEqualTo(OLD);
        assertThat(Restore.blocks(story("b: B.", "c: C.", "d: D.", "a: A now."), OLD, Set.of("a")))
                .isEqualTo(OLD);
    }

    @Test
    void of_several_moved_blocks_only_the_chosen_ones_go_back() {
        Story turned = story("d: D.", "c: C.", "n: New.", "a: A.", "b: B.");
        assertThat(Restore.blocks(turned, OLD, Set.of("d")))
                .isEqualTo(story("c: C.", "n: New.", "a: A.", "b: B.", "d: D."));
        assertThat(Restore.blocks(turned, OLD, Set.of("c", "d")))
                .isEqualTo(story("n: New.", "a: A.", "b: B.", "c: C.", "d: D."));
    }

    @Test
    void whichever_of_two_swapped_blocks_is_shown_as_moved_restores_the_old_order() {
        Story old = story("a: One here.", "b: Two here.");
        Story swapped = story("b: Two here.", "a: One here.");
        String moved = StoryDiff.between(old, swapped).blocks().stream()
                .filter(BlockChange::moved)
                .map(BlockChange::id)
                .collect(Collectors.joining());
        assertThat(Restore.blocks(swapped, old, Set.of(moved))).isEqualTo(old);
    }

    @Test
    void all_parts_of_what_was_split_or_joined_give_back_the_old_text() {
        Story whole = story("a: One thing. Another.", "z: End.");
        Story parts = story("a: One thing.", "n: Another.", "z: End.");
        assertThat(Restore.blocks(parts, whole, Set.of("a", "n"))).isEqualTo(whole);
        assertThat(Restore.blocks(whole, parts, Set.of("a", "n"))).isEqualTo(parts);
    }

    @Test
    void a_chosen_block_that_the_old_text_did_not_have_is_taken_out() {
        assertThat(Restore.blocks(story("a: A.", "n: New."), OLD, Set.of("n", "unknown")))
                .isEqualTo(story("a: A."));
    }

    @Test
    void fields_come_back_by_name_and_no_others() {
        Header then = new Header(
                "Then",
                "Stood first",
                List.of("Ann"),
                "Kyiv",
                null,
                "world",
                "then",
                List.of("tides"),
                "uk",
                new Picture("/media/1", "A pier", "Low tide", "Ben"));
        Header now = new Header(
                "Now",
                "Stands first",
                List.of("Cid"),
                "Lviv",
                null,
                "local",
                "now",
                List.of("ferries"),
                "en",
                new Picture("/media/2", "A ferry", "High tide", "Dan"));
        Story restored = Restore.fields(
                OLD.withHeader(now), OLD.withHeader(then), Set.of("standfirst", "tags", "leadImage.caption"));
        assertThat(restored.header())
                .isEqualTo(new Header(
                        "Now",
                        "Stood first",
                        List.of("Cid"),
                        "Lviv",
                        null,
                        "local",
                        "now",
                        List.of("tides"),
                        "en",
                        new Picture("/media/2", "A ferry", "Low tide", "Dan")));
        assertThat(restored.body()).isEqualTo(OLD.body());
    }

    @Test
    void every_field_that_a_comparison_can_name_can_be_restored() {
        Header then = new Header(
                "Then",
                "Stood first",
                List.of("Ann"),
                "Kyiv",
                OffsetDateTime.parse("2024-12-04T16:28:00Z"),
                "world",
                "then",
                List.of("tides"),
                "uk",
                new Picture("/media/1", "A pier", "Low tide", "Ben"));
        Story now = OLD.withHeader(Header.EMPTY);
        Set<String> changed = StoryDiff.between(now, OLD.withHeader(then)).fields().stream()
                .map(FieldChange::field)
                .collect(Collectors.toSet());
        assertThat(changed).hasSize(13).allMatch(FieldChange::isField);
        assertThat(Restore.fields(now, OLD.withHeader(then), changed).header()).isEqualTo(then);
    }
}
