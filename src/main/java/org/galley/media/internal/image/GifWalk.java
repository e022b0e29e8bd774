package org.galley.media.internal.image;

/** Walks from block to block of a GIF file. */
final class GifWalk {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;

    private GifWalk() {}

    static ImageOutline through(Bytes in) {
        int at = 13 + colours(in.u8(10));
        int frames = 0;
        int width = 0;
        int height = 0;
        while (true) {
            switch (in.u8(at)) {
                case EXTENSION -> at = behindParts(in, at + 2);
                case IMAGE -> {
                    if (frames++ == 0) {
                        width = in.u16Little(at + 5);
                        height = in.u16Little(at + 7);
                    }
                    at = behindParts(in, at + 11 + colours(in.u8(at + 9)));
                }
                case TRAILER -> {
                    if (frames == 0) {
                        throw Bytes.broken("it holds no pixels");
                    }
                    return new ImageOutline(
                            ImageKind.GIF, width, height, frames > 1, Orientation.UPRIGHT, at + 1, in.array());
                }
                default -> throw Bytes.broken("its parts do not fit together");
            }
        }
    }

    /** The bytes of a colour table, by the flags that announce it. */
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int behindParts(Bytes in, int from) {
        int at = from;
        while (in.u8(at) != 0) {
            at += 1 + in.u8(at);
        }
        return at + 1;
    }
}
