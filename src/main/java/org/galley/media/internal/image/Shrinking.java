package org.galley.media.internal.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Makes pictures smaller: each new pixel is the mean of all that it covers, so nothing flickers or is left out. */
final class Shrinking {
    private Shrinking() {}

    /** @param width at most that of the picture; its height follows */
    static Pixels to(Pixels picture, int width, int height) {
        return width == picture.width() && height == picture.height()
                ? picture
                : to(picture.image(false), width, height);
    }

    /**
     * @param width in pixels, from 1 to that of the image
     * @param height in pixels, from 1 to that of the image
     */
    static Pixels to(BufferedImage image, int width, int height) {
        RowSource source = new RowSource(image);
        double acrossStep = (double) source.width() / width;
        double downStep = (double) source.height() / height;
        int[] row = new int[source.width() * 4];
        float[] narrow = new float[width * 4];
        float[] sum = new float[width * 4];
        int[] argb = new int[width * height];
        int y = 0;
        float area = (float) (acrossStep * downStep);
        for (int from = 0; from < source.height() && y < height; from++) {
            source.read(from, row);
            narrow(row, source.width(), narrow, width, acrossStep);
            double border = (y + 1) * downStep;
            float share = (float) Math.min(1, border - from);
            add(sum, narrow, share);
            if (from + 1 >= border - 1e-9) {
                write(sum, argb, y, width, area);
                java.util.Arrays.fill(sum, 0);
                y++;
                if (share < 1) {
                    add(sum, narrow, 1 - share);
                }
            }
        }
        return inScreenColours(new Pixels(width, height, argb), source.foreignProfile());
    }

    /** One row: weighted sums of colours, multiplied by alpha, and of alpha. */
    private static void narrow(int[] row, int rowWidth, float[] out, int width, double step) {
        java.util.Arrays.fill(out, 0);
        for (int x = 0; x < width; x++) {
            double start = x * step;
            double end = Math.min(rowWidth, start + step);
            for (int from = (int) start; from < end - 1e-9; from++) {
                float part = (float) (Math.min(end, from + 1.0) - Math.max(start, from));
                float alpha = row[4 * from + 3] * part;
                out[4 * x] += row[4 * from] * alpha;
                out[4 * x + 1] += row[4 * from + 1] * alpha;
                out[4 * x + 2] += row[4 * from + 2] * alpha;
                out[4 * x + 3] += alpha;
            }
        }
    }

    private static void add(float[] sum, float[] row, float share) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i] * share;
        }
    }

    private static void write(float[] sum, int[] argb, int y, int width, float area) {
        for (int x = 0; x < width; x++) {
            float weight = sum[4 * x + 3];
            if (weight > 0) {
                int alpha = rounded(weight / area);
                int red = rounded(sum[4 * x] / weight);
                int green = rounded(sum[4 * x + 1] / weight);
                int blue = rounded(sum[4 * x + 2] / weight);
                argb[y * width + x] = alpha << 24 | red << 16 | green << 8 | blue;
            }
        }
    }

    private static int rounded(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }

    /** Colours of a camera or a printer shown as they are would look dull or loud. */
    private static Pixels inScreenColours(Pixels picture, ICC_Profile profile) {
        if (profile == null) {
            return picture;
        }
        int count = picture.argb().length;
        WritableRaster given =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, picture.width(), picture.height(), 3, null);
        int[] samples = new int[count * 3];
        for (int i = 0; i < count; i++) {
            samples[3 * i] = picture.argb()[i] >> 16 & 0xff;
            samples[3 * i + 1] = picture.argb()[i] >> 8 & 0xff;
            samples[3 * i + 2] = picture.argb()[i] & 0xff;
        }
        given.setPixels(0, 0, picture.width(), picture.height(), samples);
        ICC_Profile screen = ((ICC_ColorSpace) ColorSpace.getInstance(ColorSpace.CS_sRGB)).getProfile();
        new ColorConvertOp(new ICC_Profile[] {profile, screen}, null)
                .filter(given, given.createCompatibleWritableRaster())
                .getPixels(0, 0, picture.width(), picture.height(), samples);
        int[] argb = new int[count];
        for (int i = 0; i < count; i++) {
            argb[i] = picture.argb()[i] & 0xff000000
                    | samples[3 * i] << 16
                    | samples[3 * i + 1] << 8
                    | samples[3 * i + 2];
        }
        return new Pixels(picture.width(), picture.height(), argb);
    }
}
