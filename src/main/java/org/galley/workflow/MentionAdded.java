package org.galley.workflow;

import java.time.Instant;
import java.util.Set;

/**
 * A comment was changed and now names people whom it did not name before; for whoever tells them. Fired within the transaction, so
 * observe it {@code AFTER_SUCCESS}. What a new comment mentions is in {@link CommentAdded} alone.
 *
 * @param article id of the article
 * @param comment id of the comment
 * @param author username of who made and changed it
 * @param text what it says now
 * @param mentioned usernames of those who are named now and were not before, without the author; never empty
 * @param at when it was changed
 */
public record MentionAdded(long article, long comment, String author, String text, Set<String> mentioned, Instant at) {
    public MentionAdded {
        mentioned = Set.copyOf(mentioned);
    }
}
