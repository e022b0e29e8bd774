package org.galley.media;

/**
 * One size of a picture.
 *
 * @param name unique in the picture: its width, or the name of a cut
 * @param width in pixels
 * @param height in pixels
 * @param contentType {@code image/jpeg} or {@code image/png}
 * @param bytes length of the file
 * @param path where it is, below the context root, beginning with a slash
 * @param key under which the store has it
 */
public record MediaRendition(
        String name, int width, int height, String contentType, long bytes, String path, String key) {
    private static final String CUT = "share-";

    /** Whether parts of the picture are left out. */
    public boolean isCut() {
        return name.startsWith(CUT);
    }
}
