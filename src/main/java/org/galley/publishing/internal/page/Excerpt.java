package org.galley.publishing.internal.page;

/** Shortens text at a word's end for places that hold only so much. */
final class Excerpt {
    private Excerpt() {}

    /**
     * The text, or its beginning and an ellipsis.
     *
     * @param limit most characters (code points) of the answer, the ellipsis included; at least 2
     */
    static String of(String text, int limit) {
        String line = text.replace('\n', ' ');
        if (line.codePointCount(0, line.length()) <= limit) {
            return line;
        }
        int end = line.offsetByCodePoints(0, limit - 1);
        int space = line.lastIndexOf(' ', end);
        // A text without spaces, or with one only near its start, is cut where it has to be.
        int cut = space > end / 2 ? space : end;
        return line.substring(0, cut).stripTrailing() + "…";
    }
}
