package org.galley.web.review;

/**
 * One line of the checks before a decision.
 *
 * @param look {@code err}, {@code warn} or {@code ok}
 * @param glyph a sign for it
 * @param word what kind of line it is, for example "Blocks approval"
 * @param text what is to be known
 */
public record Check(String look, String glyph, String word, String text) {}
