package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galley.diff.Written.story;

import java.util.Optional;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chosen sentence found again in another state of the text. */
class SentenceTest {
    /** The sentence of block a in another text, as {@code id: words}. */
    private static String found(String block, String words, Story other) {
        Sentence sentence = Sentence.of(words, story(block).body().get(0)).orElseThrow();
        return sentence.in(other.body())
                .map(found -> found.block().id() + ": " + found.text())
                .orElse("nowhere");
    }

    @Test
    void words_that_a_block_has_not_are_no_sentence_of_it() {
        assertThat(Sentence.of("Never said.", story("a: Something else.").body().get(0)))
                .isEqualTo(Optional.empty());
        assertThat(Sentence.of(" ", story("a: Something else.").body().get(0))).isEmpty();
    }

    @Test
    void the_same_words_are_found_where_they_stood_rather_than_elsewhere() {
        assertThat(found("a: It rained.", "It rained.", story("b: It rained.", "a: So it did. It rained.")))
                .isEqualTo("a: It rained.");
        assertThat(found("a: It rained.", "It rained.", story("a: The sun shone.", "b: Then. It rained.")))
                .isEqualTo("b: It rained.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The pier was under water by noon. | The pier was under water by ten.",
                "The pier was under water by noon. | By then the pier was under water.",
                "by noon | by ten",
                "Nobody was hurt. | Nobody at all was hurt.",
                "Вітер посилився вночі. | Вітер посилився вдень.",
                "今天天气很好。 | 今天天气真好。",
            })
    void a_reworded_sentence_is_found_among_those_around_it(String words, String reworded) {
        assertThat(found(
                        "a: Before it came this. " + words + " After it came that.",
                        words,
                        story("a: Before it came this. " + reworded + " After it came that.", "b: Else.")))
                .isEqualTo("a: " + reworded);
    }

    @Test
    void a_sentence_that_was_reworded_and_taken_elsewhere_is_found_there() {
        assertThat(found(
                        "a: First. The harbour was closed at noon on Monday. Last.",
                        "The harbour was closed at noon on Monday.",
                        story(
                                "a: First. Last.",
                                "b: Other things. The harbour was closed at ten on Monday. And more.")))
                .isEqualTo("b: The harbour was closed at ten on Monday.");
    }

    @Test
    void what_replaced_a_sentence_altogether_is_not_that_sentence() {
        assertThat(found(
                        "a: First. The harbour was closed at noon. Last.",
                        "The harbour was closed at noon.",
                        story("a: First. Nobody expected snow in June. Last.", "b: Else.")))
                .isEqualTo("nowhere");
        assertThat(found("a: First. It rained.", "It rained.", story("a: First.", "b: Else.")))
                .isEqualTo("nowhere");
    }
}
