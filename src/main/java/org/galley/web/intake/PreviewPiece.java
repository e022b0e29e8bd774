package org.galley.web.intake;

import java.util.List;
import org.galley.intake.text.AdPlaceholder;
import org.galley.intake.text.Piece;
import org.galley.intake.text.Recognised;
import org.galley.intake.text.TextParagraph;

/**
 * A part of the text as the preview shows it.
 *
 * @param slot whether it is the place of an ad
 * @param text the paragraph, or the placeholder's marker
 */
public record PreviewPiece(boolean slot, String text) {
    static List<PreviewPiece> of(Recognised recognised) {
        return recognised.pieces().stream().map(PreviewPiece::of).toList();
    }

    private static PreviewPiece of(Piece piece) {
        if (piece instanceof AdPlaceholder placeholder) {
            return new PreviewPiece(true, placeholder.label());
        }
        return new PreviewPiece(false, ((TextParagraph) piece).text());
    }
}
