package org.galley.intake.text;

import java.util.Objects;

/**
 * A paragraph of a recognised story.
 *
 * @param text one line, trimmed, single spaces, no control characters; never empty. Plain text: not escaped for HTML.
 */
public record TextParagraph(String text) implements Piece {
    public TextParagraph {
        Objects.requireNonNull(text, "text");
    }
}
