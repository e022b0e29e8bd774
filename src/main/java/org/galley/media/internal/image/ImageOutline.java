package org.galley.media.internal.image;

import java.util.List;
import org.galley.media.ImageRefusedException;
import org.galley.media.ImageRefusedException.Reason;

/**
 * What can be said of a picture by walking through its file, before anything is decoded.
 *
 * @param kind told by the first bytes
 * @param width of the first frame as stored, in pixels, at least 1
 * @param height of the first frame as stored, in pixels, at least 1
 * @param animated whether there are further frames
 * @param orientation how the stored pixels have to be turned
 * @param end where the picture ends in the file; what follows belongs to something else
 * @param picture the bytes to decode, without metadata where a decoder would unpack it
 */
record ImageOutline(
        ImageKind kind, int width, int height, boolean animated, Orientation orientation, int end, byte[] picture) {

    /** WebP is decoded by Java alone, some twenty times slower than the other kinds, and as a whole. */
    private static final long MOST_OF_WEBP = 16_000_000;

    /** What makes a picture also a page, a program or a document. Too long to turn up in packed pixels by chance. */
    private static final List<String> FOREIGN =
            List.of("<script", "<?php", "<svg", "<html", "<!doctype", "<iframe", "<body", "%pdf-");
    /** What begins or ends an archive; looked for behind the picture only, as it is short. */
    private static final List<String> ARCHIVES =
            List.of("pk\u0003\u0004", "pk\u0005\u0006", "rar!\u001a", "7z\u00bc\u00af'");

    /**
     * Walks through a file.
     *
     * @param maxPixels the most pixels, width times height, that may be decoded
     * @throws ImageRefusedException if the file is no whole picture within the limit, or something else beside
     */
    static ImageOutline of(byte[] file, long maxPixels) {
        Bytes bytes = new Bytes(file);
        ImageKind kind = ImageKind.of(bytes);
        refuseForeign(bytes, kind);
        ImageOutline outline =
                switch (kind) {
                    case JPEG -> JpegWalk.through(bytes);
                    case PNG -> PngWalk.through(bytes);
                    case GIF -> GifWalk.through(bytes);
                    case WEBP -> WebpWalk.through(bytes);
                };
        long pixels = (long) outline.width * outline.height;
        if (pixels == 0) {
            throw Bytes.broken("it is 0 pixels wide or high");
        }
        long most = kind == ImageKind.WEBP ? Math.min(maxPixels, MOST_OF_WEBP) : maxPixels;
        if (pixels > most) {
            throw new ImageRefusedException(
                    Reason.TOO_MANY_PIXELS,
                    "The picture has " + outline.width + " × " + outline.height + " pixels, " + millions(pixels)
                            + " million; at most " + millions(most)
                            + " million are taken. Make it smaller and try again.");
        }
        for (String archive : ARCHIVES) {
            if (bytes.find(archive, outline.end) >= 0) {
                throw mixed("an archive hangs behind the picture");
            }
        }
        return outline;
    }

    private static void refuseForeign(Bytes bytes, ImageKind kind) {
        // A GIF whose width reads as the start of a comment or an assignment is made to be run as a script.
        if (kind == ImageKind.GIF && (bytes.has(6, "/*") || bytes.has(6, "="))) {
            throw mixed("it can be run as a script");
        }
        for (String sign : FOREIGN) {
            if (bytes.find(sign, 0) >= 0) {
                throw mixed("“" + sign + "” stands in it");
            }
        }
    }

    private static ImageRefusedException mixed(String how) {
        return new ImageRefusedException(
                Reason.MIXED,
                "This file is a picture and something else at once: " + how
                        + ". Open it in an image program, save it anew and upload that.");
    }

    private static String millions(long pixels) {
        return String.valueOf(Math.round(pixels / 100_000.0) / 10.0).replaceFirst("\\.0$", "");
    }

    /** Width as people see it, after turning. */
    int shownWidth() {
        return orientation.isSideways() ? height : width;
    }

    /** Height as people see it, after turning. */
    int shownHeight() {
        return orientation.isSideways() ? width : height;
    }
}
