package org.galley.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.galley.intake.text.IntakeException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTextTest {
    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    @Test
    void ascii_is_utf_8() {
        assertDecoded(bytes("Ferry stops", StandardCharsets.US_ASCII), "Ferry stops", "UTF-8");
    }

    @Test
    void a_byte_order_mark_names_the_encoding_and_is_not_text() {
        assertDecoded(bytes("\ufeffПором", StandardCharsets.UTF_8), "Пором", "UTF-8");
        assertDecoded(bytes("\ufeffПором 🎉", StandardCharsets.UTF_16LE), "Пором 🎉", "UTF-16LE");
        assertDecoded(bytes("\ufeffПором 🎉", StandardCharsets.UTF_16BE), "Пором 🎉", "UTF-16BE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Паром до острова знову ходить",
                "У місті відкрили міст. «Їхати стало ближче», – каже мер.",
                "Мост открыли в среду, сообщил мэр. Ёлку поставят позже.",
                "Він сказав: “Так” — і пішов",
                "The mayor said “Дякую” in the end",
                "Ї",
                "Я і в"
            })
    void cyrillic_in_one_byte_is_windows_1251(String text) {
        assertDecoded(bytes(text, CYRILLIC), text, "windows-1251");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Die Fähre fährt wieder, größer als zuvor – für alle Gäste",
                "Le ferry a été remis à l’eau, où l’été dure",
                "“The ferry runs again,” she said — at last…",
                "¿Qué pasó? El señor Núñez llegó mañana",
                "A café",
                "à la carte",
                "Smörgåsbord på ön, Ångström",
                "The price is € 40"
            })
    void western_letters_and_quotes_in_one_byte_are_windows_1252(String text) {
        assertDecoded(bytes(text, WESTERN), text, "windows-1252");
    }

    @Test
    void a_declared_encoding_that_fits_is_taken() {
        assertThat(WireText.decode(bytes("Паром", Charset.forName("KOI8-R")), Optional.of("koi8-r")))
                .isEqualTo(new WireText.Decoded("Паром", "KOI8-R"));
        assertThat(WireText.decode(bytes("Fähre…", WESTERN), Optional.of(" ISO-8859-1 ")))
                .isEqualTo(new WireText.Decoded("Fähre…", "windows-1252"));
        assertThat(WireText.decode(bytes("Пором", StandardCharsets.UTF_16BE), Optional.of("utf-16be")))
                .isEqualTo(new WireText.Decoded("Пором", "UTF-16BE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "no-such-charset", "not a name!", "", "utf-16"})
    void a_declared_encoding_that_does_not_fit_is_passed_over(String declared) {
        byte[] odd = bytes("Паром до острова знову ходить щодня.", CYRILLIC);
        byte[] input = declared.equals("utf-16") ? Arrays.copyOf(odd, 35) : odd;
        assertThat(WireText.decode(input, Optional.of(declared)).charsetName()).isEqualTo("windows-1251");
    }

    @Test
    void utf_8_beyond_ascii_is_known_even_if_declared_as_something_else() {
        assertThat(WireText.decode(bytes("Größe", StandardCharsets.UTF_8), Optional.of("ISO-8859-1")))
                .isEqualTo(new WireText.Decoded("Größe", "UTF-8"));
    }

    @Test
    void a_text_cut_inside_a_character_is_still_utf_8() {
        byte[] whole = bytes("Паром до острова знову ходить", StandardCharsets.UTF_8);
        WireText.Decoded decoded = WireText.decode(Arrays.copyOf(whole, whole.length - 1), Optional.empty());
        assertThat(decoded.charsetName()).isEqualTo("UTF-8");
        assertThat(decoded.text()).startsWith("Паром до острова").endsWith("\ufffd");
    }

    @ParameterizedTest
    @CsvSource({"'\r\n'", "'\r'", "'\n'", "'\u0085'", "'\u2028'", "'\u2029'", "'\u000b'", "'\f'"})
    void every_line_end_becomes_one_line_feed(String end) {
        assertDecoded(bytes("one" + end + end + "two", StandardCharsets.UTF_8), "one\n\ntwo", "UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t \n", "\u00a0\u2003", "\u200b\u200b"})
    void nothing_is_refused_as_empty(String nothing) {
        assertRefused(bytes(nothing, StandardCharsets.UTF_8), Problem.EMPTY);
        assertRefused(bytes("\ufeff" + nothing, StandardCharsets.UTF_8), Problem.EMPTY);
    }

    @Test
    void signs_without_a_letter_or_digit_are_no_text() {
        assertRefused(bytes("--- *** ---\n…", StandardCharsets.UTF_8), Problem.NO_TEXT);
    }

    @Test
    void pictures_archives_and_documents_are_refused_as_binary() {
        for (String head :
                new String[] {"\u0089PNG\r\n", "PK\u0003\u0004", "%PDF-1.7", "\u00ff\u00d8\u00ff", "{\\rtf1"}) {
            assertRefused(bytes(head + " and then much text", StandardCharsets.ISO_8859_1), Problem.BINARY);
        }
    }

    @Test
    void a_zero_byte_or_many_control_characters_are_refused_as_binary() {
        assertRefused(bytes("Ferry\u0000stops", StandardCharsets.UTF_8), Problem.BINARY);
        assertRefused(bytes("Fer\u0001ry\u0002 st\u0003op\u0004s", StandardCharsets.UTF_8), Problem.BINARY);
        byte[] noise = new byte[5000];
        new Random(20_241_204).nextBytes(noise);
        assertRefused(noise, Problem.BINARY);
    }

    @Test
    void the_few_control_characters_of_an_old_wire_are_let_through() {
        assertDecoded(
                bytes("\u0001\u0002Ferry stops\u0003", StandardCharsets.UTF_8),
                "\u0001\u0002Ferry stops\u0003",
                "UTF-8");
    }

    @Test
    void the_limit_is_one_mebibyte() {
        byte[] full = new byte[WireText.MAX_BYTES];
        Arrays.fill(full, (byte) 'a');
        assertThat(WireText.decode(full, Optional.empty()).text()).hasSize(WireText.MAX_BYTES);
        assertRefused(Arrays.copyOf(full, full.length + 1), Problem.TOO_LARGE);
        assertRefused(new byte[10 * 1024 * 1024], Problem.TOO_LARGE);
        String pasted = "я".repeat(WireText.MAX_BYTES / 2 + 1);
        assertThat(refusal(() -> WireText.accept(pasted)).problem()).isEqualTo(Problem.TOO_LARGE);
    }

    @Test
    void too_many_lines_are_refused() {
        assertRefused(bytes("a\n".repeat(WireText.MAX_LINES), StandardCharsets.UTF_8), Problem.TOO_MANY_LINES);
    }

    @Test
    void a_refusal_has_a_key_and_a_sentence_and_never_the_text() {
        IntakeException refused = refusal(() -> WireText.accept("secret\u0000name"));
        assertThat(refused.problem().key()).isEqualTo("binary");
        assertThat(refused).hasMessageEndingWith("try again.").hasMessageNotContaining("secret");
    }

    private static void assertDecoded(byte[] input, String text, String charset) {
        assertThat(WireText.decode(input, Optional.empty())).isEqualTo(new WireText.Decoded(text, charset));
    }

    private static void assertRefused(byte[] input, Problem problem) {
        assertThat(refusal(() -> WireText.decode(input, Optional.empty())).problem())
                .isEqualTo(problem);
    }

    private static IntakeException refusal(ThrowingCallable call) {
        return catchThrowableOfType(IntakeException.class, call);
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
