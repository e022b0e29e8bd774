package org.galley.media.internal.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as new files that hold pixels and nothing else. */
final class Encoding {
    private static final float QUALITY = 0.82f;

    private Encoding() {}

    /** A progressive JPEG; transparent places become white. */
    static byte[] jpeg(Pixels picture) {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return written(writer, param, picture.isOpaque() ? picture : picture.onWhite(), true);
    }

    static byte[] png(Pixels picture) {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/png").next();
        return written(writer, writer.getDefaultWriteParam(), picture, picture.isOpaque());
    }

    private static byte[] written(ImageWriter writer, ImageWriteParam param, Pixels picture, boolean opaque) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture.image(opaque), null, null), param);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
