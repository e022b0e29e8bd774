package org.galley.media.internal.image;

import org.galley.media.ImageRefusedException;
import org.galley.media.ImageRefusedException.Reason;

/** Walks from marker to marker of a JPEG file (ITU-T T.81, annex B). */
final class JpegWalk {
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int APP1 = 0xe1;
    /** Progressive files have about ten scans; each costs a pass over all pixels. */
    private static final int MOST_SCANS = 100;

    private JpegWalk() {}

    static ImageOutline through(Bytes in) {
        Orientation orientation = Orientation.UPRIGHT;
        int width = 0;
        int height = 0;
        int scans = 0;
        int at = 2;
        while (true) {
            if (in.u8(at) != 0xff || in.u8(at + 1) == 0xff) {
                at++;
                continue;
            }
            int marker = in.u8(at + 1);
            if (marker == END_OF_IMAGE) {
                if (scans == 0) {
                    throw Bytes.broken("it holds no pixels");
                }
                return new ImageOutline(ImageKind.JPEG, width, height, false, orientation, at + 2, in.array());
            }
            if (marker <= 1 || (marker >= 0xd0 && marker <= 0xd8)) {
                at += 2;
                continue;
            }
            int length = in.u16(at + 2);
            if (isFrame(marker)) {
                requireDecodable(marker, in.u8(at + 9));
                height = in.u16(at + 5);
                width = in.u16(at + 7);
            } else if (marker == APP1 && in.has(at + 4, "Exif\0\0")) {
                orientation = Orientation.inExif(in, at + 10, at + 2 + length);
            }
            at += 2 + length;
            if (marker == START_OF_SCAN) {
                if (width == 0 || height == 0 || ++scans > MOST_SCANS) {
                    throw Bytes.broken("its parts do not fit together");
                }
                at = endOfScan(in, at);
            }
        }
    }

    private static int endOfScan(Bytes in, int from) {
        int at = from;
        while (true) {
            if (in.u8(at) == 0xff) {
                int next = in.u8(at + 1);
                if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                    return at;
                }
            }
            at++;
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static void requireDecodable(int marker, int components) {
        if (marker > 0xc2) {
            throw new ImageRefusedException(
                    Reason.UNKNOWN_KIND,
                    "This is a rare kind of JPEG that browsers do not show; save it as an ordinary JPEG.");
        }
        if (components != 1 && components != 3) {
            throw new ImageRefusedException(
                    Reason.UNKNOWN_KIND,
                    "This JPEG has the colours of print (CMYK); save it with the colours of screens (RGB).");
        }
    }
}
