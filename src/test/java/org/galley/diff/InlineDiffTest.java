package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.galley.story.Inline;
import org.galley.story.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineDiffTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "The cat sat on the mat   | The dog sat on the mat   | The [-cat-]{+dog+} sat on the mat",
                "one two three            | one two and a half three | one two {+and a half +}three",
                "the cat                  | the dog and the cat      | {+the dog and +}the cat",
                "a b c                    | a c                      | a [-b -]c",
                "b c                      | c                        | [-b -]c",
                "a b                      | a                        | a[- b-]",
                "``                       | x y                      | {+x y+}",
                "x y                      | ``                       | [-x y-]",
                "word, next               | word. next               | word[-,-]{+.+} next",
                "First one. Third one.    | First one. Second one. Third one. | First one. {+Second one. +}Third one.",
                "Say hello now            | Say \"hello\" now        | Say {+\"+}hello{+\"+} now",
                "He paid 10, 20           | He paid 11, 21           | He paid [-10, 20-]{+11, 21+}",
                "don't go                 | do go                    | [-don't-]{+do+} go",
            })
    void words_are_inserted_deleted_and_replaced(String from, String to, String shown) {
        assertThat(Written.inline(from, to)).isEqualTo(shown);
    }

    @Test
    void a_line_break_that_became_a_space_is_a_change() {
        assertThat(Written.inline("one line<br>two", "one line two")).isEqualTo("one line[-\n-]{+ +}two");
    }

    @Test
    void a_rewritten_sentence_is_no_confetti() {
        assertThat(Written.inline(
                        "The quick brown fox jumps over the lazy dog.", "A fast red fox leaps over one sleepy cat."))
                .isEqualTo(
                        "[-The quick brown fox jumps over the lazy dog-]{+A fast red fox leaps over one sleepy cat+}.");
    }

    @Test
    void words_that_were_meant_to_stay_are_kept_between_changes() {
        assertThat(Written.inline(
                        "Gusts of 41 metres a second were measured at the harbour on Monday.",
                        "Gusts of 43 metres a second were measured at the harbour on Tuesday."))
                .isEqualTo(
                        "Gusts of [-41-]{+43+} metres a second were measured at the harbour on [-Monday-]{+Tuesday+}.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Вітер посилився вночі. | Вітер посилився вдень. | Вітер посилився [-вночі-]{+вдень+}.",
                "м’яч упав | м’ята упала | [-м’яч упав-]{+м’ята упала+}",
                "п'ять м’ячів тут | шість м’ячів тут | [-п'ять-]{+шість+} м’ячів тут",
                "مرحبا بالعالم، كيف حالك؟ | مرحبا بالجميع، كيف حالك؟ | مرحبا [-بالعالم-]{+بالجميع+}، كيف حالك؟",
                "今天天气很好,我们去公园。 | 今天天气很好,我们去学校。 | 今天天气很好,[-我们去公园-]{+我们去学校+}。",
                "Жінка і чоловік | Чоловік і жінка | [-Жінка і чоловік-]{+Чоловік і жінка+}",
            })
    void words_of_other_scripts_are_words(String from, String to, String shown) {
        assertThat(Written.inline(from, to)).isEqualTo(shown);
    }

    @Test
    void emoji_and_combining_marks_are_never_cut() {
        assertThat(Written.inline(
                        "family \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 home",
                        "family \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC66 home"))
                .isEqualTo("family [-\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67-]"
                        + "{+\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC66+} home");
        assertThat(Written.inline("good \uD83D\uDC4D", "good \uD83D\uDC4D\uD83C\uDFFD"))
                .isEqualTo("good [-\uD83D\uDC4D-]{+\uD83D\uDC4D\uD83C\uDFFD+}");
        assertThat(Written.inline("flag \uD83C\uDDFA\uD83C\uDDE6 flies", "flag \uD83C\uDDFA\uD83C\uDDF8 flies"))
                .isEqualTo("flag [-\uD83C\uDDFA\uD83C\uDDE6-]{+\uD83C\uDDFA\uD83C\uDDF8+} flies");
        assertThat(Written.inline("a x\u0323\u0307 b", "a x\u0323 b")).isEqualTo("a [-\u1E8B\u0323-]{+x\u0323+} b");
    }

    @Test
    void a_new_setting_of_old_words_is_shown_as_formatting() {
        List<InlineChange> changes = InlineDiff.between(
                new Flow(Inline.parse("It <em>rained</em> all day long").runs()),
                new Flow(Inline.parse("It rained <strong>all day</strong> long").runs()),
                new Lexicon(),
                Budget.ofComparison());
        assertThat(Written.inline(changes)).isEqualTo("It {~rained~} {~all day~} long");
        assertThat(changes.get(1).marks()).isEmpty();
        assertThat(changes.get(1).before().get(0).marks()).containsExactly(Mark.EM);
        assertThat(changes.get(3).marks()).containsExactly(Mark.STRONG);
    }

    @Test
    void a_link_is_formatting_and_a_word_set_in_part_is_one_word() {
        assertThat(Written.inline("see the report", "see the <a href='https://example.org/'>report</a>"))
                .isEqualTo("see the {~report~}");
        assertThat(Written.inline("unbelievable storm", "un<em>believable</em> storm"))
                .isEqualTo("{~unbelievable~} storm");
    }
}
