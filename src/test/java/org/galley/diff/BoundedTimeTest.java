package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.galley.diff.bench.LongStories;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.galley.story.Story;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounds are wide, as tests share a machine; {@link org.galley.diff.bench.DiffBenchmark} has the figures. */
class BoundedTimeTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    static Stream<Arguments> adversaries() {
        Story natural = LongStories.natural(20_000, 40);
        return Stream.of(
                Arguments.of(
                        "a million equal words, one more",
                        LongStories.monotonous(1_000_000, "same"),
                        LongStories.monotonous(1_000_001, "same")),
                Arguments.of(
                        "a million words, none in common",
                        LongStories.monotonous(1_000_000, "same"),
                        LongStories.monotonous(1_000_000, "other")),
                Arguments.of(
                        "half a million tosses of two coins",
                        LongStories.coin(500_000, 1),
                        LongStories.coin(500_000, 2)),
                Arguments.of(
                        "sixty thousand tosses of two coins", LongStories.coin(60_000, 1), LongStories.coin(60_000, 2)),
                Arguments.of("no paragraph in common", natural, LongStories.crumbs(20_000, "x", "fresh#")),
                Arguments.of(
                        "20,000 equal paragraphs without ids",
                        LongStories.crumbs(20_000, "x", "same"),
                        LongStories.crumbs(20_001, "y", "same")),
                Arguments.of(
                        "20,000 similar paragraphs without ids",
                        LongStories.crumbs(20_000, "x", "much the same text in number #"),
                        LongStories.crumbs(20_000, "y", "much the same words in number #")),
                Arguments.of(
                        "a million letters without a space",
                        one("x".repeat(1_000_000)),
                        one("x".repeat(999_999) + "y")),
                Arguments.of(
                        "emoji without end",
                        one("\uD83D\uDC68\u200D".repeat(100_000)),
                        one("\uD83D\uDC68\u200D".repeat(99_999))));
    }

    private static Story one(String text) {
        return LongStories.crumbs(1, "a", text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("adversaries")
    void comparing_ends_whatever_the_texts(String name, Story from, Story to) {
        StoryDiff diff = Assertions.assertTimeoutPreemptively(BOUND, () -> StoryDiff.between(from, to), name);
        assertThat(diff.blocks()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("adversaries")
    void merging_ends_whatever_the_texts(String name, Story from, Story to) {
        List<Block> body = new ArrayList<>(from.body());
        Block last = body.get(body.size() - 1);
        body.set(body.size() - 1, new Block.Paragraph(last.id(), Inline.of(last.text() + " and more")));
        Story other = new Story(from.header().withHeadline("Other"), body);
        MergeResult result = Assertions.assertTimeoutPreemptively(BOUND, () -> Merge.threeWay(from, to, other), name);
        assertThat(result.story().header().headline()).isEqualTo("Other");
    }

    @Test
    void twenty_thousand_words_with_500_changes_are_told_word_by_word() {
        Story from = LongStories.natural(20_000, 40);
        Story to = LongStories.edited(from, 500, 2);
        StoryDiff diff = Assertions.assertTimeoutPreemptively(BOUND, () -> StoryDiff.between(from, to));
        assertThat(diff.wordsAdded()).isBetween(250, 400);
        assertThat(diff.wordsRemoved()).isBetween(250, 400);
        assertThat(diff.blocksMoved()).isBetween(40, 50);
    }
}
