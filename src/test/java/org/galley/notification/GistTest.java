package org.galley.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GistTest {
    @Test
    void what_is_short_is_said_whole_in_one_line() {
        assertThat(Gist.of(" Ask the harbour office.\n\nToday, please. "))
                .isEqualTo("Ask the harbour office. Today, please.");
    }

    @Test
    void what_is_long_ends_with_a_sentence_or_at_least_with_a_word() {
        String first = "The figure in the second paragraph is not what the harbour office published last week.";
        assertThat(Gist.of(first + " " + first + " " + first)).isEqualTo(first + " …");
        String endless = "and then another thing ".repeat(20);
        assertThat(Gist.of(endless)).endsWith(" another…").hasSizeLessThanOrEqualTo(160);
        assertThat(Gist.of("x".repeat(500))).isEqualTo("x".repeat(159) + "…");
        assertThat(Gist.of("\uD83D\uDEA2".repeat(300))).isEqualTo("\uD83D\uDEA2".repeat(159) + "…");
    }
}
