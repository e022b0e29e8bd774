package org.galley.media.internal.image;

import java.awt.image.BufferedImage;

/**
 * A decoded picture in sRGB.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param argb row by row, eight bits each for alpha, red, green and blue, colours not multiplied by alpha
 */
@SuppressWarnings("ArrayRecordComponent") // a buffer between two steps, never compared
record Pixels(int width, int height, int[] argb) {

    boolean isOpaque() {
        for (int pixel : argb) {
            if (pixel >>> 24 != 0xff) {
                return false;
            }
        }
        return true;
    }

    /** A part of it. */
    Pixels cut(int left, int top, int partWidth, int partHeight) {
        int[] part = new int[partWidth * partHeight];
        for (int y = 0; y < partHeight; y++) {
            System.arraycopy(argb, (top + y) * width + left, part, y * partWidth, partWidth);
        }
        return new Pixels(partWidth, partHeight, part);
    }

    /** The same on white, without transparency. */
    Pixels onWhite() {
        int[] flat = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            int red = blend(argb[i] >> 16 & 0xff, alpha);
            int green = blend(argb[i] >> 8 & 0xff, alpha);
            int blue = blend(argb[i] & 0xff, alpha);
            flat[i] = 0xff000000 | red << 16 | green << 8 | blue;
        }
        return new Pixels(width, height, flat);
    }

    private static int blend(int colour, int alpha) {
        return (colour * alpha + 255 * (255 - alpha) + 127) / 255;
    }

    BufferedImage image(boolean opaque) {
        BufferedImage image =
                new BufferedImage(width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }
}
