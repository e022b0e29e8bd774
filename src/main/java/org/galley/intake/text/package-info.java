/**
 * Intake of plain text: from the bytes of a wire story to its stamp, headline, caption, paragraphs and ad placeholders.
 *
 * <p>What lives here: decoding ({@link org.galley.intake.text.WireText}), recognition ({@link
 * org.galley.intake.text.PlainTextRecogniser}) and the values they give. What must not: Jakarta imports, persistence,
 * other Galley packages, or any text of a story in an error message. Everything takes time linear in the input.
 */
package org.galley.intake.text;
