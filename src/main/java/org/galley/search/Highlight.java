package org.galley.search;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the words of a search stand in a story.
 *
 * @param headline the whole headline
 * @param excerpt a few words around the places in text, or in tags or people if they stand there alone; empty if the words stand in the headline alone
 */
public record Highlight(List<Piece> headline, List<Piece> excerpt) implements Serializable {
    /** Stand around a found word; neither can be typed, and no story keeps one. */
    public static final char START = '\uE000';

    public static final char STOP = '\uE001';

    public Highlight {
        headline = List.copyOf(headline);
        excerpt = List.copyOf(excerpt);
    }

    /** @param found whether this piece of text is one that was searched for */
    public record Piece(String text, boolean found) implements Serializable {}

    /** Splits a text at its marks. */
    public static List<Piece> pieces(String marked) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (from < marked.length()) {
            int start = marked.indexOf(START, from);
            int stop = start < 0 ? -1 : marked.indexOf(STOP, start);
            if (stop < 0) {
                add(pieces, marked.substring(from), false);
                break;
            }
            add(pieces, marked.substring(from, start), false);
            add(pieces, marked.substring(start + 1, stop), true);
            from = stop + 1;
        }
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, String text, boolean found) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, found));
        }
    }
}
