package org.galley.web.compare;

import java.io.Serializable;

/**
 * A word beside a block or an ad slot that says what became of it, so that no kind of change is told by colour alone.
 *
 * @param look the style class
 * @param glyph a sign that stands before the word, hidden from screen readers
 * @param text the word
 */
public record Badge(String look, String glyph, String text) implements Serializable {}
