package org.galley.intake.text;

/** Says for formats with paragraphs of their own which of them only stand for an ad. */
public final class PlaceholderLine {
    private PlaceholderLine() {}

    /** @param line a paragraph's text, on one line */
    public static boolean is(String line) {
        return !line.isEmpty() && AdLine.isPlaceholder(AdLine.look(line), "", "");
    }
}
