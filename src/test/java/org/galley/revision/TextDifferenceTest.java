package org.galley.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {
    @Test
    void a_changed_word_is_kept_with_where_it_stands() {
        TextDifference difference =
                TextDifference.between("<p>The deck moved a little.</p>", "<p>The deck sank a little.</p>");
        assertThat(difference.stored()).isEqualTo("12 14 sank");
        assertThat(TextDifference.read("12 14 sank").from("<p>The deck moved a little.</p>"))
                .isEqualTo("<p>The deck sank a little.</p>");
    }

    @Test
    void words_and_line_feeds_in_it_are_its_own() {
        String text = "<p>one</p>\n 7 8 nine\n<p>two</p>";
        assertThat(TextDifference.read(
                                TextDifference.between("<p>two</p>", text).stored())
                        .from("<p>two</p>"))
                .isEqualTo(text);
    }

    @Test
    void half_a_surrogate_pair_is_never_kept() {
        // Both begin with the same half, and both end with the same one.
        assertThat(TextDifference.between("\uD83D\uDE00", "\uD83D\uDE01").between())
                .isEqualTo("\uD83D\uDE01");
        assertThat(TextDifference.between("\uD83D\uDE00", "\uD83C\uDE00").between())
                .isEqualTo("\uD83C\uDE00");
    }

    @Test
    void what_is_no_difference_or_not_from_that_text_is_refused() {
        assertThatThrownBy(() -> TextDifference.read("<p>Never said.</p>"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TextDifference.read("12 14 sank").from("short"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> texts() {
        // Few letters, so that texts have much in common, and some of two code units that share halves.
        return Arbitraries.of("a", "b", " ", "\n", "7", "é", "\uD83D\uDE00", "\uD83D\uDE01", "\uD83C\uDE00")
                .list()
                .ofMaxSize(12)
                .map(letters -> String.join("", letters));
    }

    @Property(tries = 5_000)
    void any_text_comes_back_as_it_was(@ForAll("texts") String base, @ForAll("texts") String text) {
        TextDifference difference = TextDifference.between(base, text);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(difference.between()))
                .isTrue();
        assertThat(TextDifference.read(difference.stored()).from(base)).isEqualTo(text);
    }
}
