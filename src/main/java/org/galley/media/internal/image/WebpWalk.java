package org.galley.media.internal.image;

/** Walks from chunk to chunk of a WebP file (RFC 9649). */
final class WebpWalk {
    private static final int FIRST_CHUNK = 12;
    private static final int ANIMATION = 0x02;

    private WebpWalk() {}

    static ImageOutline through(Bytes in) {
        long end = 8 + in.u32Little(4);
        if (end > in.size()) {
            throw Bytes.truncated();
        }
        Orientation orientation = Orientation.UPRIGHT;
        boolean animated = false;
        boolean pixels = false;
        int width = 0;
        int height = 0;
        int at = FIRST_CHUNK;
        while (at + 8 <= end) {
            int data = at + 8;
            long length = in.u32Little(at + 4);
            if (length > end - data) {
                throw Bytes.truncated();
            }
            if (in.has(at, "VP8X")) {
                animated = (in.u8(data) & ANIMATION) != 0;
                width = Math.max(width, in.u24Little(data + 4) + 1);
                height = Math.max(height, in.u24Little(data + 7) + 1);
            } else if (in.has(at, "VP8 ")) {
                width = Math.max(width, in.u16Little(data + 6) & 0x3fff);
                height = Math.max(height, in.u16Little(data + 8) & 0x3fff);
                pixels = true;
            } else if (in.has(at, "VP8L")) {
                long sizes = in.u32Little(data + 1);
                width = Math.max(width, (int) (sizes & 0x3fff) + 1);
                height = Math.max(height, (int) (sizes >> 14 & 0x3fff) + 1);
                pixels = true;
            } else if (in.has(at, "ANMF")) {
                pixels = true;
            } else if (in.has(at, "EXIF")) {
                int tiff = in.has(data, "Exif\0\0") ? data + 6 : data;
                orientation = Orientation.inExif(in, tiff, data + (int) length);
            }
            at = data + (int) (length + (length & 1));
        }
        if (!pixels) {
            throw Bytes.broken("it holds no pixels");
        }
        return new ImageOutline(ImageKind.WEBP, width, height, animated, orientation, (int) end, in.array());
    }
}
