package org.galley.media.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a picture that is taken. */
class CleanImageTest {
    private static final long LIMIT = 40_000_000;

    private static List<Integer> widths(CleanImage image) {
        return image.renditions().stream()
                .filter(file -> !file.name().startsWith("share"))
                .map(CleanImage.File::width)
                .toList();
    }

    private static CleanImage.File largest(CleanImage image) {
        return image.renditions().get(image.renditions().size() - 2);
    }

    @Test
    void a_large_picture_comes_in_three_widths() {
        CleanImage image = CleanImage.of(Fixtures.file("jpeg", 2000, 1000), LIMIT);
        assertThat(widths(image)).containsExactly(480, 960, 1600);
        assertThat(image.renditions())
                .filteredOn(file -> file.width() == 960)
                .extracting(CleanImage.File::height)
                .contains(480);
        image.renditions().forEach(file -> {
            BufferedImage read = Fixtures.read(file.bytes());
            assertThat(read.getWidth()).isEqualTo(file.width());
            assertThat(read.getHeight()).isEqualTo(file.height());
        });
    }

    @Test
    void no_picture_is_made_larger_than_it_came() {
        assertThat(widths(CleanImage.of(Fixtures.file("jpeg", 700, 500), LIMIT)))
                .containsExactly(480, 700);
        assertThat(widths(CleanImage.of(Fixtures.file("jpeg", 480, 500), LIMIT)))
                .containsExactly(480);
        assertThat(widths(CleanImage.of(Fixtures.file("png", 1, 1), LIMIT))).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 60, 40, red, green, blue",
        "2, 60, 40, green, red, blue",
        "3, 60, 40, blue, blue, green",
        "4, 60, 40, blue, blue, red",
        "5, 40, 60, red, blue, green",
        "6, 40, 60, blue, red, blue",
        "7, 40, 60, blue, green, blue",
        "8, 40, 60, green, blue, red"
    })
    void a_camera_held_in_any_way_gives_an_upright_picture(
            int orientation, int width, int height, String upperLeft, String upperRight, String lowerLeft) {
        CleanImage image = CleanImage.of(Fixtures.cameraJpeg(60, 40, orientation), LIMIT);
        assertThat(image.width()).isEqualTo(width);
        assertThat(image.height()).isEqualTo(height);
        BufferedImage read = Fixtures.read(largest(image).bytes());
        assertThat(Fixtures.colourAt(read, 0.25, 0.25)).isEqualTo(upperLeft);
        assertThat(Fixtures.colourAt(read, 0.75, 0.25)).isEqualTo(upperRight);
        assertThat(Fixtures.colourAt(read, 0.25, 0.75)).isEqualTo(lowerLeft);
    }

    @Test
    void nothing_but_pixels_is_kept() {
        byte[] given = Fixtures.cameraJpeg(600, 400, 1);
        assertThat(new String(given, StandardCharsets.ISO_8859_1)).contains("secret place", "Exif");
        for (CleanImage.File file : CleanImage.of(given, LIMIT).renditions()) {
            assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("secret", "Exif");
        }
    }

    @Test
    void of_a_gif_that_moves_the_first_frame_is_kept() {
        CleanImage image = CleanImage.of(Fixtures.animatedGif(60, 40, 3), LIMIT);
        assertThat(image.animated()).isTrue();
        assertThat(image.kind()).isEqualTo(ImageKind.GIF);
        assertThat(Fixtures.colourAt(Fixtures.read(largest(image).bytes()), 0.25, 0.25))
                .isEqualTo("red");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Without loss, and with: what Chromium makes of the same picture.
                "UklGRmAAAABXRUJQVlA4TFQAAAAvO8AJABcgEEjaH3qN+RcQFPk/2vwHXwoUtW0kmeTsBTFo9xnR/6iq3szMzHwOAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "UklGRs4AAABXRUJQVlA4IMIAAAAQBwCdASo8ACgAPm0skkWkIqGYBABABsSgDKsEA157p/4OyoB+AF0AZIB+s3ox/2ADt0lE91P+Wiz68PQlngR5AAD+8JtD5E9Q+6q/3X7yA/kB//HzgC4be4HX67gzBjO3z/QX/+b8/kRljv/+b8/kRma+06SottWcvfqlfwGexunXdVAHkf8gP/4yiJY1jv2+qpGsd+SOUTEuMolfVun20sdY/9e+jY/qqY5yFdXORu+WNcQBXYAFum8yLMAQKAAAAA=="
            })
    void webp_is_taken(String base64) {
        CleanImage image = CleanImage.of(Base64.getDecoder().decode(base64), LIMIT);
        assertThat(image.kind()).isEqualTo(ImageKind.WEBP);
        BufferedImage read = Fixtures.read(largest(image).bytes());
        assertThat(Fixtures.colourAt(read, 0.25, 0.25)).isEqualTo("red");
        assertThat(Fixtures.colourAt(read, 0.75, 0.75)).isEqualTo("blue");
    }

    @Test
    void what_can_be_seen_through_stays_so() {
        CleanImage.File file = largest(CleanImage.of(Fixtures.transparentPng(600, 300), LIMIT));
        assertThat(file.contentType()).isEqualTo("image/png");
        assertThat(Fixtures.read(file.bytes()).getRGB(500, 100) >>> 24).isZero();
    }

    @Test
    void the_cut_for_shared_links_keeps_the_focus() {
        byte[] wide =
                largest(CleanImage.of(Fixtures.file("jpeg", 1600, 400), LIMIT)).bytes();
        CleanImage.File left = SharedCut.of(wide, 0, 0);
        CleanImage.File right = SharedCut.of(wide, 100, 0);
        assertThat(left.name()).isEqualTo("share-0-0");
        assertThat(left.height()).isEqualTo(400);
        assertThat(Fixtures.colourAt(Fixtures.read(left.bytes()), 0.9, 0.2)).isEqualTo("red");
        assertThat(Fixtures.colourAt(Fixtures.read(right.bytes()), 0.1, 0.2)).isEqualTo("green");
    }
}
