package org.galley.workflow;

/**
 * Somebody deleted a comment of theirs; for whoever repeated its words elsewhere. Fired within the transaction.
 *
 * @param article id of the article
 * @param comment id of the comment
 */
public record CommentTakenBack(long article, long comment) {}
