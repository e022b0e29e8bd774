package org.galley.media.internal.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.galley.media.ImageRefusedException;

/** Decodes the first frame of a picture whose outline was found good. */
final class Decoding {
    /** Pixels from which on a decoder leaves out rows and columns, as long as more than enough for the largest rendition stay. */
    private static final long ALL_PIXELS_UP_TO = 26_000_000;

    private Decoding() {}

    /**
     * @param maxWidth of the result as people see it, in pixels; it is never wider than the picture
     * @return upright, in sRGB
     * @throws ImageRefusedException broken, if the decoder does not understand the file
     */
    static Pixels decoded(ImageOutline outline, int maxWidth) {
        int shownWidth = Math.min(maxWidth, outline.shownWidth());
        int shownHeight = heightFor(shownWidth, outline);
        boolean sideways = outline.orientation().isSideways();
        int width = sideways ? shownHeight : shownWidth;
        int height = sideways ? shownWidth : shownHeight;
        try {
            return outline.orientation().applied(Shrinking.to(read(outline, Math.max(width, 1)), width, height));
        } catch (IOException | RuntimeException e) {
            if (e instanceof ImageRefusedException refused) {
                throw refused;
            }
            // Decoders meet hostile files with all kinds of exceptions; none of them is a fault of Galley.
            throw Bytes.broken("its pixels make no sense");
        }
    }

    static int heightFor(int width, ImageOutline outline) {
        return Math.max(1, (int) Math.round((double) outline.shownHeight() * width / outline.shownWidth()));
    }

    private static BufferedImage read(ImageOutline outline, int width) throws IOException {
        ImageReader reader = reader(outline.kind());
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(outline.picture()))) {
            reader.setInput(in, false, true);
            if (reader.getWidth(0) != outline.width() || reader.getHeight(0) != outline.height()) {
                throw Bytes.broken("its parts differ in their size");
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int every = outline.kind() == ImageKind.WEBP ? 1 : every(outline, width);
            param.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static int every(ImageOutline outline, int width) {
        int every = 1;
        while ((long) (outline.width() / every) * (outline.height() / every) > ALL_PIXELS_UP_TO
                && outline.width() / (every + 1) >= width) {
            every++;
        }
        return every;
    }

    /** The one of the JDK, or for WebP the one in Galley itself: it is not registered for the whole server. */
    private static ImageReader reader(ImageKind kind) throws IOException {
        return kind == ImageKind.WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByMIMEType(kind.contentType()).next();
    }
}
