package org.galley.intake.text;

/** A part of a story's body, in the order of the text: a paragraph, or the place of an ad. */
public sealed interface Piece permits TextParagraph, AdPlaceholder {}
