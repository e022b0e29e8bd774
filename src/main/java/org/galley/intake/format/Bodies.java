package org.galley.intake.format;

import java.util.ArrayList;
import java.util.List;
import org.galley.intake.text.PlaceholderLine;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Bodies that come as plain text or as markup in a string. */
final class Bodies {
    private Bodies() {}

    static HtmlBody html(String html, Findings findings, Addresses addresses, String headline) {
        return new HtmlBody(findings, addresses, headline)
                .read(asWritten(Jsoup.parseBodyFragment(html)).body());
    }

    /** The document, whose parts are printed without white space that it has not. */
    static Document asWritten(Document document) {
        document.outputSettings().prettyPrint(false);
        return document;
    }

    /** Paragraphs, parted by empty lines, or by line ends if there are no empty lines. */
    static List<Block> plain(String text, Findings findings, List<Integer> slots) {
        String even = text.replace("\r\n", "\n").replace('\r', '\n');
        String[] parts = even.contains("\n\n") ? even.split("\\n\\s*\\n") : even.split("\\n");
        List<Block> blocks = new ArrayList<>();
        for (String part : parts) {
            String line = findings.line(part);
            if (PlaceholderLine.is(line)) {
                slots.add(blocks.size());
            } else if (!line.isEmpty()) {
                blocks.add(new Block.Paragraph("b" + (blocks.size() + 1), Inline.of(line)));
            }
        }
        return blocks;
    }
}
