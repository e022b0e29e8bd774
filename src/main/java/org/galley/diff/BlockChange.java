package org.galley.diff;

import java.util.List;
import java.util.Objects;
import org.galley.story.Block;

/**
 * What became of one block.
 *
 * <p>Every block of the new text has one change with {@code after}; every block that is gone, or was joined into another, has
 * one without. A split gives one {@code split} change for each part: the first holds the old block, each shows its own share of
 * the differences. A join gives a {@code joined} change for the survivor, with all differences, and one without text for each
 * block that it took in.
 *
 * @param op one of all but {@link Op#FORMATTED}
 * @param id the block's id: in the new text if it is there, in the old otherwise
 * @param from where it stood in the old text, from 0; for a later part of a split where the whole stood; null for a new block
 * @param to where it stands in the new text, from 0; for a block that was joined into another where that stands; null for a
 *     deleted block
 * @param edited whether its words, their setting, its kind or one of its properties changed, besides being moved, split or joined
 * @param moved whether it stands elsewhere among the blocks that stayed; for splits and joins beside their {@code op}
 * @param before the old block; null for a new block and for a later part of a split
 * @param after the new block; null for a deleted block and for one that was joined into another
 * @param inline the text with its differences; empty for a block without text
 * @param details changes of the block's other properties: {@code type}, {@code level}, {@code attribution}, {@code caption} …
 * @param parts for a split the ids of all parts in their new order, for a join the ids of all blocks that make it up in their
 *     old order; empty otherwise
 */
public record BlockChange(
        Op op,
        String id,
        Integer from,
        Integer to,
        boolean edited,
        boolean moved,
        Block before,
        Block after,
        List<InlineChange> inline,
        List<FieldChange> details,
        List<String> parts) {

    public BlockChange {
        Objects.requireNonNull(op, "op");
        Objects.requireNonNull(id, "id");
        inline = List.copyOf(inline);
        details = List.copyOf(details);
        parts = List.copyOf(parts);
    }

    static BlockChange inserted(Block block, int to) {
        return new BlockChange(
                Op.INSERTED,
                block.id(),
                null,
                to,
                false,
                false,
                null,
                block,
                whole(Op.INSERTED, block),
                List.of(),
                List.of());
    }

    static BlockChange deleted(Block block, int from) {
        return new BlockChange(
                Op.DELETED,
                block.id(),
                from,
                null,
                false,
                false,
                block,
                null,
                whole(Op.DELETED, block),
                List.of(),
                List.of());
    }

    /** A block's text in which nothing changed. */
    public static List<InlineChange> unchanged(Block block) {
        return whole(Op.EQUAL, block);
    }

    /** A block's text as one stretch, or none if it has no text. */
    static List<InlineChange> whole(Op op, Block block) {
        Flow flow = Flow.of(block);
        if (flow.isEmpty()) {
            return List.of();
        }
        return List.of(
                new InlineChange(op, flow.text(), flow.runs(0, flow.text().length()), List.of()));
    }
}
