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
