package org.galley.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdversarialInputTest {
    private static final PlainTextRecogniser DESK = new PlainTextRecogniser(ZoneOffset.UTC);

    /** Far more than the second that is promised, for busy machines: more than linear work needs, and far less than quadratic. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " a",
                "AD ",
                "a AD\n                                                  ",
                "x\n                                                                  ",
                "1.1.1.1.",
                "16:28 04.12.2024 ",
                "3 min read | ",
                "[[[[",
                "\"",
                "-",
                "\u0085\u200b\u200d                                                              a",
                "a-\nb                                                     ",
                "4 December 2024, 16:28                                   \n",
                "AD                                                        \n",
                "a\u0301",
                "я",
                "🎉",
                "one line that goes on without an end and is filled up\n"
            })
    void a_mebibyte_of_anything_is_answered_at_once(String motif) {
        byte[] bytes = fill("H\n\n" + motif.repeat(WireText.MAX_BYTES / motif.length()));
        Assertions.assertTimeout(LIMIT, () -> {
            String text = WireText.decode(bytes, Optional.empty()).text();
            assertThat(DESK.recognise(text).headline()).isNotBlank();
        });
    }

    private static byte[] fill(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, Math.min(bytes.length, WireText.MAX_BYTES));
    }
}
