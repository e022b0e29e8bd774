package org.galley.media.internal.image;

/** The cut of a picture that stands beside shared links: wide, and around what matters most. */
public final class SharedCut {
    /** The focus of a picture of which nobody said where it is, in hundredths. */
    public static final int MIDDLE = 50;

    /** What the large networks show, in pixels. */
    private static final int WIDTH = 1200;

    private static final int HEIGHT = 630;

    private SharedCut() {}

    /**
     * The name of the cut around a focus: another focus is another address, so that caches may keep both for ever.
     *
     * @param x from 0 (left) to 100
     * @param y from 0 (top) to 100
     */
    public static String name(int x, int y) {
        return "share-" + x + "-" + y;
    }

    /**
     * Cuts a rendition that Galley made itself.
     *
     * @param rendition the largest one
     */
    public static CleanImage.File of(byte[] rendition, int x, int y) {
        return of(Decoding.decoded(ImageOutline.of(rendition, Long.MAX_VALUE), Integer.MAX_VALUE), x, y);
    }

    static CleanImage.File of(Pixels picture, int x, int y) {
        double ratio = (double) WIDTH / HEIGHT;
        int width = Math.max(1, (int) Math.min(picture.width(), Math.round(picture.height() * ratio)));
        int height = Math.max(1, (int) Math.min(picture.height(), Math.round(picture.width() / ratio)));
        Pixels cut = picture.cut(start(picture.width(), width, x), start(picture.height(), height, y), width, height);
        int shownWidth = Math.min(WIDTH, width);
        int shownHeight = Math.max(1, Math.min(height, (int) Math.round(height * (double) shownWidth / width)));
        Pixels shown = Shrinking.to(cut, shownWidth, shownHeight);
        return new CleanImage.File(name(x, y), shownWidth, shownHeight, "image/jpeg", Encoding.jpeg(shown));
    }

    /** The focus comes to the middle of the cut, as far as the picture reaches. */
    private static int start(int whole, int part, int focus) {
        return Math.max(0, Math.min(whole - part, (int) Math.round(whole * focus / 100.0 - part / 2.0)));
    }
}
