package org.galley.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Story;

/** Stories and differences in a short notation, so that tests read as a person would write them on paper. */
final class Written {
    private Written() {}

    /** A story of blocks written as {@code id: inline HTML}; {@code ## } before the HTML makes it a subheading. */
    static Story story(String... blocks) {
        List<Block> body = new ArrayList<>();
        for (String block : blocks) {
            int colon = block.indexOf(':');
            String id = block.substring(0, colon);
            String html = block.substring(colon + 1).strip();
            body.add(
                    html.startsWith("## ")
                            ? new Block.Subheading(id, 2, Inline.parse(html.substring(3)))
                            : new Block.Paragraph(id, Inline.parse(html)));
        }
        return new Story(Header.EMPTY, body);
    }

    /**
     * One line for each block: {@code op id from>to text}, {@code *} after the op if it was edited besides, text with
     * {@code [-deleted-]}, {@code {+inserted+}} and {@code {~formatted~}}, properties as {@code (name: from > to)}.
     */
    static List<String> blocks(Story from, Story to) {
        return StoryDiff.between(from, to).blocks().stream().map(Written::line).toList();
    }

    private static String line(BlockChange change) {
        String edited = change.edited() && change.op() != Op.EDITED ? "*" : "";
        String details = change.details().stream()
                .map(d -> " (" + d.field() + ": " + d.from() + " > " + d.to() + ")")
                .collect(Collectors.joining());
        return change.op().key() + edited + " " + change.id() + " " + position(change.from()) + ">"
                + position(change.to())
                + (change.inline().isEmpty() ? "" : " " + inline(change.inline())) + details;
    }

    private static String position(Integer index) {
        return index == null ? "" : index.toString();
    }

    static String inline(List<InlineChange> changes) {
        return changes.stream()
                .map(change -> switch (change.op()) {
                    case INSERTED -> "{+" + change.text() + "+}";
                    case DELETED -> "[-" + change.text() + "-]";
                    case FORMATTED -> "{~" + change.text() + "~}";
                    default -> change.text();
                })
                .collect(Collectors.joining());
    }

    static String inline(String from, String to) {
        return inline(InlineDiff.between(
                new Flow(Inline.parse(from).runs()),
                new Flow(Inline.parse(to).runs()),
                new Lexicon(),
                Budget.ofComparison()));
    }
}
