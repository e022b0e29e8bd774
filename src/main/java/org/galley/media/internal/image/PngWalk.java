package org.galley.media.internal.image;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/** Walks from chunk to chunk of a PNG file and leaves out all that is not needed for its pixels. */
final class PngWalk {
    private static final int SIGNATURE = 8;
    /** Length, type and checksum around a chunk's data. */
    private static final int AROUND = 12;
    /** Texts and profiles come packed, and a decoder would unpack them without a limit. */
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngWalk() {}

    static ImageOutline through(Bytes in) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(in.size());
        kept.write(in.array(), 0, SIGNATURE);
        Orientation orientation = Orientation.UPRIGHT;
        boolean animated = false;
        boolean pixels = false;
        int width = 0;
        int height = 0;
        int at = SIGNATURE;
        while (true) {
            long length = in.u32(at);
            String type =
                    "" + (char) in.u8(at + 4) + (char) in.u8(at + 5) + (char) in.u8(at + 6) + (char) in.u8(at + 7);
            if (length > in.size() - at - AROUND) {
                throw Bytes.truncated();
            }
            int data = at + 8;
            int next = at + AROUND + (int) length;
            if (at == SIGNATURE) {
                if (!type.equals("IHDR") || length != 13) {
                    throw Bytes.broken("its header is missing");
                }
                width = (int) Math.min(Integer.MAX_VALUE, in.u32(data));
                height = (int) Math.min(Integer.MAX_VALUE, in.u32(data + 4));
            } else if (type.equals("IHDR")) {
                throw Bytes.broken("it has two headers");
            }
            pixels |= type.equals("IDAT");
            animated |= type.equals("acTL");
            if (type.equals("eXIf")) {
                orientation = Orientation.inExif(in, data, next);
            }
            if (PIXELS.contains(type)) {
                kept.write(in.array(), at, next - at);
            }
            if (type.equals("IEND")) {
                if (!pixels) {
                    throw Bytes.broken("it holds no pixels");
                }
                return new ImageOutline(ImageKind.PNG, width, height, animated, orientation, next, kept.toByteArray());
            }
            at = next;
        }
    }
}
