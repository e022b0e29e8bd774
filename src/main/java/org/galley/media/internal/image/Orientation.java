package org.galley.media.internal.image;

/** How a camera was held: the eight values of EXIF's orientation (CIPA DC-008, tag 0x0112), in their order. */
enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    MIRRORED_UPSIDE_DOWN,
    MIRRORED_LEFT,
    LEFT,
    MIRRORED_RIGHT,
    RIGHT;

    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /** Whether width and height change places. */
    boolean isSideways() {
        return ordinal() >= MIRRORED_LEFT.ordinal();
    }

    /**
     * Reads the orientation out of EXIF data; upright if it says nothing sensible, as a picture is not refused for that.
     *
     * @param tiff where the TIFF header of the data stands
     * @param end where the data ends
     */
    static Orientation inExif(Bytes in, int tiff, int end) {
        boolean little = in.has(tiff, "II");
        if (end > in.size() || tiff + 8 > end || !(little || in.has(tiff, "MM"))) {
            return UPRIGHT;
        }
        long first = tiff + (little ? in.u32Little(tiff + 4) : in.u32(tiff + 4));
        if (first + 2 > end) {
            return UPRIGHT;
        }
        int at = (int) first + 2;
        int entries = u16(in, (int) first, little);
        for (int i = 0; i < entries && at + ENTRY <= end; i++, at += ENTRY) {
            if (u16(in, at, little) == TAG) {
                int value = u16(in, at + 8, little);
                return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int u16(Bytes in, int at, boolean little) {
        return little ? in.u16Little(at) : in.u16(at);
    }

    /** The picture as people see it. */
    Pixels applied(Pixels stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = isSideways() ? stored.height() : stored.width();
        int height = isSideways() ? stored.width() : stored.height();
        int[] turned = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[y * width + x] = stored.argb()[source(x, y, stored.width(), stored.height())];
            }
        }
        return new Pixels(width, height, turned);
    }

    private int source(int x, int y, int width, int height) {
        int right = width - 1;
        int bottom = height - 1;
        return switch (this) {
            case UPRIGHT -> y * width + x;
            case MIRRORED -> y * width + right - x;
            case UPSIDE_DOWN -> (bottom - y) * width + right - x;
            case MIRRORED_UPSIDE_DOWN -> (bottom - y) * width + x;
            case MIRRORED_LEFT -> x * width + y;
            case LEFT -> (bottom - x) * width + y;
            case MIRRORED_RIGHT -> (bottom - x) * width + right - y;
            case RIGHT -> x * width + right - y;
        };
    }
}
