package org.galley.workflow;

import java.io.Serializable;
import java.time.Instant;

/**
 * A comment on a story as people read it.
 *
 * @param block the id of the block that it is about, or null for the whole story
 * @param must whether its author asks for a change, and does not just remark
 * @param resolvedAt when somebody settled it, or null
 * @param resolvedBy who settled it, or null
 */
public record RemarkLine(
        long id,
        String block,
        String author,
        Instant at,
        String text,
        boolean must,
        Instant resolvedAt,
        String resolvedBy)
        implements Serializable {
    public boolean isOpen() {
        return resolvedAt == null;
    }
}
