package org.galley.diff;

import java.util.Objects;
import org.galley.story.Block;

/**
 * A place where two people changed one thing in different ways: the merged story holds one of both, the other is kept here.
 *
 * @param blockId the block in question; null for a header field
 * @param field {@code text} for a block's content, {@code deleted} if one side deleted the block that the other edited; for the
 *     header the field's name in the API
 * @param base the block that both started from; null for a header field, or if both added it
 * @param current the block on the current side; null for a header field, or if deleted there
 * @param incoming the block on the incoming side; null for a header field, or if deleted there
 * @param baseText the header field that both started from, as one line; null for a block
 * @param currentText the header field on the current side, which the merged story holds; null for a block
 * @param incomingText the header field on the incoming side; null for a block
 */
public record Conflict(
        String blockId,
        String field,
        Block base,
        Block current,
        Block incoming,
        String baseText,
        String currentText,
        String incomingText) {
    static final String TEXT = "text";
    static final String DELETED = "deleted";

    public Conflict {
        Objects.requireNonNull(field, "field");
    }

    static Conflict ofBlock(String id, Block base, Block current, Block incoming) {
        String field = current == null || incoming == null ? DELETED : TEXT;
        return new Conflict(id, field, base, current, incoming, null, null, null);
    }

    static Conflict ofField(String field, String base, String current, String incoming) {
        return new Conflict(null, field, null, null, null, base, current, incoming);
    }

    /** The same conflict seen from the other side. */
    public Conflict mirrored() {
        return new Conflict(
                blockId,
                field,
                base,
                /* current= */ incoming,
                /* incoming= */ current,
                baseText,
                /* currentText= */ incomingText,
                /* incomingText= */ currentText);
    }
}
