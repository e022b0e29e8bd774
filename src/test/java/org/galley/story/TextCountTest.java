package org.galley.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCountTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0",
                "one | 1",
                "one two | 2",
                "dash — between | 3",
                "- | 1",
                "don't well-known 3.14 | 3",
                "м’яч упав | 2",
                "مرحبا بالعالم | 2",
                "今天天气很好 | 6",
                "今天，天气。 | 4",
                "ラーメン | 4",
                "ラーー | 3",
                "二〇二四年 | 5",
                "GDP增长5% | 4",
                "สวัสดี | 4",
                "👨‍👩‍👧 | 1",
                "cafe\u0301 | 1"
            })
    void words_are_counted_as_readers_count_them(String text, int words) {
        assertThat(TextCount.of(text).words()).isEqualTo(words);
    }

    @Test
    void white_space_of_any_kind_parts_words_and_what_cannot_be_seen_is_none() {
        assertThat(TextCount.of("a\u00A0b\nc\u2003d").words()).isEqualTo(4);
        assertThat(TextCount.of("a \u200B b").words()).isEqualTo(2);
    }

    @Test
    void characters_are_code_points_without_line_breaks() {
        assertThat(TextCount.of("a\n😀 b").characters()).isEqualTo(4);
    }

    @Property
    void space_separated_tokens_are_words(@ForAll @IntRange(max = 3_000) int words) {
        String text = String.join(" ", Collections.nCopies(words, "wörd-s,"));
        assertThat(TextCount.of(text).words()).isEqualTo(words);
    }

    @Property
    void reading_takes_a_minute_for_each_200_words_begun_and_one_at_least(@ForAll @IntRange(max = 100_000) int words) {
        assertThat(new TextCount(words, 0).readingMinutes()).isEqualTo(Math.max(1, (int) Math.ceil(words / 200.0)));
    }

    @Test
    void a_story_is_as_long_as_its_blocks() {
        Story story = new Story(
                Header.EMPTY.withHeadline("Not counted"),
                List.of(
                        new Block.Paragraph("a", Inline.of("one two")),
                        new Block.Listing("b", false, List.of(Inline.of("three"), Inline.of("four"))),
                        new Block.Image("c", new Picture("/x", "alt text", "caption", "credit"))));
        assertThat(story.count().words()).isEqualTo(4);
    }
}
