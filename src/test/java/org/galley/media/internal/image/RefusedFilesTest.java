package org.galley.media.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.galley.media.ImageRefusedException;
import org.galley.media.ImageRefusedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not taken as pictures, and why. */
class RefusedFilesTest {
    private static final long LIMIT = 40_000_000;

    private static Reason reasonAgainst(byte[] file) {
        try {
            CleanImage.of(file, LIMIT);
        } catch (ImageRefusedException e) {
            assertThat(e.getMessage()).endsWith(".").hasSizeGreaterThan(30);
            return e.reason();
        }
        return null;
    }

    @Test
    void a_file_without_bytes_is_no_picture() {
        assertThat(reasonAgainst(new byte[0])).isEqualTo(Reason.EMPTY);
    }

    @Test
    void a_picture_of_a_hundred_megapixels_is_refused_by_its_header_alone() {
        byte[] bomb = Fixtures.bomb(10_000, 10_000);
        assertThat(bomb).hasSizeLessThan(1000);
        assertThatThrownBy(() -> CleanImage.of(bomb, LIMIT))
                .isInstanceOfSatisfying(
                        ImageRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_MANY_PIXELS))
                .hasMessageContaining("10000 × 10000")
                .hasMessageContaining("at most 40 million");
    }

    @Test
    void sizes_beyond_all_numbers_are_refused() {
        assertThat(reasonAgainst(Fixtures.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isEqualTo(Reason.TOO_MANY_PIXELS);
        assertThat(reasonAgainst(Fixtures.bomb(-1, -1))).isEqualTo(Reason.TOO_MANY_PIXELS);
        assertThat(reasonAgainst(Fixtures.bomb(0, 5))).isEqualTo(Reason.BROKEN);
    }

    @Test
    void a_header_that_promises_more_than_the_file_holds_is_refused() {
        byte[] file = Fixtures.bomb(3000, 3000);
        assertThat(reasonAgainst(file)).isIn(Reason.BROKEN, Reason.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<?xml version='1.0'?><!-- a comment --><svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
                "\ufeff  <svg/>"
            })
    void an_svg_is_refused_by_name(String svg) {
        assertThatThrownBy(() -> CleanImage.of(Fixtures.bytes(svg), LIMIT))
                .hasMessageContaining("SVG")
                .isInstanceOfSatisfying(
                        ImageRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_KIND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7", "BM......", "II*\0....", "plain words", "\0\0\0 ftypheic", "\0\0\0 ftypavif"})
    void other_files_are_refused_by_their_content(String content) {
        assertThat(reasonAgainst(Fixtures.bytes(content))).isEqualTo(Reason.UNKNOWN_KIND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void a_picture_that_ends_in_the_middle_is_refused(String format) {
        byte[] whole = Fixtures.file(format, 300, 200);
        for (int length : new int[] {whole.length / 4, whole.length / 2, whole.length - 1}) {
            assertThat(reasonAgainst(Arrays.copyOf(whole, length))).isEqualTo(Reason.TRUNCATED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void a_picture_with_a_page_behind_it_is_refused(String format) {
        byte[] both = Fixtures.joined(
                Fixtures.file(format, 30, 20), Fixtures.bytes("<HTML><body><Script>alert(1)</script></body></HTML>"));
        assertThat(reasonAgainst(both)).isEqualTo(Reason.MIXED);
    }

    @Test
    void a_picture_with_an_archive_behind_it_is_refused() {
        byte[] both = Fixtures.joined(Fixtures.file("jpeg", 30, 20), Fixtures.bytes("PK\u0003\u0004evil.class"));
        assertThat(reasonAgainst(both)).isEqualTo(Reason.MIXED);
    }

    @Test
    void a_gif_that_runs_as_a_script_is_refused() {
        byte[] gif = Fixtures.file("gif", 30, 20);
        gif[6] = '/';
        gif[7] = '*';
        assertThat(reasonAgainst(Fixtures.joined(gif, Fixtures.bytes("*/=1;alert(1)"))))
                .isEqualTo(Reason.MIXED);
    }

    @Test
    void a_few_bytes_behind_a_picture_are_left_behind() {
        byte[] padded = Fixtures.joined(Fixtures.file("jpeg", 30, 20), new byte[100]);
        assertThat(CleanImage.of(padded, LIMIT).width()).isEqualTo(30);
    }

    /** Whatever is done to a file, it is decoded or refused; nothing else ever comes out. */
    @Property(tries = 300)
    void a_damaged_picture_is_decoded_or_refused(
            @ForAll @IntRange(max = 2) int format,
            @ForAll @IntRange(max = 4000) int at,
            @ForAll byte value,
            @ForAll @IntRange(min = 1, max = 40) int run) {
        byte[] file = Fixtures.file(new String[] {"jpeg", "png", "gif"}[format], 60, 40)
                .clone();
        Arrays.fill(file, at % file.length, Math.min(file.length, at % file.length + run), value);
        try {
            assertThat(CleanImage.of(file, 100_000).renditions()).isNotEmpty();
        } catch (ImageRefusedException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
