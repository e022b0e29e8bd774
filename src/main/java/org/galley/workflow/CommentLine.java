package org.galley.workflow;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

/**
 * A comment on a story as people read it. What is true of a thread stands with its first comment alone.
 *
 * @param thread id of the comment that began its thread, perhaps its own
 * @param block the id of the block that the thread is about, wherever that stands now; null for the whole story, and for replies
 * @param gone whether the text has that block no more
 * @param words the first words of that block when the thread began; empty for the whole story and for replies
 * @param text empty if it is deleted
 * @param mentioned usernames of the people whom it names
 * @param must whether the thread has to be settled before the story can be approved
 * @param editedAt when its author last changed it, or null
 * @param deleted whether its author took it back; it is listed only for the replies to it
 * @param resolvedAt when somebody settled the thread, or null
 * @param resolvedBy who settled it, or null
 */
public record CommentLine(
        long id,
        long thread,
        String block,
        boolean gone,
        String words,
        String author,
        Instant at,
        String text,
        Set<String> mentioned,
        boolean must,
        Instant editedAt,
        boolean deleted,
        Instant resolvedAt,
        String resolvedBy)
        implements Serializable {
    public boolean isOpen() {
        return resolvedAt == null;
    }

    public boolean isReply() {
        return thread != id;
    }
}
