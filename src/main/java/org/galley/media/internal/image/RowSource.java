package org.galley.media.internal.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Gives the rows of a decoded picture, whatever way its decoder stored them, as red, green, blue and alpha from 0 to 255. */
final class RowSource {
    private final BufferedImage image;
    private final Raster raster;
    private final ColorModel colours;
    private final int bands;
    private final int shift;
    private final boolean plain;
    private final int[] samples;

    RowSource(BufferedImage image) {
        this.image = image;
        this.raster = image.getRaster();
        this.colours = image.getColorModel();
        this.bands = raster.getNumBands();
        int bits = raster.getSampleModel().getSampleSize(0);
        this.shift = bits - 8;
        // What is stored in another way is rare, small, and left to Java's own slow conversion.
        this.plain = !(colours instanceof IndexColorModel) && (bits == 8 || bits == 16) && bands <= 4;
        this.samples = new int[raster.getWidth() * bands];
    }

    int width() {
        return raster.getWidth();
    }

    int height() {
        return raster.getHeight();
    }

    /** The profile of its colours, or null if they are those of screens already. */
    ICC_Profile foreignProfile() {
        ColorSpace space = colours.getColorSpace();
        boolean foreign = plain && bands >= 3 && !space.isCS_sRGB() && space instanceof ICC_ColorSpace;
        return foreign && space.getType() == ColorSpace.TYPE_RGB ? ((ICC_ColorSpace) space).getProfile() : null;
    }

    /** @param out takes four numbers for each pixel of the row */
    void read(int y, int[] out) {
        int width = raster.getWidth();
        if (!plain) {
            for (int x = 0; x < width; x++) {
                int argb = image.getRGB(x, y);
                put(out, x, argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24);
            }
            return;
        }
        raster.getPixels(0, y, width, 1, samples);
        for (int x = 0; x < width; x++) {
            int at = x * bands;
            // Grey is grey of the screen in all four kinds of file; Java would take it for linear light.
            int red = samples[at] >> shift;
            int green = bands >= 3 ? samples[at + 1] >> shift : red;
            int blue = bands >= 3 ? samples[at + 2] >> shift : red;
            int alpha = bands == 2 || bands == 4 ? samples[at + bands - 1] >> shift : 0xff;
            put(out, x, red, green, blue, alpha);
        }
    }

    private static void put(int[] out, int x, int red, int green, int blue, int alpha) {
        out[4 * x] = red;
        out[4 * x + 1] = green;
        out[4 * x + 2] = blue;
        out[4 * x + 3] = alpha;
    }
}
