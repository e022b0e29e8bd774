package org.galley.media;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A picture that was uploaded.
 *
 * @param id 32 hexadecimal digits, chosen at random
 * @param sha256 of the uploaded file, in hexadecimal
 * @param bytes length of the uploaded file
 * @param contentType of the uploaded file, as its content says
 * @param width of the uploaded picture as people see it, in pixels
 * @param height of the uploaded picture as people see it, in pixels
 * @param animated whether it moved; only its first frame is kept
 * @param focusX what matters most in it: hundredths of the width, from the left
 * @param focusY hundredths of the height, from the top
 * @param uploadedBy username
 * @param renditions all of them, cuts too, from the narrowest
 */
public record MediaItem(
        String id,
        String sha256,
        long bytes,
        String contentType,
        int width,
        int height,
        boolean animated,
        int focusX,
        int focusY,
        String uploadedBy,
        Instant uploadedAt,
        List<MediaRendition> renditions) {

    public MediaItem {
        renditions = renditions.stream()
                .sorted(Comparator.comparingInt(MediaRendition::width).thenComparing(MediaRendition::name))
                .toList();
    }

    /** The sizes of the whole picture, from the narrowest. */
    public List<MediaRendition> sizes() {
        return renditions.stream().filter(rendition -> !rendition.isCut()).toList();
    }

    /** The largest one: what a story names. */
    public MediaRendition largest() {
        List<MediaRendition> sizes = sizes();
        return sizes.get(sizes.size() - 1);
    }

    /** The cut around the focus that stands beside shared links. */
    public MediaRendition shared() {
        String name = Media.cutName(focusX, focusY);
        return renditions.stream()
                .filter(rendition -> rendition.name().equals(name))
                .findFirst()
                .orElseGet(this::largest);
    }
}
