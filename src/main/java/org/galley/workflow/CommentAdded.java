package org.galley.workflow;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody commented on a story, or replied to a comment; for whoever tells the people concerned. Fired within the transaction,
 * so observe it {@code AFTER_SUCCESS}.
 *
 * @param article id of the article
 * @param comment id of the comment
 * @param author username of who made it
 * @param text what it says
 * @param mentioned usernames of the people whom it names with an @, without the author; never null
 * @param at when
 */
public record CommentAdded(long article, long comment, String author, String text, Set<String> mentioned, Instant at) {
    public CommentAdded {
        mentioned = Set.copyOf(mentioned);
    }
}
