package org.galley.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.galley.search.Highlight;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static String of(String text) {
        return readable(Excerpt.of(text.replace('[', Highlight.START).replace(']', Highlight.STOP)));
    }

    private static String readable(String marked) {
        return marked.replace(Highlight.START, '[').replace(Highlight.STOP, ']');
    }

    @Test
    void an_excerpt_is_of_the_line_that_has_the_words_and_not_of_its_neighbours() {
        assertThat(of("In short.\nDemo Journalist\nThe [ferry] was late.")).isEqualTo("The [ferry] was late.");
        assertThat(of("The [ferry] was late.\nFerdinand [Ferry]")).isEqualTo("The [ferry] was late.");
        assertThat(of("Nothing here.\nFerdinand [Ferry]")).isEqualTo("Ferdinand [Ferry]");
        assertThat(of("Nothing here.")).isEmpty();
        assertThat(of("")).isEmpty();
    }

    @Test
    void the_line_with_the_most_of_the_words_is_the_place() {
        assertThat(of("The [ferry] and the [ferry].\nThe [ferry] met the [bridge].\nA [bridge]."))
                .isEqualTo("The [ferry] met the [bridge].");
    }

    @Test
    void a_long_line_is_cut_around_its_first_place_and_never_within_a_mark() {
        String long1 =
                "Filler words stand here. ".repeat(30) + "Then the [potoroo] crossed. " + "More words. ".repeat(30);
        assertThat(of(long1))
                .startsWith("… ")
                .contains("Then the [potoroo] crossed.")
                .endsWith(" …")
                .hasSizeLessThan(220);
        String unbroken = "[" + "x".repeat(400) + "]";
        assertThat(of(unbroken)).isEqualTo(unbroken);
        assertThat(of("y".repeat(100) + "[x]" + "z".repeat(300))).contains("[x]");
    }
}
