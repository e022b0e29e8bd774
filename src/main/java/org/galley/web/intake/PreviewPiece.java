package org.galley.web.intake;

import java.util.ArrayList;
import java.util.List;
import org.galley.intake.format.ImportedStory;
import org.galley.story.Block;

/**
 * A part of the text as the preview shows it. Pictures are told of and not shown, as they are elsewhere and nothing was agreed on yet.
 *
 * @param kind {@code slot}, or the key of the block's kind
 * @param html canonical inline HTML or list items of a block of text; empty for others
 * @param text what is said of a picture or card
 */
public record PreviewPiece(String kind, String html, String text) {
    static List<PreviewPiece> of(ImportedStory story) {
        List<PreviewPiece> pieces = new ArrayList<>();
        for (int at = 0; at <= story.body().size(); at++) {
            int place = at;
            story.slots().stream()
                    .filter(slot -> slot == place)
                    .forEach(slot -> pieces.add(new PreviewPiece("slot", "", "")));
            if (at < story.body().size()) {
                pieces.add(of(story.body().get(at)));
            }
        }
        return pieces;
    }

    private static PreviewPiece of(Block block) {
        String kind = block.kind().key();
        if (block instanceof Block.Paragraph paragraph) {
            return new PreviewPiece(kind, paragraph.inline().html(), "");
        }
        if (block instanceof Block.Subheading heading) {
            return new PreviewPiece(kind, heading.inline().html(), "");
        }
        if (block instanceof Block.Quote quote) {
            return new PreviewPiece(kind, quote.inline().html(), quote.attribution());
        }
        if (block instanceof Block.Listing) {
            return new PreviewPiece(kind, block.canonical(), "");
        }
        if (block instanceof Block.Image image) {
            String caption = image.picture().caption();
            return new PreviewPiece(
                    kind,
                    "",
                    (caption.isEmpty() ? "" : caption + " · ") + image.picture().src());
        }
        return new PreviewPiece(kind, "", ((Block.Embed) block).url());
    }
}
