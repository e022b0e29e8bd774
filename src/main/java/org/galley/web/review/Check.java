package org.galley.web.review;

/**
 * One line of the checks before a decision.
 *
 * @param look {@code err} or {@code warn}
 * @param glyph a sign for it
 * @param word what kind of line it is, for example "Blocks approval"
 * @param text what is to be known
 * @param block id of the block that it is about, or null
 */
public record Check(String look, String glyph, String word, String text, String block) {}
