package org.galley.media.internal.image;

import java.util.ArrayList;
import java.util.List;
import org.galley.media.ImageRefusedException;

/**
 * A picture made anew of what somebody uploaded: turned upright, in the sizes that readers need, without a byte of the file that
 * it came in.
 *
 * @param kind of the uploaded file
 * @param width of the uploaded picture as people see it, in pixels
 * @param height of the uploaded picture as people see it, in pixels
 * @param animated whether it moved; only its first frame is kept
 * @param renditions from the narrowest, the last is the largest; then the cut for shared links
 */
public record CleanImage(ImageKind kind, int width, int height, boolean animated, List<File> renditions) {
    /** Widths in pixels; a picture that is narrower is kept in its own width and never made larger. */
    public static final List<Integer> WIDTHS = List.of(480, 960, 1600);

    private static final int WIDEST = 1600;
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";

    /**
     * @param name the width, or what {@link SharedCut#name} gives
     * @param bytes the file
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the store, never compared
    public record File(String name, int width, int height, String contentType, byte[] bytes) {}

    public CleanImage {
        renditions = List.copyOf(renditions);
    }

    /**
     * Makes the renditions of an uploaded file.
     *
     * @param file what was uploaded, within the limit of bytes
     * @param maxPixels the most pixels that are decoded
     * @throws ImageRefusedException if it is not taken
     */
    public static CleanImage of(byte[] file, long maxPixels) {
        ImageOutline outline = ImageOutline.of(file, maxPixels);
        Pixels largest = Decoding.decoded(outline, WIDEST);
        List<File> files = new ArrayList<>();
        byte[] bytes = best(largest, outline.kind());
        String type = bytes[0] == (byte) 0x89 ? PNG : JPEG;
        for (int width : WIDTHS) {
            if (width < largest.width()) {
                Pixels smaller = Shrinking.to(largest, width, Decoding.heightFor(width, outline));
                files.add(file(smaller, type, type.equals(PNG) ? Encoding.png(smaller) : Encoding.jpeg(smaller)));
            }
        }
        files.add(file(largest, type, bytes));
        files.add(SharedCut.of(largest, SharedCut.MIDDLE, SharedCut.MIDDLE));
        return new CleanImage(outline.kind(), outline.shownWidth(), outline.shownHeight(), outline.animated(), files);
    }

    private static File file(Pixels picture, String type, byte[] bytes) {
        return new File(String.valueOf(picture.width()), picture.width(), picture.height(), type, bytes);
    }

    /** PNG where something is transparent, and for flat drawings, which it keeps sharp and small; JPEG for the rest. */
    private static byte[] best(Pixels picture, ImageKind kind) {
        if (!picture.isOpaque()) {
            return Encoding.png(picture);
        }
        byte[] jpeg = Encoding.jpeg(picture);
        if (kind == ImageKind.JPEG) {
            return jpeg;
        }
        byte[] png = Encoding.png(picture);
        return png.length <= jpeg.length ? png : jpeg;
    }
}
